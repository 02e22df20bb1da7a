/** The real tools that generated projects and the guide's samples are held against: installed into a folder of their own, or said to be missing. */
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLines } from './shell.mts';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'serverless-advisor-tools');

export interface Tools {
  /** What commands of a project find first: Node of this repository, a Python of 3.13 or newer, and the tools. */
  readonly path: string;
  /** The Python interpreter for virtual environments of projects; nothing where there is none. */
  readonly python: string | undefined;
  /** A folder with Terraform's AWS provider, where one is on this machine. */
  readonly terraformProviders: string | undefined;
  readonly missing: readonly string[];
  has(command: string): boolean;
}

/** Installs what can be installed from npm and PyPI, and looks for the rest. */
export async function prepareTools(): Promise<Tools> {
  await mkdir(cache, { recursive: true });
  const node = dirname(process.execPath);
  const missing: string[] = [];
  const python = await findPython();
  const folders = [node];
  const pathOf = (): string => [...folders, process.env.PATH ?? ''].join(delimiter);
  const has = (command: string): boolean =>
    pathOf()
      .split(delimiter)
      .some(folder => folder !== '' && existsSync(join(folder, command)));
  await copyFile(join(here, 'package.json'), join(cache, 'package.json'));
  const npm = await runLines('npm install --no-audit --no-fund --ignore-scripts', { cwd: cache, limit: 600 });
  if (existsSync(join(cache, 'bin', 'actionlint')) || has('go')) {
    const go = await runLines(
      '[ -x bin/actionlint ] || GOBIN="$PWD/bin" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
      {
        cwd: cache,
        limit: 600,
      },
    );
    if (go.passed) folders.push(join(cache, 'bin'));
    else missing.push(`actionlint (go: ${lastLine(go.output)})`);
  } else missing.push('Go, which builds actionlint (https://go.dev/doc/install)');
  if (npm.passed) folders.push(join(cache, 'node_modules', '.bin'));
  else missing.push(`gitlab-ci-local (npm: ${lastLine(npm.output)})`);
  if (python === undefined)
    missing.push('Python 3.13 or newer: Python projects, cfn-lint, SAM and checkov are not tried');
  else
    for (const set of ['aws', 'scanners']) {
      const pip = await runLines(
        `'${python}' -m venv ${set} && ${set}/bin/python -m pip install --quiet --disable-pip-version-check -r '${join(here, `${set}.txt`)}'`,
        { cwd: cache, limit: 900 },
      );
      if (!pip.passed) missing.push(`the tools of ${set}.txt (pip: ${lastLine(pip.output)})`);
      folders.push(join(cache, set, 'bin'));
    }
  const names: Record<string, string> = {
    terraform: 'terraform (https://developer.hashicorp.com/terraform/install)',
    shellcheck: 'shellcheck (apt-get install shellcheck)',
    promtool: 'promtool (apt-get install prometheus)',
  };
  for (const [command, name] of Object.entries(names)) if (!has(command)) missing.push(name);
  const terraformProviders = findProviders();
  if (has('terraform') && terraformProviders === undefined)
    missing.push('a folder with terraform-provider-aws (TERRAFORM_PLUGIN_DIR); it is downloaded instead');
  return { path: pathOf(), python, terraformProviders, missing, has };
}

async function findPython(): Promise<string | undefined> {
  const pyenv = join(homedir(), '.pyenv', 'versions');
  const candidates = [
    process.env.PYTHON ?? '',
    'python3.14',
    'python3.13',
    'python3',
    'python',
    ...(existsSync(pyenv) ? readdirSync(pyenv).map(version => join(pyenv, version, 'bin', 'python')) : []),
  ];
  for (const candidate of candidates.filter(Boolean)) {
    const test = 'import sys; assert sys.version_info >= (3, 13); print(sys.executable)';
    const { passed, output } = await runLines(`'${candidate}' -c '${test}'`, { cwd: cache });
    if (passed) return output.trim();
  }
  return undefined;
}

/** Some machines carry Terraform's providers, in the layout that `-plugin-dir` wants: where Terraform itself looks, or beside other programs. */
function findProviders(): string | undefined {
  const folders = [
    process.env.TERRAFORM_PLUGIN_DIR ?? '',
    process.env.TF_PLUGIN_CACHE_DIR ?? '',
    join(homedir(), '.terraform.d', 'plugins'),
    ...['/usr/share', '/usr/local/share', '/opt'].flatMap(parent =>
      existsSync(parent) ? readdirSync(parent).map(name => join(parent, name)) : [],
    ),
    '/usr/share/terraform/plugins',
    '/usr/local/share/terraform/plugins',
  ];
  return folders.find(folder => folder !== '' && existsSync(join(folder, 'registry.terraform.io', 'hashicorp', 'aws')));
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
