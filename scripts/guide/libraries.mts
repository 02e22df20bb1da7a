/** What the guide's samples import, installed into a folder of its own so that their types can be checked. */
import { copyFile, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLines } from '../tools/shell.mts';
import type { Tools } from '../tools/tools.mts';

const here = fileURLToPath(new URL('packages/', import.meta.url));
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'serverless-advisor-guide');

export interface Libraries {
  /** The folder that holds node_modules; nothing where npm failed. */
  readonly node: string | undefined;
  /** The folder of programs of the Python environment; nothing where there is none. */
  readonly python: string | undefined;
  readonly missing: readonly string[];
}

/** Installs the libraries, or brings them up to date. */
export async function prepareLibraries({ python }: Tools): Promise<Libraries> {
  const missing: string[] = [];
  await mkdir(cache, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await copyFile(join(here, file), join(cache, file));
  const npm = await runLines(
    'cmp -s package-lock.json installed.json || { npm ci --no-audit --no-fund --ignore-scripts && cp package-lock.json installed.json; }',
    { cwd: cache, limit: 900 },
  );
  if (!npm.passed) missing.push(`the libraries of the TypeScript samples (npm: ${lastLine(npm.output)})`);
  const pip = python
    ? await runLines(
        `'${python}' -m venv python && python/bin/python -m pip install --quiet --disable-pip-version-check -r '${join(here, 'requirements.txt')}'`,
        { cwd: cache, limit: 900 },
      )
    : { passed: false, output: 'There is no Python of 3.13 or newer.' };
  if (!pip.passed) missing.push(`the libraries of the Python samples (pip: ${lastLine(pip.output)})`);
  return {
    node: npm.passed ? cache : undefined,
    python: pip.passed ? join(cache, 'python', 'bin') : undefined,
    missing,
  };
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
