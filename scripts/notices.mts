/** Whose code is in the bundles, and the notices that have to go with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As the package's manifest says it: an SPDX expression. */
  readonly licence: string;
  readonly homepage: string | undefined;
  /** Its licence and notice files, whole. */
  readonly texts: readonly string[];
}

/** Names that licences and notices go by: LICENSE, license.md, LICENSE-MIT.txt, COPYING, NOTICE and the like. */
const noticeFile = /^(?:licen[cs]e|copying|notice)/i;

/**
 * The folders of the packages that have code in the bundles, relative to the root and sorted: exactly these, however far they are
 * from what we import ourselves, and none that esbuild has read and found to be unused.
 */
export function bundledFolders(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(output => Object.entries(output.inputs)),
  );
  const folders = inputs.flatMap(([path, { bytesInOutput }]) => {
    const folder = bytesInOutput > 0 ? packageFolder(path) : undefined;
    return folder === undefined ? [] : [folder];
  });
  return [...new Set(folders)].sort();
}

/** The folder of the package that a file of node_modules belongs to; nothing for files of our own. */
function packageFolder(path: string): string | undefined {
  // The last node_modules, since a package may have brought another version of its own.
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll('\\', '/'))?.[0];
}

/**
 * Reads what a package says of itself.
 *
 * @throws Error with a sentence when it says no licence or brings no text of it: nobody may copy what has none
 */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && noticeFile.test(entry.name))
    .map(entry => entry.name)
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .filter(text => text !== '');
  if (typeof license !== 'string' || texts.length === 0)
    throw new Error(
      `${name} ${version} is bundled, but ${typeof license === 'string' ? 'brings no file with its licence' : 'its package.json names no licence'} (${folder}). ` +
        'It cannot be shipped without: ask its authors for one, or replace the package.',
    );
  return { name, version, licence: license, homepage: typeof homepage === 'string' ? homepage : undefined, texts };
}

/** ThirdPartyNotices.txt: a package after the other by name, each with its licence and notices in full. */
export function printNotices(packages: readonly BundledPackage[]): string {
  const sorted = [...packages].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const rule = '='.repeat(80);
  const head = [
    'Third-party notices of Serverless Advisor',
    '',
    'The bundles beside this file contain code of the packages below, each under the licence that follows its name.',
  ];
  const sections = sorted.map(({ name, version, licence, homepage, texts }) =>
    [rule, `${name} ${version} (${licence})`, ...(homepage ? [homepage] : []), rule, '', texts.join('\n\n')].join('\n'),
  );
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

/** By code units, and so in the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
