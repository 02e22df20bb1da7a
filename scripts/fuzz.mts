/**
 * npm run fuzz [-- --runs small|large] [--seed N] [--only NAME]
 *
 * Everything that reads text from outside, on random and hostile input. A failure prints the smallest input that still fails, and the
 * seed with which it comes again.
 *
 *   --runs small|large  small takes seconds, is part of .ci/run and the default; large takes as many as were once tried by hand, some minutes
 *   --seed N            repeats a run
 *   --only NAME         the kinds of input whose name has this in it
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { assessmentFuzz } from './fuzz/assessments.mts';
import { pageFuzz } from './fuzz/pages.mts';
import { projectFuzz } from './fuzz/projects.mts';
import { textFuzz } from './fuzz/texts.mts';

/** One kind of input and what has to hold of it. */
export interface Fuzz {
  readonly name: string;
  readonly runs: { readonly small: number; readonly large: number };
  /** Throws for an input of which it does not hold. */
  readonly property: fc.IRawProperty<unknown>;
}

/** In which no input, however it takes its time, is still being read. */
const patience = 60_000;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const amount = values.runs ?? 'small';
if (amount !== 'small' && amount !== 'large') throw new Error(`--runs is small or large, not "${amount}".`);
const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
if (!Number.isInteger(seed)) throw new Error(`--seed is a whole number, not "${values.seed}".`);

const all = [...(await assessmentFuzz()), ...(await projectFuzz()), ...(await pageFuzz()), ...(await textFuzz())];
const chosen = all.filter(({ name }) => values.only === undefined || name.includes(values.only));
if (chosen.length === 0) throw new Error(`There is no "${values.only}": ${all.map(({ name }) => name).join(', ')}.`);

const alive = new Int32Array(new SharedArrayBuffer(4));
const guard = watch();
const untouched = Reflect.ownKeys(Object.prototype).length;
console.log(`Seed ${seed}`);
let failed = 0;
for (const { name, runs, property } of chosen) {
  const started = performance.now();
  const result = await fc.check(counted(property), { seed, numRuns: runs[amount], endOnFailure: amount === 'large' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (Reflect.ownKeys(Object.prototype).length !== untouched)
    throw new Error(`${name}: something has been given to every object.`);
  console.log(
    `${result.failed ? '✘' : '✔'} ${name.padEnd(44)} ${String(result.numRuns).padStart(7)} runs  ${seconds.padStart(6)} s`,
  );
  if (!result.failed) continue;
  failed += 1;
  const { errorInstance: error } = result;
  console.error(fc.defaultReportMessage(result));
  console.error(error instanceof Error ? error.stack : error);
}
await guard.terminate();
console.log(failed === 0 ? 'Nothing was found.' : `${failed} of ${chosen.length} found something (seed ${seed}).`);
process.exitCode = failed === 0 ? 0 : 1;

/** The same property; each run is a sign of life. */
function counted(property: fc.IRawProperty<unknown>): fc.IRawProperty<unknown> {
  const { run } = property;
  property.run = (...input: Parameters<typeof run>) => {
    Atomics.add(alive, 0, 1);
    return run.apply(property, input);
  };
  return property;
}

/** Ends everything when an input is never done: the thread that reads it cannot notice that itself. */
function watch(): Worker {
  const source = `
    const { workerData: { alive, patience, seed } } = require('node:worker_threads');
    let seen = -1;
    setInterval(() => {
      const now = Atomics.load(alive, 0);
      if (now === seen) {
        process._rawDebug('No end with input ' + now + ' (seed ' + seed + ').');
        process.kill(process.pid, 'SIGKILL');
      }
      seen = now;
    }, patience);
  `;
  const worker = new Worker(source, { eval: true, workerData: { alive, patience, seed } });
  worker.unref();
  return worker;
}
