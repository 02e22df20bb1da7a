/**
 * npm run test:scaffold [-- --only 3,7] [--check NAME] [--jobs N] [--keep]
 *
 * Generates projects that cover every pair of options, and holds each against the real tools, and this repository's own workflows too.
 * Prints a table of what was checked, and what failed in full. Needs Python 3.13, and names what else is missing.
 *
 *   --only 3,7    these projects
 *   --check NAME  the checks whose name has this in it, besides installing and building
 *   --jobs N      so many projects at once; 2 unless given
 *   --keep        leaves the projects where they are
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Choices, completeChoices, listOf } from '../../src/core/scaffold/choices';
import { plan } from '../../src/core/scaffold/plan';
import { type Outcome, runLines } from '../tools/shell.mts';
import { prepareTools } from '../tools/tools.mts';
import { checks, type ProjectCheck, type Subject } from './checks.mts';
import { coveringSet } from './combinations.mts';
import { ownChecks } from './own-checks.mts';
import { loadCatalogue } from './request.mts';

/** Stands for this repository where others are numbers of projects. */
const here = 'this repository';

interface Result {
  readonly project: number | typeof here;
  readonly check: string;
  readonly outcome: 'passed' | 'failed' | 'not possible here';
  readonly seconds: number;
  readonly output: string;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    check: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
  },
});

const catalogue = await loadCatalogue();
const tools = await prepareTools();
for (const missing of tools.missing) console.log(`Missing: ${missing}`);
const combinations = [completeChoices(catalogue, {}), ...coveringSet(catalogue, 2, 3)];
const chosen = options.only?.split(',').map(Number) ?? combinations.map((_, index) => index);
const home = await mkdtemp(join(tmpdir(), 'scaffolded-'));
const results: Result[] = [];
const queue = [...chosen];
if (options.only === undefined) await verifyOwn();
await Promise.all(Array.from({ length: Number(options.jobs) }, work));
if (!options.keep) await rm(home, { recursive: true, force: true });
report();

async function work(): Promise<void> {
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    const choices = combinations[index];
    if (choices) await verify(index, choices);
  }
}

async function verify(index: number, choices: Choices): Promise<void> {
  // Half of the names are as long as a name may be.
  const name = index % 2 === 0 ? 'orders' : 'order-intake-of-the-north-west';
  const folder = join(home, `${index}-${name}`);
  const request = { name, choices };
  for (const { path, text } of plan(catalogue, request)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const subject: Subject = { folder, catalogue, request, tools };
  if (choices.language === 'python' && tools.python) await runLines(`'${tools.python}' -m venv .venv`, { cwd: folder });
  const own: Result[] = [];
  for (const check of checks.filter(check => check.concerns(subject))) {
    if (options.check && check.name !== 'install' && check.name !== 'build' && !check.name.includes(options.check))
      continue;
    own.push(await tryCheck(index, subject, check));
  }
  results.push(...own);
  say(`${index} ${describe(choices)}`, own);
  if (!options.keep) await rm(folder, { recursive: true, force: true });
}

async function verifyOwn(): Promise<void> {
  const concerned = ownChecks.filter(({ name }) => !options.check || name.includes(options.check));
  const own = await Promise.all(
    concerned.map(({ name, needs, run }) =>
      tools.has(needs)
        ? timed(here, name, () => run(tools))
        : ({ project: here, check: name, outcome: 'not possible here', seconds: 0, output: '' } as const),
    ),
  );
  results.push(...own);
  say(here, own);
}

async function tryCheck(project: number, subject: Subject, check: ProjectCheck): Promise<Result> {
  const lacks = check.needs?.some(command => !tools.has(command)) ?? false;
  const isPython = subject.request.choices.language === 'python';
  if (lacks || (isPython && tools.python === undefined))
    return { project, check: check.name, outcome: 'not possible here', seconds: 0, output: '' };
  return timed(project, check.name, () => check.run(subject));
}

async function timed(project: Result['project'], check: string, run: () => Promise<Outcome>): Promise<Result> {
  const started = Date.now();
  const { passed, output, isUnavailable } = await run().catch(
    (error): Outcome => ({
      passed: false,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  return {
    project,
    check,
    outcome: isUnavailable ? 'not possible here' : passed ? 'passed' : 'failed',
    seconds: (Date.now() - started) / 1000,
    output,
  };
}

/** A line for what has been checked, and what failed in full. */
function say(what: string, own: readonly Result[]): void {
  const failed = own.filter(({ outcome }) => outcome === 'failed');
  const seconds = own.reduce((sum, result) => sum + result.seconds, 0);
  console.log(`${failed.length === 0 ? '✔' : '✘'} ${what} (${seconds.toFixed(0)} s)`);
  for (const { check, output } of failed) console.log(`    ✘ ${check}\n${indent(output)}`);
}

function report(): void {
  const count = (outcome: Result['outcome'], of = results): number =>
    of.filter(result => result.outcome === outcome).length;
  const width = Math.max(...checks.map(({ name }) => name.length)) + 2;
  console.log(
    `\n${''.padEnd(width)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'not here'.padStart(10)}${'time'.padStart(9)}`,
  );
  for (const { name } of checks) {
    const of = results.filter(({ check }) => check === name);
    if (of.length === 0) continue;
    const seconds = of.reduce((sum, result) => sum + result.seconds, 0);
    console.log(
      `${name.padEnd(width)}${String(count('passed', of)).padStart(8)}${String(count('failed', of)).padStart(8)}${String(count('not possible here', of)).padStart(10)}${`${seconds.toFixed(0)} s`.padStart(9)}`,
    );
  }
  for (const { project, check, outcome } of results) if (outcome === 'failed') console.log(`✘ ${project} ${check}`);
  const absent = count('not possible here');
  console.log(`\n${chosen.length} projects.`);
  console.log(
    `${count('passed')} passed, ${count('failed')} failed${absent > 0 ? `, ${absent} not possible here` : ''}`,
  );
  process.exitCode = count('failed') > 0 ? 1 : 0;
}

function describe(choices: Choices): string {
  return Object.values(choices)
    .map(value => listOf(value).join('+') || 'none')
    .join(' ');
}

function indent(output: string): string {
  // The end says what went wrong; a whole log of a package manager would hide it.
  const lines = output.trim().split('\n').slice(-40);
  return lines.map(line => `        ${line.slice(0, 300)}`).join('\n');
}
