/** Builds anew on each change, for whoever works on the extension: with source maps, not minified. */
import { watch as watchFolder } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, context, type Plugin } from 'esbuild';
import { writeTypes } from '../src/compiler/types.mts';
import { buildContent, bundles, makeExecutable, root } from './bundles.mts';

/** Until one save of many files is over. */
const quietMilliseconds = 100;

/**
 * Builds into dist/, and again whenever src/ or content/ changes, until the process ends. Says `Building NAME.` and then `Built NAME.` or,
 * after a line for each fault, `NAME is not built.`
 *
 * @returns when all has been built for the first time, or has failed to
 */
export async function keepBuilt(say: (line: string) => void): Promise<void> {
  const dist = join(root, 'dist');
  await mkdir(dist, { recursive: true });
  await Promise.all([
    keepContentBuilt(dist, say),
    ...Object.entries(bundles).map(
      ([name, options]) => new Promise<void>(ended => keepBundleBuilt(dist, name, options, say, ended)),
    ),
  ]);
  await makeExecutable(dist).catch(() => undefined);
}

async function keepBundleBuilt(
  dist: string,
  name: string,
  options: BuildOptions,
  say: (line: string) => void,
  ended: () => void,
): Promise<void> {
  const isPage = options.format === 'iife';
  const built = await context({
    ...options,
    outfile: join(dist, `${name}.js`),
    // A page comes from an address of its own, from where a path would lead to no source.
    ...(isPage ? { sourcemap: 'inline', sourceRoot: `${pathToFileURL(dist).href}/` } : { sourcemap: 'linked' }),
    logLevel: 'silent',
    plugins: [teller(`${name}.js`, say, ended)],
  });
  await built.watch();
}

function teller(name: string, say: (line: string) => void, ended: () => void): Plugin {
  return {
    name: 'teller',
    setup({ onStart, onEnd }) {
      onStart(() => say(`Building ${name}.`));
      onEnd(({ errors }) => {
        for (const { text, location } of errors)
          say(location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text);
        say(errors.length === 0 ? `Built ${name}.` : `${name} is not built.`);
        ended();
      });
    },
  };
}

/** Schemas become types in src/, which the bundles then notice by themselves. */
async function keepContentBuilt(dist: string, say: (line: string) => void): Promise<void> {
  const build = async (): Promise<void> => {
    say('Building content.');
    try {
      await Promise.all([writeTypes(), buildContent(dist)]);
      say('Built content.');
    } catch (error) {
      say(`${error instanceof Error ? error.message : error}\ncontent is not built.`);
    }
  };
  let isBuilding = build();
  let timer: NodeJS.Timeout | undefined;
  watchFolder(join(root, 'content'), { recursive: true }, (_event, file) => {
    // What editors write beside a file while they save it.
    if (file?.split(sep).some(part => part.startsWith('.')) ?? false) return;
    clearTimeout(timer);
    timer = setTimeout(() => (isBuilding = isBuilding.then(build)), quietMilliseconds);
  });
  await isBuilding;
}
