/**
 * npm run build
 *
 * Types from the schemas, the compiled content, one bundled file for each entry and the notices that go with them, in dist/.
 */
import { rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { writeTypes } from '../src/compiler/types.mts';
import { buildContent, bundles, makeExecutable, root } from './bundles.mts';
import { bundledFolders, printNotices, readPackage } from './notices.mts';

// What such comments say stands in the notices, with all that packages say elsewhere.
const shipped = { minify: true, legalComments: 'none', logLevel: 'warning' } satisfies BuildOptions;

// Built beside and put in place at the end, so that whoever runs what is in dist/ never meets half of it.
const dist = join(root, 'dist');
const next = `${dist}.${process.pid}`;
await mkdir(next, { recursive: true });
// What a build that fails has made so far is of no use to anyone.
process.on('exit', () => rmSync(next, { recursive: true, force: true }));
await Promise.all([writeTypes(), buildContent(next)]);
const { extension, features, ...others } = bundles;
const results = await Promise.all([
  buildHosted('extension', extension),
  buildHosted('features', features),
  ...Object.entries(others).map(([name, options]) =>
    build({ ...options, ...shipped, metafile: true, outfile: join(next, `${name}.js`) }),
  ),
]);
const metafiles = results.map(({ metafile }) => metafile);
const folders = bundledFolders(metafiles);
await writeFile(
  join(next, 'ThirdPartyNotices.txt'),
  printNotices(folders.map(folder => readPackage(join(root, folder)))),
);
// Not shipped: what is in each bundle and why, for tests and for whoever asks.
await writeFile(join(next, 'bundles.meta.json'), JSON.stringify(metafiles));
await makeExecutable(next);
await rm(dist, { recursive: true, force: true });
await rename(next, dist);

/**
 * esbuild asks for the API anew in every file that imports it, and wraps it into a copy, in case it has a default export. It
 * has none, and that was most of the time that loading takes (bench/activation.mts): the bundle asks once and copies nothing.
 */
async function buildHosted(name: string, options: BuildOptions) {
  const outfile = join(next, `${name}.js`);
  const result = await build({ ...options, ...shipped, metafile: true, write: false, outfile });
  for (const { path, text } of result.outputFiles) {
    const body = text.replace(/[\w$]+\(require\("vscode"\)\)/g, '$$vscode').replaceAll('require("vscode")', '$$vscode');
    await writeFile(path, `"use strict";const $vscode=require("vscode");${body}`);
  }
  return result;
}
