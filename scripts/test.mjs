// npm test [-- --only unit,journeys] [--grep X] [--all] [--repeat N] [--busy]
//
// Builds, runs every stage, and says at the end what came of it.
//
//   --only A,B  these stages: unit (plain Node), host and web (the extension hosts of a real VS Code), journeys (its window)
//   --grep X    the tests whose name has this in it
//   --all       every interrupted call and hundreds of combinations of choices, where a sample is taken otherwise
//   --repeat N  runs the chosen stages so many times, says how each round went, and fails if any has failed
//   --busy      keeps every processor busy meanwhile, as another program would: what waits for a clock and not for what it sees fails then
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, npm, projectNode, root } from './install.mjs';

const mocha = path.join('node_modules', 'mocha', 'bin', 'mocha.js');
const hosted = path.join('scripts', 'vscode', 'hosted.mjs');

/**
 * Each is a process of its own, whose output closes as mocha's does. The last three are in a real VS Code: the suite in
 * its extension host for Node, a smaller one in the extension host for the browser, and people's ways through its window.
 *
 * @type {{ name: string, folders: string[], command: string[] }[]}
 */
const stages = [
  {
    name: 'unit',
    folders: readdirSync(path.join(root, 'test'), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== 'vscode')
      .map(({ name }) => `test/${name}`),
    // Properties tried thousands of times, and command lines started, on a machine that may be busy. Half of the time is
    // spent waiting for such processes, so that two files at once are worth it whatever the machine.
    command: [mocha, '--timeout', '20000', '--parallel', '--jobs', String(Math.max(2, availableParallelism()))],
  },
  { name: 'host', folders: ['test/vscode/host'], command: [hosted, 'host'] },
  { name: 'web', folders: ['test/vscode/web'], command: [hosted, 'web'] },
  { name: 'journeys', folders: ['test/vscode/journeys'], command: [mocha, '--timeout', '120000'] },
];

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 */

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    grep: { type: 'string' },
    all: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '1' },
    busy: { type: 'boolean', default: false },
  },
});
/** No stage takes nearly as long; one that does is stuck. */
const minutesAllowed = options.busy || options.all ? 45 : 20;
const outcomes = await run(chosenStages(), roundsWanted());
const total = sum('total', outcomes);
if (outcomes.length > 0) console.log(table([...outcomes, total]));
console.log(summary(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {typeof stages} chosen
 * @param {number} rounds
 */
async function run(chosen, rounds) {
  const prepared = prepare();
  if (prepared.failed > 0) return [prepared];
  const others = options.busy ? keepBusy() : [];
  try {
    if (rounds === 1) return await runRound(chosen);
    /** @type {Outcome[]} */
    const outcomes = [];
    for (let round = 1; round <= rounds; round++) {
      const outcome = sum(`round ${round}`, await runRound(chosen));
      outcomes.push(outcome);
      console.log(`\nRound ${round} of ${rounds}: ${summary(outcome)} in ${outcome.seconds.toFixed(1)} s`);
    }
    return outcomes;
  } finally {
    for (const other of others) other.kill();
  }
}

/** @param {typeof stages} chosen */
async function runRound(chosen) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const stage of chosen) {
    const tests = stage.folders.filter(hasTests).map(folder => `${folder}/**/*.test.{ts,tsx}`);
    if (tests.length === 0) continue;
    console.log(`\n── ${stage.name} ${'─'.repeat(70 - stage.name.length)}`);
    outcomes.push(
      await runStage(stage.name, [
        ...stage.command,
        ...(stage.command[0] === mocha ? tests : []),
        ...(options.grep === undefined ? [] : ['--grep', options.grep]),
      ]),
    );
  }
  return outcomes;
}

function chosenStages() {
  const only = options.only?.split(',');
  const unknown = only?.find(name => !stages.some(stage => stage.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no stage "${unknown}"; there are ${stages.map(stage => stage.name).join(', ')}.`);
  }
  return stages.filter(stage => only?.includes(stage.name) ?? true);
}

function roundsWanted() {
  const rounds = Number(options.repeat);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--repeat takes how many times to run, such as 5; "${options.repeat}" is no such number.`);
  }
  return rounds;
}

/** A process for each processor that does nothing but compute; one that is left behind ends by itself within a second. */
function keepBusy() {
  const spin = `
    const isOrphan = () => process.ppid !== ${process.pid};
    while (!isOrphan()) for (const end = Date.now() + 1000; Date.now() < end; );`;
  return Array.from({ length: availableParallelism() }, () => spawn(projectNode(), ['-e', spin], { stdio: 'ignore' }));
}

/** @returns {Outcome} of installing and building, which stand in the table only when they fail */
function prepare() {
  const started = Date.now();
  const outcome = { name: 'build', passed: 0, failed: 0, skipped: 0 };
  try {
    ensureInstalled();
    npm(['run', 'build'], root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    outcome.failed = 1;
  }
  return { ...outcome, seconds: (Date.now() - started) / 1000 };
}

/** @param {string} folder */
function hasTests(folder) {
  const absolute = path.join(root, folder);
  return (
    existsSync(absolute) &&
    readdirSync(absolute, { recursive: true, encoding: 'utf8' }).some(file => /\.test\.tsx?$/.test(file))
  );
}

/**
 * @param {string} name
 * @param {string[]} command
 * @returns {Promise<Outcome>}
 */
function runStage(name, command) {
  const started = Date.now();
  const child = spawn(projectNode(), command, {
    cwd: root,
    env: {
      ...process.env,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      ...(options.all ? { TRY_ALL: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    process.stdout.write(chunk);
    printed += chunk.toString();
  });
  const limit = setTimeout(() => child.kill(), minutesAllowed * 60_000);
  return new Promise(resolve => {
    child.once('close', code => {
      clearTimeout(limit);
      const counts = closingCounts(printed);
      // A stage that ends badly without a failed test has failed as a whole: it has not got as far as its tests. So has
      // one that ends well without any, unless none was asked for.
      const isEmpty = counts.passed === 0 && options.grep === undefined;
      if ((code !== 0 || isEmpty) && counts.failed === 0) counts.failed = 1;
      resolve({ name, ...counts, seconds: (Date.now() - started) / 1000 });
    });
  });
}

/**
 * What mocha says last, whatever the tests themselves have printed before.
 *
 * @param {string} printed
 */
function closingCounts(printed) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with a control character
  const plain = printed.replaceAll(/\u001b\[[\d;]*m/g, '');
  const closing = plain.slice(Math.max(0, plain.search(/^ *\d+ passing\b(?![\s\S]*^ *\d+ passing\b)/m)));
  /** @param {string} word */
  const count = word => Number(new RegExp(`^ *(\\d+) ${word}\\b`, 'm').exec(closing)?.[1] ?? 0);
  return { passed: count('passing'), failed: count('failing'), skipped: count('pending') };
}

/**
 * @param {string} name
 * @param {Outcome[]} outcomes
 */
function sum(name, outcomes) {
  /** @param {'passed' | 'failed' | 'skipped' | 'seconds'} column */
  const of = column => outcomes.reduce((total, outcome) => total + outcome[column], 0);
  return { name, passed: of('passed'), failed: of('failed'), skipped: of('skipped'), seconds: of('seconds') };
}

/** @param {Outcome} outcome */
function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {Outcome[]} rows */
function table(rows) {
  const lines = rows.map(({ name, passed, failed, skipped, seconds }) =>
    [
      name.padEnd(10),
      ...[passed, failed, skipped, `${seconds.toFixed(1)} s`].map(cell => String(cell).padStart(9)),
    ].join(''),
  );
  return ['', `${''.padEnd(10)}   passed   failed  skipped     time`, ...lines, ''].join('\n');
}
