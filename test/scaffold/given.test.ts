import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { parse as parseHcl } from '@cdktn/hcl2json';
import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { visible, visibleLine } from '../../src/core/language/visible';
import { escapingOf, type Given, writeGiven } from '../../src/core/scaffold/given';
import { fill, type Values } from '../../src/core/scaffold/template';
import { hostileText } from '../core/hostile-text';

/** What each kind of file reads where words were put, by a reader of that kind. */
const readers: Readonly<Record<string, { template: string; read(text: string): unknown }>> = {
  'a.json': { template: '{"about": "For <% words %>!"}', read: text => JSON.parse(text).about },
  'a.yaml': { template: 'about: "For <% words %>!" # and more', read: text => parseYaml(text).about },
  'a.toml': { template: 'about = "For <% words %>!"', read: text => parseToml(text).about },
  'a.ts': { template: 'return "For <% words %>!"; // and more', read: text => Function(`'use strict'; ${text}`)() },
};

describe("A person's words in a file", () => {
  for (const [path, { template, read }] of Object.entries(readers))
    it(`of ${escapingOf(path)} are read as they were written, by ${path.slice(2)}`, () =>
      fc.assert(
        fc.property(hostileText, words => {
          const text = fill(path, template, new Map([['words', { words }]]));
          assert.equal(text.split('\n').length, 1);
          assert.equal(read(text), `For ${visibleLine(words)}!`);
        }),
        { numRuns: 500 },
      ));

  it('of HCL are read as they were written', async () => {
    const samples = fc.sample(hostileText, { numRuns: 200, seed: 3 });
    const lines = samples.map((words, index) =>
      fill('a.tf', `output "o${index}" { value = "For <% words %>!" }`, new Map([['words', { words }]])),
    );
    const { output } = await parseHcl('a.tf', `${lines.join('\n')}\n`);
    // The reader doubles the sign of what is only text: where it does not, HCL would put something in.
    const read = samples.map((_words, index) => output[`o${index}`][0].value);
    assert.deepEqual(
      read,
      samples.map(words => `For ${visibleLine(words).replaceAll(/[$%](?=\{)/g, '$&$&')}!`),
    );
  });

  it('of a shell are read as they were written', function () {
    if (process.platform === 'win32') this.skip();
    const samples = fc.sample(hostileText, { numRuns: 200, seed: 4 });
    const lines = samples.map(words =>
      fill('a.sh', "printf '%s\\n' 'For <% words %>!'", new Map([['words', { words }]])),
    );
    const printed = execFileSync('sh', ['-c', lines.join('\n')], { encoding: 'utf8' });
    assert.equal(printed, samples.map(words => `For ${visibleLine(words)}!\n`).join(''));
  });

  it('steer nothing, turn no line and start no line, whatever the file', () =>
    fc.assert(
      fc.property(hostileText, fc.constantFrom('a.md', 'a.json', 'a.tf', 'a.sh'), (words, path) => {
        const text = writeGiven({ words }, path);
        assert.equal(visible(text), text);
        assert.doesNotMatch(text, /[\n\t]/);
      }),
    ));

  it('go into no file whose way of taking them is not known', () => {
    for (const path of ['Dockerfile', '.env', 'a.txt', 'md', 'command-test'])
      assert.throws(() => writeGiven({ words: 'x' }, path), /not known/);
  });

  it('are never read for placeholders, nor is a report', () => {
    const words = '<% name %> <% nope %> <% loop %> <% report %>';
    const values: Values = new Map<string, string | Given>([
      ['name', { bare: 'orders' }],
      ['words', { words }],
      ['report', { markdown: 'a <% nope %>\n<% words %>' }],
      ['about', 'For <% name %>: <% words %>'],
    ]);
    assert.equal(
      fill('a.md', '<% about %>\n  <% report %>', values),
      `For orders: ${words.replaceAll(/[<>]/g, '\\$&')}\n  a <% nope %>\n  <% words %>`,
    );
  });
});

describe('Markdown from a printer', () => {
  it('goes into Markdown files only', () => {
    assert.equal(writeGiven({ markdown: '# A' }, 'docs/a.md'), '# A');
    assert.throws(() => writeGiven({ markdown: '# A' }, 'a.yaml'), /cannot take Markdown/);
  });
});

describe('A name that was not checked', () => {
  it('goes nowhere', () => assert.throws(() => writeGiven({ bare: 'a b' }, 'a.md'), /more than letters/));
});
