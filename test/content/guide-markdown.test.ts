import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { highlight } from '../../src/compiler/guide-code.mts';
import { readDrawing } from '../../src/compiler/guide-drawing.mts';
import { readLine, readMarkdown, wordsOfMarkdown } from '../../src/compiler/guide-markdown.mts';
import { codeColors, textOfCode } from '../../src/core/guide/text';
import { blocksOfMarkdown } from '../guide/text-of';

describe('A line of Markdown', () => {
  it('is its words in as few pieces as can be, and what is more than words', () => {
    assert.deepEqual(readLine('At {a.b}, *so\nit* \\*is*: `x` [y](term:z) ![w](p.svg) {id}'), [
      'At ',
      { kind: 'fact', id: 'a.b' },
      ', ',
      { kind: 'em', children: ['so it'] },
      ' *is*: ',
      { kind: 'code', text: 'x' },
      ' ',
      { kind: 'link', href: 'term:z', children: ['y'] },
      ' ',
      { kind: 'picture', path: 'p.svg', words: 'w' },
      ' {id}',
    ]);
  });

  it('has markup and scripts as words, and links as they were written', () => {
    assert.deepEqual(readLine('<b onclick="x()">a</b>'), ['<b onclick="x()">a</b>']);
    assert.deepEqual(readLine('[a](<javascript:alert(1)>)'), [
      { kind: 'link', href: 'javascript:alert(1)', children: ['a'] },
    ]);
  });

  it('can be anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => Array.isArray(readLine(text))));
  });

  it('can be told in words, in which facts stay', () =>
    assert.equal(wordsOfMarkdown('Try `sam *sync*`, it *takes* {a.b}.'), 'Try sam *sync*, it takes {a.b}.'));
});

describe('Markdown', () => {
  it('has two or more headings of platforms in a row as tabs, up to the next heading', () => {
    const platforms = [
      { id: 'a', title: 'Aa' },
      { id: 'b', title: 'Bb' },
    ];
    const kinds = (markdown: string) => blocksOfMarkdown(markdown, { platforms }).map(({ kind }) => kind);
    assert.deepEqual(kinds('### Aa\n\none\n\n### Bb\n\ntwo\n\n### Cc\n\nthree'), ['tabs', 'heading', 'paragraph']);
    assert.deepEqual(kinds('### Aa\n\none\n\n### Cc\n\n### Bb'), ['heading', 'paragraph', 'heading', 'heading']);
    assert.deepEqual(blocksOfMarkdown('### Aa\n\none\n\n### Bb', { platforms }), [
      {
        kind: 'tabs',
        tabs: [
          { platform: 'a', title: 'Aa', blocks: [{ kind: 'paragraph', children: ['one'] }] },
          { platform: 'b', title: 'Bb', blocks: [] },
        ],
      },
    ]);
  });

  it('has a quotation as a note only where its first line says which, and nothing else', () => {
    const first = (markdown: string) => blocksOfMarkdown(markdown)[0];
    assert.deepEqual(first('> [!TIP]\n> Do *it*.'), {
      kind: 'alert',
      tone: 'tip',
      blocks: [{ kind: 'paragraph', children: ['Do ', { kind: 'em', children: ['it'] }, '.'] }],
    });
    assert.deepEqual(first('> [!WARNING]\n>\n> Mind.'), {
      kind: 'alert',
      tone: 'warning',
      blocks: [{ kind: 'paragraph', children: ['Mind.'] }],
    });
    assert.equal(first('> [!TIP] Do.')?.kind, 'quote');
    assert.equal(first('> [!OTHER]\n> Do.')?.kind, 'quote');
  });

  it('has items that can be ticked off as such, without their boxes', () =>
    assert.deepEqual(blocksOfMarkdown('- [ ] **Do** it\n- [x] done\n- [y] other'), [
      {
        kind: 'list',
        start: null,
        items: [
          { done: false, blocks: [{ kind: 'paragraph', children: [{ kind: 'strong', children: ['Do'] }, ' it'] }] },
          { done: true, blocks: [{ kind: 'paragraph', children: ['done'] }] },
          { done: null, blocks: [{ kind: 'paragraph', children: ['[y] other'] }] },
        ],
      },
    ]));

  it('says where its lines stand, cells and items without their boxes too', () => {
    const { blocks, places } = readMarkdown('One\n\n- [ ] two\n\n| a |\n| --- |\n| b |\n\n```\nx\n```', {
      platforms: [],
      drawings: new Map(),
    });
    const [one, list, table, code] = blocks;
    assert.ok(one?.kind === 'paragraph' && list?.kind === 'list' && table?.kind === 'table' && code);
    const item = list.items[0]?.blocks[0];
    assert.ok(item?.kind === 'paragraph');
    const cells = [table.head[0], table.rows[0]?.[0]];
    assert.deepEqual(
      [one.children, item.children, ...cells, code].map(what => what && places.get(what)),
      [0, 2, 4, 6, 8],
    );
  });

  it('can be anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => Array.isArray(blocksOfMarkdown(text))));
  });
});

describe('Code', () => {
  const code = (language: string, text: string) => ({
    kind: 'code' as const,
    language,
    file: null,
    runs: highlight(language, text),
  });

  it('is in runs of a colour, as few as can be, and stays what it was', () => {
    assert.deepEqual(highlight('ts', "const a = 'b'; // c"), [
      ['keyword', 'const'],
      ' a = ',
      ['string', "'b'"],
      '; ',
      ['comment', '// c'],
    ]);
    fc.assert(
      fc.property(fc.constantFrom('ts', 'tf', 'yaml', 'sh', 'nonsense'), fc.string(), (language, text) =>
        assert.equal(textOfCode(code(language, text)), text),
      ),
    );
  });

  it('is in one run where its language is not known', () => assert.deepEqual(highlight('nonsense', 'if'), ['if']));

  it('has no colour that the theme has not', () => {
    const css = readFileSync(join(__dirname, '..', '..', 'media', 'guide.css'), 'utf8');
    const given = [...css.matchAll(/^\.code-([a-z]+)/gm)].map(([, name]) => name);
    assert.deepEqual(given.sort(), [...codeColors].sort());
  });
});

describe('A diagram', () => {
  it('is read with its words, and without what diagrams are not made of', () => {
    const diagram = readDrawing(
      '<?xml version="1.0"?><!-- x --><svg viewBox="0 0 1 1" onload="x()"><title>A &lt; B</title><desc>One\n  two.</desc><script>x()</script><g class="box" style="fill:red"><text>C<tspan>D</tspan></text><a href="x"><rect/></a></g></svg>',
    );
    assert.equal(diagram?.title, 'A < B');
    assert.equal(diagram?.description, 'One two.');
    assert.deepEqual(diagram?.svg.attributes, { viewBox: '0 0 1 1' });
    const text = { name: 'text', attributes: {}, children: ['C', { name: 'tspan', attributes: {}, children: ['D'] }] };
    assert.deepEqual(diagram?.svg.children, [{ name: 'g', attributes: { class: 'box' }, children: [text] }]);
  });

  it('is nothing when it is none, whatever it is', () => {
    assert.equal(readDrawing('no markup'), undefined);
    fc.assert(fc.property(fc.string(), text => void readDrawing(text)));
  });
});
