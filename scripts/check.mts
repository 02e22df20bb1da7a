/** `npm run check`: types, lint and format with the dependency rule, what is said, content. All of them run; any that fails fails the whole. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { typesAreCurrent } from './content/types.mts';
import { rawCalls } from './words/raw.mts';
import { hostSources, withSources } from './words/sources.mts';

const root = fileURLToPath(new URL('..', import.meta.url));

const checks: readonly [name: string, run: () => Promise<boolean>][] = [
  ['types', () => execute('tsc', ['-p', '.'])],
  ['types of core, which knows no host', () => execute('tsc', ['-p', 'src/core'])],
  [
    'lint, format and dependency rule',
    () => execute('biome', ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50', '.']),
  ],
  ['nothing is shown past the place that makes it inert', nothingIsRaw],
  ['content', () => execute('tsx', ['scripts/content/check.mts'], { sayAlways: true })],
  ['types made from the schemas are current', typesAreCurrent],
];

const results = await Promise.all(checks.map(async ([name, run]) => ({ name, passed: await run() })));
for (const { name, passed } of results) console.log(`${passed ? '✔' : '✘'} ${name}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

async function nothingIsRaw(): Promise<boolean> {
  const found = withSources(`${root}tsconfig.json`, hostSources, rawCalls);
  for (const { file, line, problem } of found) console.error(`${file}:${line} ${problem}`);
  return found.length === 0;
}

/** Runs a tool of node_modules; what it says is shown as a whole when it ends, and unless `sayAlways` only when it fails. */
function execute(tool: string, args: readonly string[], { sayAlways = false } = {}): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(tool, args, { cwd: root, shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.on('error', error => {
      console.error(`${tool}: ${error.message}`);
      resolve(false);
    });
    child.on('close', code => {
      if (code !== 0) console.error(output);
      else if (sayAlways) console.log(output.trim());
      resolve(code === 0);
    });
  });
}
