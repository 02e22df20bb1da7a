import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';

const dist = join(__dirname, '..', '..', 'dist');

/** Bytes: what VS Code has to read and compile before it can activate. */
const largestEntry = 6000;

/** The files of src/ with code in a bundle. */
function sourcesOf(bundle: string): string[] {
  const metafiles: readonly Metafile[] = JSON.parse(readFileSync(join(dist, 'bundles.meta.json'), 'utf8'));
  const outputs = metafiles.flatMap(({ outputs }) => Object.entries(outputs));
  const found = outputs.find(([path]) => basename(path) === bundle);
  assert.ok(found, bundle);
  return Object.entries(found[1].inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path)
    .sort();
}

describe('What VS Code loads at activation', () => {
  // What stands here is in the file of the features as well, so that it must keep nothing that there may only be one of, as the log does.
  it('is the registrations and what registers: no feature, and nothing of core', () =>
    assert.deepEqual(sourcesOf('extension.js'), [
      'src/extension.ts',
      'src/host/assessment/registration.ts',
      'src/host/guide/registration.ts',
      'src/host/scaffold/registration.ts',
      'src/host/ui/commands.ts',
      'src/host/ui/documents.ts',
      'src/host/ui/later.ts',
      'src/host/ui/tree.ts',
    ]));

  it(`has at most ${largestEntry} bytes`, () => {
    const { size } = statSync(join(dist, 'extension.js'));
    assert.ok(size <= largestEntry, `${size}`);
  });

  it('is in the file for a browser too, with all that it loads', () => {
    const { main, browser } = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8'));
    assert.deepEqual([main, browser], ['./dist/extension.js', './dist/features.js']);
    const all = sourcesOf('features.js');
    for (const source of sourcesOf('extension.js')) assert.ok(all.includes(source), source);
    for (const feature of ['assessment', 'scaffold', 'guide'])
      assert.ok(all.includes(`src/host/${feature}/${feature}.ts`), feature);
  });
});
