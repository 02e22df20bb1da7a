import assert from 'node:assert/strict';
import { binary } from '../../src/core/scaffold/folder';
import {
  hashOf,
  type Manifest,
  manifestPath,
  parseManifest,
  printManifest,
  readManifest,
} from '../../src/core/scaffold/manifest';
import { smallCatalogue } from './small-catalogue';

const catalogue = smallCatalogue();
const manifest: Manifest = {
  name: 'orders',
  choices: { drink: 'tea', extra: ['ice'], biscuit: 'none' },
  files: { 'b.txt': '1', 'a.txt': '2', 'a/c.txt': '3' },
};
const text = printManifest(manifest);
/** What is wrong with a manifest that has these fields, without where it is and what to do. */
const told = (given: object | string): string | undefined => {
  const parsed = parseManifest(
    catalogue,
    typeof given === 'string' ? given : JSON.stringify({ ...JSON.parse(text), ...given }),
  );
  return 'problem' in parsed ? parsed.problem : undefined;
};
const restore = 'Restore it from version control.';
const newer = 'Restore it from version control, or use the version of Serverless Advisor that wrote it.';

describe('What a project remembers', () => {
  it('is written down with its files by path, and read again as it was', () => {
    assert.deepEqual(text.split('\n').slice(0, 4), [
      '{',
      '  "about": "Remembers how this project was made, so that parts can be added to it. Commit it; do not edit it.",',
      '  "version": 1,',
      '  "name": "orders",',
    ]);
    assert.deepEqual(Object.keys(JSON.parse(text).files), ['a.txt', 'a/c.txt', 'b.txt']);
    assert.ok(text.endsWith('}\n'));
    assert.deepEqual(parseManifest(catalogue, text), { manifest });
    assert.deepEqual(parseManifest(catalogue, `\uFEFF${text}`), { manifest });
  });

  for (const [given, problem] of [
    ['7', `${manifestPath} must hold an object. ${restore}`],
    ['[]', `${manifestPath} must hold an object. ${restore}`],
    [{ version: '1' }, `${manifestPath} has no number as its "version". ${restore}`],
    [{ version: 2 }, `${manifestPath} has version 2, and this version of Serverless Advisor reads version 1. ${newer}`],
    [{ name: 7 }, `${manifestPath} must have the name of the project as "name". ${restore}`],
    [{ name: 'No Name' }, `${manifestPath} must have the name of the project as "name". ${restore}`],
    ...[7, [], { drink: 7 }, { extra: [7] }, { extra: ['ice', null] }].map(choices => [
      { choices },
      `${manifestPath} must name an option, or a list of them, for each choice in "choices". ${restore}`,
    ]),
    ...[7, [], { 'a.txt': 7 }, { 'a.txt': '1', 'b.txt': null }].map(files => [
      { files },
      `${manifestPath} must hold a hash for each path in "files". ${restore}`,
    ]),
    [{ choices: { drink: 'beer' } }, `${manifestPath}: Drink "beer" is not known. Known are: tea, water. ${newer}`],
  ] as [object | string, string][])
    it(`cannot be read, in a sentence: ${JSON.stringify(given)}`, () => assert.equal(told(given), problem));

  it('is not looked into where it is longer or deeper than any of ours', () => {
    assert.equal(
      told(`${' '.repeat(1_000_001 - text.length)}${text}`),
      `${manifestPath} is longer than any that was generated. ${restore}`,
    );
    assert.equal(told(`${' '.repeat(1_000_000 - text.length)}${text}`), undefined);
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    assert.equal(told({ more: nested(7) }), undefined);
    const tooDeep = `${manifestPath} is nested deeper than any that was generated. ${restore}`;
    assert.equal(told({ more: nested(8) }), tooDeep);
    assert.equal(told('{"a":'.repeat(9)), tooDeep);
    assert.equal(told({ more: '['.repeat(99), other: `\\"${'{'.repeat(99)}` }), undefined, 'in a text they are none');
    assert.equal(told({ more: Array(20).fill([[{}]]) }), undefined, 'what is closed again does not count');
    assert.match(
      told('{') ?? '',
      /^\.serverless-advisor\.json is not JSON \(.+\)\. Restore it from version control\.$/,
    );
  });

  it('is nothing where there is no manifest, and a sentence where there is something else', async () => {
    const read = (found: string | typeof binary | undefined) =>
      readManifest(catalogue, async ([path = '']) => {
        assert.equal(path, manifestPath);
        return new Map(found === undefined ? [] : [[path, found]]);
      });
    assert.deepEqual(await read(undefined), { manifest: undefined });
    assert.deepEqual(await read(text), { manifest });
    assert.deepEqual(await read(binary), { problem: `${manifestPath} is a link, too large, or not text. ${restore}` });
  });
});

describe('The hash of a text', () => {
  it('is sixteen digits, whatever ends the lines, and another one for another text', () => {
    const hashes = ['', 'a', 'b', 'ab', 'ba', 'a\nb', '\ud800'].map(hashOf);
    for (const hash of hashes) assert.match(hash, /^[0-9a-f]{16}$/);
    assert.equal(new Set(hashes.map(hash => hash.slice(0, 8))).size, hashes.length);
    assert.equal(new Set(hashes.map(hash => hash.slice(8))).size, hashes.length);
    assert.equal(hashOf('a\r\nb'), hashOf('a\nb'));
    assert.notEqual(hashOf('a\rb'), hashOf('a\nb'));
  });
});
