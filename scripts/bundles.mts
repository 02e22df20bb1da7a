/** What dist/ is made of: a bundle for each entry, and the compiled content. */

import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { assessmentSchema } from '../src/compiler/assessment-schema.mts';
import { wordsOfMarkdown } from '../src/compiler/guide-markdown.mts';
import { loadContent } from '../src/compiler/load.mts';
import { printProblem } from '../src/compiler/problem.mts';
import { openKnowledge } from '../src/core/content/knowledge';
import type { Tool } from '../src/core/content/types';
import { printGuide } from '../src/core/guide/guide';
import { printCatalogue } from '../src/core/scaffold/catalogue';

export const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  tsconfig: 'tsconfig.json',
  // jsonc-parser's ES modules can be bundled; its UMD build asks for itself at run time.
  mainFields: ['module', 'main'],
} satisfies BuildOptions;

const page = { ...shared, format: 'iife', platform: 'browser', target: 'es2022' } satisfies BuildOptions;

/** For VS Code's extension hosts, on Node and in a browser: nothing in it knows which of them it runs in. */
const hosted = { ...shared, format: 'cjs', platform: 'browser', target: 'es2022' } satisfies BuildOptions;

/** The bundles by the names of their files. How large they may be and what they tell debuggers is for who builds them to say. */
export const bundles = {
  /** What VS Code loads at activation, on Node: the registrations. What they load when they are used is in the next file. */
  extension: {
    ...hosted,
    entryPoints: ['src/extension.ts'],
    external: ['vscode', './features'],
    // By `require`, which VS Code on Node does in a moment; what it makes of `import()` goes a longer way.
    supported: { 'dynamic-import': false },
  },
  /**
   * All of the extension. In a browser VS Code takes one file and no second; on Node the features are taken from it, so that they are
   * shipped once.
   */
  features: { ...hosted, entryPoints: ['src/browser.ts'], external: ['vscode'] },
  report: { ...page, entryPoints: ['src/webview/report/main.tsx'] },
  guide: { ...page, entryPoints: ['src/webview/guide/main.tsx'] },
  cli: {
    ...shared,
    entryPoints: ['src/cli.ts'],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
} satisfies Record<string, BuildOptions & { metafile: true }>;

/** Lets the command line be started by its name. */
export function makeExecutable(folder: string): Promise<void> {
  return chmod(join(folder, 'cli.js'), 0o755);
}

/**
 * Compiles content/ into a folder. What its checks find besides is for `npm run check` to say.
 *
 * @throws Error with a line for each fault when the schemas object to it
 */
export async function buildContent(folder: string): Promise<void> {
  const { knowledge, catalogue, guide, problems } = await loadContent();
  if (problems.length > 0) throw new Error(problems.map(printProblem).join('\n'));
  const files = {
    'knowledge.json': JSON.stringify({ ...knowledge, tools: knowledge.tools.map(inWords) }),
    'scaffold.jsonl': printCatalogue(catalogue),
    'guide.jsonl': printGuide(guide.guide),
    'assessment.schema.json': JSON.stringify(assessmentSchema(openKnowledge(knowledge))),
  };
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
}

/** What a search says of a tool are words; the guide's catalogue has them as text. */
function inWords(tool: Tool): Tool {
  return { ...tool, purpose: wordsOfMarkdown(tool.purpose), strengths: wordsOfMarkdown(tool.strengths) };
}
