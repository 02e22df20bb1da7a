/**
 * `tsx scripts/source-faults.mts dependencies|words|english`: what is wrong with src/ that only the compiler's tree of it shows, a line each on
 * standard output, and exits with 1 if anything is. Apart from `npm run check`, since the compiler now and then says on standard error that
 * it was told to end.
 */
import { fileURLToPath } from 'node:url';
import { dependencyFaults } from './dependencies/faults.mts';
import { importsBelow } from './dependencies/imports.mts';
import { table } from './dependencies/table.mts';
import { untabledEnglish } from './words/english.mts';
import { unwrittenSentences } from './words/localized.mts';
import { rawCalls } from './words/raw.mts';
import { hostSources, saidSources, withSources } from './words/sources.mts';

const config = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

const kinds: Readonly<Record<string, () => readonly string[]>> = {
  dependencies: () => dependencyFaults(table, importsBelow(config, 'src/')),
  words: () =>
    withSources(config, hostSources, rawCalls).map(
      ({ file, line, problem }) => `${file}:${line} ${problem} (shown past host/ui)`,
    ),
  english: () =>
    withSources(config, saidSources, sources => [...untabledEnglish(sources), ...unwrittenSentences(sources)]).map(
      ({ file, line, problem }) => `${file}:${line} ${problem} (English in the code)`,
    ),
};

const faults = kinds[process.argv[2] ?? '']?.() ?? [`There is no such kind of fault: ${process.argv[2]}.`];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
