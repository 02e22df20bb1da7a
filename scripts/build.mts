/** `npm run build`: types from the schemas, the compiled knowledge, one bundled file for each entry and the notices that go with them, in dist/. */
import { rmSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { printGuide } from '../src/core/guide/guide';
import { openKnowledge } from '../src/core/knowledge';
import { printCatalogue } from '../src/core/scaffold/catalogue';
import { assessmentSchema } from './content/assessment-schema.mts';
import { loadContent } from './content/load.mts';
import { printProblem } from './content/problem.mts';
import { writeTypes } from './content/types.mts';
import { bundledFolders, printNotices, readPackage } from './notices.mts';

const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  // What such comments say stands in the notices, with all that packages say elsewhere.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  tsconfig: 'tsconfig.json',
  // jsonc-parser's ES modules can be bundled; its UMD build asks for itself at run time.
  mainFields: ['module', 'main'],
} satisfies BuildOptions;

// Built beside and put in place at the end, so that whoever runs what is in dist/ never meets half of it.
const dist = `${root}/dist`;
const next = `${dist}.${process.pid}`;
await mkdir(next, { recursive: true });
// What a build that fails has made so far is of no use to anyone.
process.on('exit', () => rmSync(next, { recursive: true, force: true }));
await Promise.all([writeTypes(), buildContent()]);
const bundles = await Promise.all([buildExtension(), ...['report', 'guide'].map(buildPage), buildCommandLine()]);
await writeFile(
  `${next}/ThirdPartyNotices.txt`,
  printNotices(bundledFolders(bundles).map(folder => readPackage(join(root, folder)))),
);
// Not shipped: what is in each bundle and why, for tests and for whoever asks.
await writeFile(`${next}/bundles.meta.json`, JSON.stringify(bundles));
await chmod(`${next}/cli.js`, 0o755);
await rm(dist, { recursive: true, force: true });
await rename(next, dist);

async function buildCommandLine(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: ['src/cli.ts'],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    outfile: `${next}/cli.js`,
  });
  return metafile;
}

async function buildPage(page: string): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: [`src/webview/${page}/main.tsx`],
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    outfile: `${next}/${page}.js`,
  });
  return metafile;
}

/**
 * One file for VS Code on Node and in a browser, since nothing in it knows which of them it runs in.
 *
 * esbuild asks for the API anew in every file that imports it, and wraps it into a copy, in case it has a default export. It
 * has none, and that was most of the time that loading takes (bench/activation.mts): the bundle asks once and copies nothing.
 */
async function buildExtension(): Promise<Metafile> {
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: ['src/extension.ts'],
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    write: false,
    outfile: `${next}/extension.js`,
  });
  for (const { path, text } of outputFiles ?? []) {
    const body = text.replace(/[\w$]+\(require\("vscode"\)\)/g, '$$vscode').replaceAll('require("vscode")', '$$vscode');
    await writeFile(path, `"use strict";const $vscode=require("vscode");${body}`);
  }
  return metafile;
}

/** Content that the schemas object to is not built; what the other checks find is for `npm run check` to say. */
async function buildContent(): Promise<void> {
  const { knowledge, catalogue, guide, problems } = await loadContent();
  if (problems.length > 0) throw new Error(problems.map(printProblem).join('\n'));
  await writeFile(`${next}/knowledge.json`, JSON.stringify(knowledge));
  await writeFile(`${next}/scaffold.jsonl`, printCatalogue(catalogue));
  await writeFile(`${next}/guide.jsonl`, printGuide(guide.guide));
  await writeFile(`${next}/assessment.schema.json`, JSON.stringify(assessmentSchema(openKnowledge(knowledge))));
}
