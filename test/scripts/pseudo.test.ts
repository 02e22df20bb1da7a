import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pseudo, pseudoFiles, withoutPseudo } from '../../scripts/words/pseudo.mts';

const root = join(__dirname, '..', '..');

describe('The pseudo-language', () => {
  it('says every sentence between signs, in letters that are not those of English', () =>
    assert.equal(pseudo('Good fit.'), '[!! Ĝööđ ƒîţ. !!]'));

  it('keeps placeholders, icons and where links lead', () => {
    assert.equal(pseudo('$(book) {0} of {total}'), '[!! $(book) {0} öƒ {total} !!]');
    assert.equal(pseudo('See [it](command:a.b) now'), '[!! Šéé [îţ](command:a.b) ñöŵ !!]');
  });

  it('leaves a line that is nothing but a link as one, so that it stays a button', () =>
    assert.equal(pseudo('Go on.\n[Go](command:a)'), '[!! Ĝö öñ. !!]\n[!! Ĝö !!](command:a)'));

  it('lets a value in plain English be told from the sentence that it stands in', () => {
    const sentence = pseudo('{0} of {1}: {2}').replace('{0}', '1').replace('{1}', '20').replace('{2}', 'Good fit');
    assert.deepEqual(withoutPseudo(sentence), ['Good fit']);
    assert.deepEqual(withoutPseudo(pseudo('Nothing left.')), []);
  });

  it('has a text for each of the manifest, and tables for what core and the host say', async () => {
    const files = await pseudoFiles();
    const read = (file: string): Record<string, string> => JSON.parse(files[file] ?? '{}');
    const manifest = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
    assert.deepEqual(Object.keys(read('package.nls.qps-ploc.json')), Object.keys(manifest));
    assert.match(JSON.stringify(read('l10n/core.qps-ploc.json')), /\[!! Ýéš !!\]/);
    assert.equal(read('l10n/bundle.l10n.qps-ploc.json')['Show Log'], pseudo('Show Log'));
  });
});
