/**
 * npm run mutate -- FILE … [--seed N] [--most N] [--seconds N] [--all]
 *
 * Makes small changes to sources, one at a time, and runs the tests that import them: a change that no test notices survives, and is
 * printed with its line. FILE is a source below src/ or a folder of them. A changed source is only ever loaded, never written. The
 * compiler is not asked, which would refuse some changes; what a test starts as a program of its own is the build, so nothing is seen of it.
 *
 *   --seed N     which changes are tried where a file has more than --most, and what random tests try; printed, so that a run can be repeated
 *   --most N     how many changes are tried in a file: 60 when nothing is said
 *   --seconds N  how long the tests of a file may compute while nothing is changed: 5 when nothing is said. The quickest come first;
 *                what has no room is left out, and named
 *   --all        tries every change
 *
 * The changes: < and <=, > and >=, and each for its opposite; === for !==; && for ||; + for -, * for /; ++ for --; conditions always true
 * and never; ! left out; either side of ?? alone; ?. as a dot; true for false; texts and lists emptied; statements that call, assign, throw,
 * continue or break left out; calls of filter, sort, slice, trim, replace and their like left out; some for every, min for max, find for
 * findLast, startsWith for endsWith, floor for ceil.
 */
import { readFileSync, statSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { API } from 'typescript/unstable/sync';
import { root } from './install.mjs';
import type { Outcome } from './mutants/messages.mts';
import { type Mutant, mutantsOf } from './mutants/operators.mts';
import { sampleOf } from './mutants/sample.mts';
import { TestProcess } from './mutants/test-process.mts';
import { testsImporting } from './mutants/tests.mts';

interface Result {
  readonly file: string;
  readonly possible: number;
  readonly tried: number;
  readonly survivors: readonly Mutant[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '5' },
    all: { type: 'boolean', default: false },
  },
});
const seed = wholeNumber('seed');
const most = values.all ? Number.POSITIVE_INFINITY : wholeNumber('most');
const budget = wholeNumber('seconds') * 1000;
const config = path.join(root, 'tsconfig.json');

const files = await sourcesNamed(positionals);
const importing = testsImporting(config);
const times = new Map<string, Outcome | string>();
const results: Result[] = [];
for (const file of files) results.push(await measure(file));
if (results.length > 1) console.log(table(results));

function wholeNumber(name: 'seed' | 'most' | 'seconds'): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0; "${values[name]}" is none.`);
}

async function sourcesNamed(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) throw new Error('Name the files to change, such as src/core/assessment/score.ts.');
  const found = new Set<string>();
  for (const name of names) {
    const inProject = path.relative(root, path.resolve(name)).replaceAll('\\', '/');
    const entry = statSync(path.join(root, inProject), { throwIfNoEntry: false });
    if (!entry || !`${inProject}/`.startsWith('src/')) throw new Error(`${name} is no file or folder below src/.`);
    if (entry.isFile()) found.add(inProject);
    else {
      const below: string[] = [];
      for await (const file of glob(`${inProject}/**/*.{ts,tsx}`, { cwd: root }))
        below.push(file.replaceAll('\\', '/'));
      for (const file of below.sort()) found.add(file);
    }
  }
  return [...found];
}

async function measure(file: string): Promise<Result> {
  const started = Date.now();
  const text = readFileSync(path.join(root, file), 'utf8');
  const all = mutantsIn(file);
  const mutants = sampleOf(all, most, seed);
  const tested = new TestProcess();
  try {
    const { tests, took } = await chooseTests(tested, file);
    if (tests.length === 0) {
      const hasTests = importing(file).length > 0;
      console.log(`${file}: ${hasTests ? 'no test that imports it has room, see --seconds' : 'no test imports it'}.`);
      return { file, possible: all.length, tried: mutants.length, survivors: mutants };
    }
    const patience = 3_000 + took * 6;
    const survivors: Mutant[] = [];
    for (const mutant of mutants) {
      const changed = { file, text: text.slice(0, mutant.start) + mutant.to + text.slice(mutant.end) };
      const outcome = await tested.run({ tests, seed, changed }, patience);
      if (outcome !== 'stuck' && outcome.failure === undefined) survivors.push(mutant);
    }
    const after = await tested.run({ tests, seed }, patience);
    if (after === 'stuck' || after.failure !== undefined)
      console.log(
        `${file}: what a change left behind makes tests fail without one, so that fewer were noticed than it seems (${after === 'stuck' ? 'they do not end' : after.failure}).`,
      );
    const result = { file, possible: all.length, tried: mutants.length, survivors };
    console.log(
      `${file}: ${shareOf(result)}, ${all.length} possible, seed ${seed}, ${tests.length} test files, ${((Date.now() - started) / 1000).toFixed(0)} s`,
    );
    for (const { line, from, to } of survivors) console.log(`  ${file}:${line}  ${short(from)}  →  ${short(to)}`);
    return result;
  } finally {
    tested.end();
  }
}

function mutantsIn(file: string): readonly Mutant[] {
  const api = new API({ cwd: root });
  try {
    const source = api
      .updateSnapshot({ openProjects: [config] })
      .getProjects()[0]
      ?.program.getSourceFile(path.join(root, file));
    if (!source) throw new Error(`${file} is not in ${config}.`);
    return mutantsOf(source);
  } finally {
    api.close();
  }
}

/** What the tests of a file take by themselves once they are warm, or why they cannot be used. */
async function timeOf(tested: TestProcess, test: string): Promise<Outcome | string> {
  const known = times.get(test);
  if (known !== undefined) return known;
  const run = () => tested.run({ tests: [test], seed }, budget * 3);
  const first = await run();
  // The first time, packages are loaded too.
  const outcome = first === 'stuck' || first.failure !== undefined ? first : await run();
  const time = outcome === 'stuck' ? 'takes too long' : (outcome.failure ?? outcome);
  times.set(test, time);
  return time;
}

/** The tests that reach a file and have room, the quickest first, and how long they take together, in milliseconds. */
async function chooseTests(tested: TestProcess, file: string): Promise<{ tests: string[]; took: number }> {
  const timed: (Outcome & { readonly test: string })[] = [];
  const leftOut: string[] = [];
  for (const test of importing(file)) {
    const time = await timeOf(tested, test);
    if (typeof time === 'string') leftOut.push(`${test} (${time})`);
    else timed.push({ test, ...time });
  }
  const tests: string[] = [];
  let [took, computed] = [0, 0];
  for (const each of timed.sort((a, b) => a.computed - b.computed)) {
    if (computed + each.computed > budget) leftOut.push(each.test);
    else {
      tests.push(each.test);
      took += each.took;
      computed += each.computed;
    }
  }
  if (leftOut.length > 0) console.log(`${file}: left out ${leftOut.join(', ')}`);
  return { tests, took };
}

function shareOf({ tried, survivors }: Result): string {
  const caught = tried - survivors.length;
  return `${caught} of ${tried} caught (${tried === 0 ? 100 : Math.floor((caught / tried) * 100)}%)`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}…` : line || 'nothing';
}

function table(rows: readonly Result[]): string {
  const lines = rows.map(row => {
    const caught = row.tried - row.survivors.length;
    return `| ${row.file} | ${row.tried} | ${caught} | ${row.tried === 0 ? 100 : Math.floor((caught / row.tried) * 100)} |`;
  });
  return ['', '| file | mutants | caught | % |', '| --- | ---: | ---: | ---: |', ...lines, ''].join('\n');
}
