/** What a code sample of the guide must pass, each against the real tool. */
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { type Outcome, runLines } from '../tools/shell.mts';
import type { Tools } from '../tools/tools.mts';
import type { Libraries } from './libraries.mts';
import type { Sample } from './samples.mts';

/** A sample on disk, in a folder of its own. */
export interface Surroundings extends Sample {
  readonly folder: string;
  readonly path: string;
  readonly tools: Tools;
  readonly libraries: Libraries;
}

export interface SampleCheck {
  readonly name: string;
  concerns(sample: Sample): boolean;
  /** Commands without which it cannot be done here. */
  readonly needs?: readonly string[];
  run(subject: Surroundings): Promise<Outcome>;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));
const good: Outcome = { passed: true, output: '' };
const absent: Outcome = { passed: false, output: '', isUnavailable: true };

export const checks: readonly SampleCheck[] = [
  { name: 'TypeScript, strict', concerns: named(/\.tsx?$/), run: typescript },
  { name: 'Python, ruff and mypy', concerns: named(/\.py$/), run: python },
  {
    name: 'AWS SAM and CloudFormation, cfn-lint',
    concerns: named(/(^|\/)template\.ya?ml$/),
    needs: ['cfn-lint'],
    run: command('cfn-lint --ignore-checks W3005 W2001 --regions eu-central-1 --'),
  },
  { name: 'IAM policies, cfn-lint', concerns: named(/policy\.json$/), needs: ['cfn-lint'], run: policy },
  { name: 'Terraform, fmt and validate', concerns: named(/\.tf$/), needs: ['terraform'], run: terraform },
  {
    name: 'GitHub workflows, actionlint',
    concerns: named(/\.github\/workflows\//),
    needs: ['actionlint'],
    run: command('actionlint'),
  },
  {
    name: 'GitLab CI, its schema',
    concerns: named(/\.gitlab-ci\.yml$/),
    needs: ['gitlab-ci-local'],
    run: subject =>
      lines(
        subject,
        'git init --quiet . && git remote add origin https://gitlab.example.com/group/project.git && gitlab-ci-local --list',
      ),
  },
  {
    name: 'Prometheus rules, promtool',
    concerns: named(/(^|\/)(rules|alerts)\.ya?ml$/),
    needs: ['promtool'],
    run: command('promtool check rules'),
  },
  { name: 'OpenFaaS stacks', concerns: named(/(^|\/)stack\.ya?ml$/), run: async subject => openfaas(subject.text) },
  {
    name: 'Azure Functions host.json',
    concerns: named(/(^|\/)host\.json$/),
    run: async subject => hostJson(subject.text),
  },
  {
    name: 'Shell, shellcheck',
    concerns: ({ language }) => language === 'sh',
    needs: ['shellcheck'],
    run: command('shellcheck --shell=bash'),
  },
  {
    name: 'YAML and JSON',
    concerns: ({ language }) => language === 'yaml' || language === 'json',
    run: async ({ text }) => parses(text),
  },
];

function named(pattern: RegExp): SampleCheck['concerns'] {
  return ({ file }) => pattern.test(file);
}

function command(line: string): SampleCheck['run'] {
  return subject => lines(subject, `${line} '${subject.path}'`);
}

function lines({ folder, tools }: Surroundings, text: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return runLines(text, { cwd: folder, env: { PATH: tools.path, AWS_DEFAULT_REGION: 'eu-central-1', ...env } });
}

/** As strict as this repository itself, as a module of its own. */
async function typescript(subject: Surroundings): Promise<Outcome> {
  if (subject.libraries.node === undefined) return absent;
  await symlink(join(subject.libraries.node, 'node_modules'), join(subject.folder, 'node_modules'));
  await writeFile(join(subject.folder, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(subject.folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2024',
        module: 'nodenext',
        strict: true,
        noUncheckedIndexedAccess: true,
        noUnusedLocals: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      },
      include: ['.'],
    }),
  );
  return lines(subject, `'${join(repository, 'node_modules', '.bin', 'tsc')}' -p .`);
}

async function python(subject: Surroundings): Promise<Outcome> {
  const { libraries, path } = subject;
  if (libraries.python === undefined) return absent;
  const ruff = `'${join(libraries.python, 'ruff')}' check --quiet --no-cache --select E,F,B,S,UP --ignore E501,S101 '${path}'`;
  const mypy = `'${join(libraries.python, 'mypy')}' --cache-dir /dev/null --check-untyped-defs --ignore-missing-imports '${path}'`;
  return lines(subject, `${ruff}\n${mypy}`);
}

/** A policy is not linted by itself, but in a template that holds it. */
async function policy(subject: Surroundings): Promise<Outcome> {
  const template = join(subject.folder, 'holder.json');
  const Properties = { PolicyDocument: JSON.parse(subject.text) };
  const Resources = { Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties } };
  await writeFile(template, JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources }));
  return lines(subject, `cfn-lint -- '${template}'`);
}

/** The provider that some machines carry may be older than the sample asks for: its version is relaxed for this check alone. */
async function terraform(subject: Surroundings): Promise<Outcome> {
  const { tools, folder } = subject;
  const formatted = await lines(subject, `terraform fmt -check -diff '${subject.path}'`);
  if (!formatted.passed) return formatted;
  if (tools.terraformProviders !== undefined)
    await writeFile(
      join(folder, 'check_override.tf'),
      'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = ">= 5.0"\n    }\n  }\n}\n',
    );
  const plugins = tools.terraformProviders === undefined ? '' : `-plugin-dir='${tools.terraformProviders}'`;
  const quiet = { TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };
  const ready = await lines(subject, `terraform init -backend=false -input=false ${plugins}`, quiet);
  const isOutOfReach = /could not connect|failed to (?:query available provider packages|request discovery)/i.test(
    ready.output,
  );
  if (!ready.passed) return { ...ready, isUnavailable: isOutOfReach };
  return lines(subject, 'terraform validate', quiet);
}

/** What `faas-cli` needs to read a stack: https://docs.openfaas.com/reference/yaml/, read on 2026-11-24. */
function openfaas(text: string): Outcome {
  const { version, provider, functions } = parseYaml(text) as Record<string, unknown>;
  const wrong: string[] = [];
  if (version !== 1 && version !== '1.0') wrong.push('version is 1.0');
  if ((provider as { name?: unknown } | undefined)?.name !== 'openfaas') wrong.push('provider.name is openfaas');
  const entries = Object.entries((functions ?? {}) as Record<string, Record<string, unknown>>);
  if (entries.length === 0) wrong.push('there is a function');
  const known = [
    'lang',
    'handler',
    'image',
    'environment',
    'environment_file',
    'secrets',
    'labels',
    'annotations',
    'limits',
    'requests',
    'constraints',
    'build_args',
    'build_options',
    'readonly_root_filesystem',
    'skip_build',
    'namespace',
    'fprocess',
    'topic',
    'schedule',
  ];
  for (const [name, body] of entries) {
    if (!body.image) wrong.push(`${name} has an image`);
    for (const key of Object.keys(body)) if (!known.includes(key)) wrong.push(`${name} has no ${key}`);
  }
  return wrong.length === 0
    ? good
    : { passed: false, output: wrong.map(line => `It should be so that ${line}.`).join('\n') };
}

/** The entries that https://learn.microsoft.com/azure/azure-functions/functions-host-json names, read on 2026-11-24. */
function hostJson(text: string): Outcome {
  const known = [
    'version',
    'aggregator',
    'applicationInsights',
    'concurrency',
    'customHandler',
    'extensionBundle',
    'extensions',
    'functions',
    'functionTimeout',
    'healthMonitor',
    'http',
    'logging',
    'managedDependency',
    'retry',
    'singleton',
    'telemetryMode',
    'watchDirectories',
    'watchFiles',
    '$schema',
  ];
  const value = JSON.parse(text) as Record<string, unknown>;
  const wrong = Object.keys(value).filter(key => !known.includes(key));
  if (value.version === '2.0' && wrong.length === 0) return good;
  return { passed: false, output: `version is "2.0"; not known: ${wrong.join(', ') || 'nothing'}` };
}

function parses(text: string): Outcome {
  try {
    // JSON is YAML too.
    parseYaml(text, { logLevel: 'error', strict: true, uniqueKeys: true });
    return good;
  } catch (error) {
    return { passed: false, output: String(error) };
  }
}
