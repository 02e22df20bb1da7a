// Reads a stack trace from the standard input and prints where each line stands in the source:
//   npm run stack < trace.txt
// Check out the commit that is deployed and build it first. Builds are reproducible, so its maps fit what runs.
import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { text } from 'node:stream/consumers';

const maps = new Map();

/** The source map of a bundle, or nothing for a file that is not ours. */
async function mapOf(name) {
  if (!maps.has(name)) {
    const json = await readFile(`build/maps/${name}.map`, 'utf8').catch(() => undefined);
    maps.set(name, json === undefined ? undefined : new SourceMap(JSON.parse(json)));
  }
  return maps.get(name);
}

// Logs are JSON, where a line break is written as \n.
for (const line of (await text(process.stdin)).replaceAll('\\n', '\n').split('\n')) {
  const [, name, row, column] = /([\w-]+\.mjs):(\d+):(\d+)/.exec(line) ?? [];
  const found = name && (await mapOf(name))?.findEntry(Number(row) - 1, Number(column) - 1);
  console.log(
    found?.originalSource
      ? `${line}\n      ${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`
      : line,
  );
}
