/** What a generated project must pass, each against the real tool. */
import { existsSync, readdirSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import type { Catalogue } from '../../src/core/scaffold/catalogue';
import { listOf } from '../../src/core/scaffold/choices';
import { partsFor, projectCommands, type ScaffoldRequest } from '../../src/core/scaffold/parts';
import { type Outcome, runLines, withServer } from '../tools/shell.mts';
import type { Tools } from '../tools/tools.mts';
import { at, listOf as listOfValues } from './cloudformation.mts';
import { bundleNotices, packageNotices } from './notices.mts';
import { workflowLines } from './own-checks.mts';
import { brokenPromises, type Deployed } from './promises.mts';

/** A generated project on disk. */
export interface Subject {
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly request: ScaffoldRequest;
  readonly tools: Tools;
}

export interface ProjectCheck {
  readonly name: string;
  /** Whether it concerns this project. */
  concerns(subject: Subject): boolean;
  /** Commands without which it cannot be done here. */
  readonly needs?: readonly string[];
  run(subject: Subject): Promise<Outcome>;
}

export const checks: readonly ProjectCheck[] = [
  own('install', 'install', 900),
  own('lint and types', 'check'),
  own('unit tests', 'test'),
  own('integration tests', 'integration'),
  own('build', 'build'),
  {
    name: 'licences of what is deployed',
    concerns: () => true,
    run: async ({ folder, request }) =>
      request.choices.language === 'python' ? packageNotices(folder) : bundleNotices(folder),
  },
  { name: 'answers requests locally', concerns: () => true, run: answersLocally },
  {
    name: 'known weaknesses (npm)',
    concerns: is('language', 'typescript'),
    run: audit,
  },
  {
    name: 'SAM validate and cfn-lint',
    concerns: is('iac', 'sam'),
    needs: ['sam', 'cfn-lint'],
    run: lines('sam validate --region eu-central-1 && sam validate --lint && cfn-lint template.yaml', {
      SAM_CLI_TELEMETRY: '0',
    }),
  },
  {
    name: 'SAM translates to sound CloudFormation',
    concerns: is('iac', 'sam'),
    needs: ['cfn-lint'],
    run: translates,
  },
  {
    name: 'Serverless packages sound CloudFormation',
    concerns: is('iac', 'serverless-framework'),
    needs: ['cfn-lint'],
    run: lines(`npm install --no-audit --no-fund
for stage in dev staging prod; do
  npx osls package --stage "$stage"
  cfn-lint --ignore-checks W3005 -- .serverless/cloudformation-template-update-stack.json
done`),
  },
  { name: 'promises (SAM)', concerns: is('iac', 'sam'), needs: ['sam'], run: keepsPromises },
  { name: 'promises (Serverless)', concerns: is('iac', 'serverless-framework'), run: keepsPromises },
  {
    name: 'Terraform fmt, validate, test',
    concerns: is('iac', 'terraform'),
    needs: ['terraform'],
    run: terraform,
  },
  {
    name: 'Pulumi types and mocks',
    concerns: is('iac', 'pulumi'),
    run: subject =>
      runLines(
        `npm --prefix infra install --ignore-scripts --no-audit --no-fund && ${commandOf(subject, 'validate')}`,
        {
          ...surroundings(subject),
          limit: 900,
        },
      ),
  },
  {
    name: 'actionlint',
    concerns: is('ci', 'github-actions'),
    needs: ['actionlint'],
    run: lines(workflowLines.actionlint),
  },
  {
    name: 'zizmor',
    concerns: is('ci', 'github-actions'),
    needs: ['zizmor'],
    run: lines(workflowLines.zizmor),
  },
  {
    name: 'GitLab CI schema',
    concerns: is('ci', 'gitlab-ci'),
    needs: ['gitlab-ci-local'],
    run: lines(`git init --quiet . && git remote add origin https://gitlab.example.com/group/project.git
gitlab-ci-local --list`),
  },
  {
    name: 'cfn-lint of the pipeline',
    concerns: ({ folder }) => existsSync(join(folder, 'pipeline')),
    needs: ['cfn-lint'],
    run: lines('for template in pipeline/*.yaml; do cfn-lint "$template"; done'),
  },
  {
    name: 'shellcheck',
    concerns: ({ folder }) => filesIn(folder).some(file => file.endsWith('.sh')),
    needs: ['shellcheck'],
    run: lines(
      `find . -name '*.sh' -not -path '*/node_modules/*' -not -path './build/*' -not -path './.venv/*' -print0 | xargs -0 shellcheck`,
    ),
  },
  {
    name: 'promtool',
    concerns: includes('monitoring', 'prometheus'),
    needs: ['promtool'],
    run: subject => promtool(subject),
  },
  {
    name: 'checkov',
    concerns: () => true,
    needs: ['checkov'],
    run: lines(
      `config=() ; if [ -f .checkov.yaml ]; then config=(--config-file .checkov.yaml); fi
checkov --directory . "\${config[@]}" --skip-path '(^|/)node_modules/' --skip-path '(^|/)build/' --skip-path '(^|/)\\.venv/' --skip-path '(^|/)\\.serverless/' --skip-path '(^|/)\\.terraform/' --skip-download --quiet --compact`,
      {},
      600,
    ),
  },
];

/** A command that the project itself names. */
function own(name: string, id: string, limit = 300): ProjectCheck {
  return {
    name,
    concerns: () => true,
    run: subject => runLines(commandOf(subject, id), { ...surroundings(subject), limit }),
  };
}

function lines(text: string, env: NodeJS.ProcessEnv = {}, limit = 300): ProjectCheck['run'] {
  return subject => {
    const { cwd, env: common } = surroundings(subject);
    return runLines(text, { cwd, env: { ...common, ...env }, limit });
  };
}

function is(choice: string, option: string): ProjectCheck['concerns'] {
  return ({ request }) => request.choices[choice] === option;
}

function includes(choice: string, option: string): ProjectCheck['concerns'] {
  return ({ request }) => listOf(request.choices[choice]).includes(option);
}

function commandOf({ catalogue, request }: Subject, id: string): string {
  const found = projectCommands(catalogue, request).find(command => command.id === id);
  if (!found) throw new Error(`The project has no command ${id}.`);
  return found.line;
}

/** A Python project runs in an environment of its own, as its README says. */
function surroundings({ folder, request, tools }: Subject): { cwd: string; env: NodeJS.ProcessEnv } {
  const venv = join(folder, '.venv');
  const isPython = request.choices.language === 'python';
  return {
    cwd: folder,
    env: {
      PATH: isPython ? `${join(venv, 'bin')}${delimiter}${tools.path}` : tools.path,
      ...(isPython ? { VIRTUAL_ENV: venv, PIP_DISABLE_PIP_VERSION_CHECK: '1' } : {}),
      // What a person has configured must not decide; without an account, nothing may reach for one.
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      NO_UPDATE_NOTIFIER: '1',
      CI: '1',
    },
  };
}

/** Starts the project's local server and has every trigger do its work, by real requests. */
async function answersLocally(subject: Subject): Promise<Outcome> {
  const port = await freePort();
  const { cwd, env } = surroundings(subject);
  const base = `http://127.0.0.1:${port}`;
  const triggers = listOf(subject.request.choices.trigger);
  const request = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: response.status, text: await response.text() };
  };
  const act = async (): Promise<Outcome> => {
    const seen: string[] = [];
    const expect = async (status: number, method: string, path: string, body?: unknown): Promise<void> => {
      const answer = await request(method, path, body);
      seen.push(`${method} ${path}: ${answer.status} ${answer.text}`);
      if (answer.status !== status) throw new Error(`expected ${status}`);
    };
    try {
      for (const trigger of triggers.filter(trigger => trigger !== 'http'))
        await expect(200, 'POST', `/_triggers/${trigger}`);
      if (triggers.includes('http')) {
        const order = { id: 'ord-1', customer: 'cus-1', lines: [{ sku: 'tea', quantity: 2, unitPrice: 450 }] };
        await expect(200, 'GET', '/health');
        await expect(201, 'POST', '/orders', order);
        await expect(400, 'POST', '/orders', { ...order, lines: [] });
        await expect(404, 'GET', '/nowhere');
        if (subject.request.choices.state !== 'none') await expect(200, 'GET', '/orders/ord-1');
      }
      return { passed: true, output: '' };
    } catch (error) {
      return { passed: false, output: `${String(error)}\n${seen.join('\n')}` };
    }
  };
  const isUp = async (): Promise<boolean> => {
    try {
      await fetch(`${base}/health`);
      return true;
    } catch {
      return false;
    }
  };
  return withServer(commandOf(subject, 'local'), { cwd, env: { ...env, PORT: String(port) } }, isUp, act);
}

/** Some registries, mirrors above all, do not answer the question. */
async function audit(subject: Subject): Promise<Outcome> {
  const outcome = await runLines('npm audit --audit-level=high', surroundings(subject));
  const isUnanswered = outcome.output.includes('audit endpoint returned an error');
  return isUnanswered ? { ...outcome, isUnavailable: true } : outcome;
}

async function translates(subject: Subject): Promise<Outcome> {
  const translated = await translate(subject);
  if (!translated.passed) return translated;
  const outcome = await runLines(`cfn-lint --ignore-checks W3005 -- ${translation}`, {
    ...surroundings(subject),
    env: { ...surroundings(subject).env, AWS_DEFAULT_REGION: 'eu-central-1' },
  });
  await rm(join(subject.folder, translation));
  return outcome;
}

const translation = '.translated.json';

/** Writes the CloudFormation that the SAM template stands for, as a file beside it. */
async function translate(subject: Subject): Promise<Outcome> {
  const script = join(subject.folder, '.translate.py');
  await writeFile(
    script,
    `import json, re, sys
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse
template = yaml_parse(open('template.yaml').read())
for resource in template['Resources'].values():
    # The translator wants to know where the code will be, which is settled when it is deployed.
    if 'CodeUri' in resource.get('Properties', {}):
        resource['Properties']['CodeUri'] = 's3://bucket/key'
if 'CodeUri' in template.get('Globals', {}).get('Function', {}):
    template['Globals']['Function']['CodeUri'] = 's3://bucket/key'
class Policies:
    def load(self):
        return {}
# The extensions of the language are worked out elsewhere, and go on being needed.
json.dump({'Transform': 'AWS::LanguageExtensions', **transform(template, {}, Policies())}, open('${translation}', 'w'))
`,
  );
  const { cwd, env } = surroundings(subject);
  const python = join(subject.tools.path.split(delimiter).find(folder => folder.endsWith('aws/bin')) ?? '', 'python');
  const outcome = await runLines(`AWS_DEFAULT_REGION=eu-central-1 '${python}' .translate.py`, { cwd, env });
  await rm(script);
  return outcome;
}

/** Holds what each stage comes to against what is promised. */
async function keepsPromises(subject: Subject): Promise<Outcome> {
  const { catalogue, request } = subject;
  const runtime = partsFor(catalogue, request)
    .map(({ values }) => values?.runtime)
    .find(Boolean);
  const broken: string[] = [];
  for (const stage of ['dev', 'staging', 'prod'] as const) {
    const made = request.choices.iac === 'sam' ? await bySam(subject, stage) : await byServerless(subject, stage);
    if ('passed' in made) return made;
    broken.push(...brokenPromises({ ...request, stage, runtime: String(runtime), ...made }));
  }
  return { passed: broken.length === 0, output: broken.join('\n') };
}

type Made = Pick<Deployed, 'template' | 'parameters' | 'tags'>;

async function bySam(subject: Subject, stage: Deployed['stage']): Promise<Made | Outcome> {
  const translated = await translate(subject);
  if (!translated.passed) return translated;
  const template = JSON.parse(await readFile(join(subject.folder, translation), 'utf8'));
  await rm(join(subject.folder, translation));
  const settings = parseToml(await readFile(join(subject.folder, 'samconfig.toml'), 'utf8'));
  const given = at(settings, stage, 'deploy', 'parameters');
  const tags = listOfValues(at(given, 'tags')).map(tag => String(tag).split('='));
  return { template, parameters: { ...(at(given, 'parameter_overrides') as object) }, tags: Object.fromEntries(tags) };
}

async function byServerless(subject: Subject, stage: Deployed['stage']): Promise<Made | Outcome> {
  const packaged = await runLines(
    `[ -d node_modules/osls ] || npm install --no-audit --no-fund
npx osls package --stage ${stage}`,
    surroundings(subject),
  );
  if (!packaged.passed) return packaged;
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(subject.folder, '.serverless', file), 'utf8'));
  return {
    template: await read('cloudformation-template-update-stack.json'),
    tags: { ...(at(await read('serverless-state.json'), 'service', 'provider', 'stackTags') as object) },
  };
}

/**
 * The provider that some machines carry is older than what is generated: in a copy, and only for this check, its version is
 * relaxed, and what it does not know yet is overridden: the runtime, and how it names the region.
 */
async function terraform(subject: Subject): Promise<Outcome> {
  const { folder, tools, request } = subject;
  const copy = `${folder}-terraform`;
  await cp(folder, copy, { recursive: true, filter: path => !/node_modules|\.venv/.test(path) });
  const { env } = surroundings(subject);
  if (tools.terraformProviders !== undefined) {
    const runtime = request.choices.language === 'typescript' ? '\n  runtime = "nodejs22.x"' : '';
    await writeFile(
      join(copy, 'infra', 'check_override.tf'),
      `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100"
    }
  }
}
locals {
  region  = "eu-central-1"${runtime}
}
`,
    );
  }
  const plugins = tools.terraformProviders === undefined ? '' : `-plugin-dir='${tools.terraformProviders}'`;
  const here = {
    cwd: join(copy, 'infra'),
    env: { ...env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
    limit: 600,
  };
  const formatted = await runLines(`terraform fmt -check -recursive -diff '${folder}/infra'`, here);
  if (!formatted.passed) return formatted;
  const ready = await runLines(`terraform init -backend=false -input=false ${plugins}`, here);
  // Without the provider on this machine, the registry has to be reached.
  const isOutOfReach = /could not connect|failed to (?:query available provider packages|request discovery)/i.test(
    ready.output,
  );
  if (!ready.passed) return { ...ready, isUnavailable: isOutOfReach };
  return runLines('terraform validate; terraform test', here);
}

function promtool(subject: Subject): Promise<Outcome> {
  const { cwd, env } = surroundings(subject);
  return runLines(
    'cd monitoring/prometheus; promtool check config --syntax-only prometheus.yaml; promtool check rules rules.yaml; promtool test rules rules.test.yaml',
    { cwd, env },
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => !/node_modules|\.venv/.test(path));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}
