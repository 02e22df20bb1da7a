/**
 * npm run check [-- --summary]
 *
 * Types, lint and format, the dependency rule, what is shown and in which language, the content. All of them run; a fault is a line with its place and
 * the name of the check, and any fails the whole. `npm run fix` mends what can be mended by itself.
 *
 *   --summary   says how much of everything is in content/, and which facts and chapters nobody has read for a year
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { typesAreCurrent } from '../src/compiler/types.mts';
import { lintFaults, typeFaults } from './check-output.mts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({ options: { summary: { type: 'boolean', default: false } } });

/** Each gives what is wrong, a line for each fault. */
const checks: readonly [name: string, run: () => Promise<readonly string[]>][] = [
  ['types', () => typesOf('.')],
  ['types of core, which knows no host', () => typesOf('src/core')],
  ['lint and format', lint],
  ['dependency rule', () => sourceFaults('dependencies')],
  ['nothing is shown past the place that makes it inert', () => sourceFaults('words')],
  ['what people read comes from tables', () => sourceFaults('english')],
  ['content', content],
  ['types made from the schemas are current', generatedTypes],
];
/** What --summary says, when there is nothing to mend. */
let summary = '';

const results = await Promise.all(checks.map(async ([name, run]) => ({ name, faults: await run() })));
// One of core is found as one of the whole, too.
for (const fault of new Set(results.flatMap(({ faults }) => faults))) console.error(fault);
for (const { name, faults } of results) console.log(`${faults.length === 0 ? '✔' : '✘'} ${name}`);
if (summary !== '') console.log(`\n${summary}`);
process.exitCode = results.every(({ faults }) => faults.length === 0) ? 0 : 1;

function typesOf(project: string): Promise<readonly string[]> {
  return faultsOf('tsc', ['-p', project, '--pretty', 'false'], typeFaults);
}

/** Without remarks that nobody has to act on: they would bury what somebody has to. */
function lint(): Promise<readonly string[]> {
  const quiet = ['--diagnostic-level=warn', '--max-diagnostics=none', '--colors=off'];
  return faultsOf('biome', ['ci', '--error-on-warnings', '--reporter=json', ...quiet, '.'], lintFaults);
}

function sourceFaults(kind: 'dependencies' | 'words' | 'english'): Promise<readonly string[]> {
  return faultsOf('tsx', ['scripts/source-faults.mts', kind], output => (output === '' ? [] : linesOf(output)));
}

async function content(): Promise<readonly string[]> {
  const args = ['src/compiler/check.mts', ...(options.summary ? ['--summary'] : [])];
  const { passed, stdout, stderr } = await execute('tsx', args);
  summary = stdout.trim();
  return passed ? [] : linesOf(stderr);
}

async function generatedTypes(): Promise<readonly string[]> {
  const target = 'src/core/content/types.ts';
  return (await typesAreCurrent())
    ? []
    : [`${target} is not what content/schemas call for: npm run build makes it (generated types)`];
}

/** The faults that a tool finds; all that it says, where it fails without any. */
async function faultsOf(
  tool: string,
  args: readonly string[],
  read: (output: string) => readonly string[],
): Promise<readonly string[]> {
  const { passed, stdout, stderr } = await execute(tool, args);
  if (passed) return [];
  try {
    const faults = read(stdout);
    if (faults.length > 0) return faults;
  } catch {
    // It has not come as far as its report.
  }
  return linesOf(`${tool} failed.\n${stdout}${stderr}`);
}

function linesOf(output: string): string[] {
  return output.trim().split('\n');
}

/** Runs a tool of node_modules to its end. */
function execute(tool: string, args: readonly string[]): Promise<{ passed: boolean; stdout: string; stderr: string }> {
  return new Promise(resolve => {
    const child = spawn(tool, args, { cwd: root, shell: process.platform === 'win32' });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', chunk => (said.stdout += chunk));
    child.stderr.on('data', chunk => (said.stderr += chunk));
    child.on('error', error => resolve({ passed: false, stdout: '', stderr: error.message }));
    child.on('close', code => resolve({ passed: code === 0, ...said }));
  });
}
