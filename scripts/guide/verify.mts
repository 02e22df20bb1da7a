/**
 * npm run test:guide [-- --only CHECK]
 *
 * Holds every code sample of the guide against the tool that it is for. Prints what was checked, and what failed in full.
 *
 *   --only CHECK  the checks whose name has this in it
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome } from '../tools/shell.mts';
import { prepareTools } from '../tools/tools.mts';
import { prepareLibraries } from './libraries.mts';
import { checks, type Surroundings } from './sample-checks.mts';
import { loadSamples, type Sample } from './samples.mts';

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });
const samples = await loadSamples();
const tools = await prepareTools();
const libraries = await prepareLibraries(tools);
const home = await mkdtemp(join(tmpdir(), 'guide samples '));
const totals = { passed: 0, failed: 0, absent: 0 };

const unchecked = samples.filter(sample => sample.language !== 'text' && !checks.some(check => check.concerns(sample)));
for (const { place, language, file } of unchecked) {
  totals.failed++;
  console.log(`✘ ${place}: nothing checks "${`${language} ${file}`.trim()}"`);
}
for (const check of checks) {
  const concerned = samples.filter(check.concerns);
  if (concerned.length === 0 || (options.only && !check.name.includes(options.only))) continue;
  const started = Date.now();
  const results = await Promise.all(concerned.map((sample, index) => prepare(check.name, sample, index)));
  const outcomes = await tryAll(check, results);
  const failed = outcomes.filter(({ outcome }) => !outcome.passed && !outcome.isUnavailable);
  const absent = outcomes.filter(({ outcome }) => outcome.isUnavailable).length;
  totals.passed += outcomes.length - failed.length - absent;
  totals.failed += failed.length;
  totals.absent += absent;
  const mark = failed.length > 0 ? '✘' : absent > 0 ? '–' : '✔';
  const note = absent > 0 ? `, ${absent} not possible here` : '';
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `${mark} ${check.name}: ${outcomes.length - failed.length - absent} of ${outcomes.length}${note} (${seconds} s)`,
  );
  for (const { place, outcome } of failed) console.log(`    ✘ ${place}\n${indent(outcome.output)}`);
}
await rm(home, { recursive: true, force: true });
for (const missing of [...tools.missing, ...libraries.missing]) console.log(`Missing: ${missing}`);
const absent = totals.absent > 0 ? `, ${totals.absent} not possible here` : '';
console.log(`\n${samples.length} samples.\n${totals.passed} passed, ${totals.failed} failed${absent}`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** A sample on disk, in a folder of its own. */
async function prepare(check: string, sample: Sample, index: number): Promise<Surroundings> {
  const folder = join(home, check.replaceAll(/\W+/g, '-'), String(index));
  const path = join(folder, sample.file === '' ? 'sample.sh' : sample.file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, sample.text);
  return { ...sample, folder, path, tools, libraries };
}

async function tryAll(
  check: (typeof checks)[number],
  subjects: readonly Surroundings[],
): Promise<{ place: string; outcome: Outcome }[]> {
  const outcomes: { place: string; outcome: Outcome }[] = [];
  for (const subject of subjects) {
    const lacks = check.needs?.some(command => !tools.has(command)) ?? false;
    const outcome = lacks ? { passed: false, output: '', isUnavailable: true } : await check.run(subject);
    outcomes.push({ place: subject.place, outcome });
  }
  return outcomes;
}

function indent(text: string): string {
  return text.trim().replaceAll(/^/gm, '      ');
}
