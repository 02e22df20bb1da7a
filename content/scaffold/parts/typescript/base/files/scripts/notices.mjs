// A bundle is a copy of many packages, and most licences ask that their text goes along with copies.
import { readdir, readFile } from 'node:fs/promises';

/**
 * The licences and notices of exactly the packages that have code in a bundle, by what esbuild says of its build (`metafile`).
 * Packages with the same text share it.
 */
export async function notices({ outputs }) {
  const folders = new Set();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      // The last node_modules: packages bring other versions of others along.
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  const packages = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const files = (await readdir(folder)).filter(file => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
    const texts = await Promise.all(files.map(file => readFile(`${folder}/${file}`, 'utf8')));
    const text = texts.join('\n').trimEnd() || 'These say what their licence is, and bring no text of it.';
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license ?? 'no licence named'})`]);
  }
  const line = '-'.repeat(80);
  return [...packages].map(([text, names]) => [...names, line, text, ''].join('\n')).join('\n\n');
}
