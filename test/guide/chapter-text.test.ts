import assert from 'node:assert/strict';
import { joined } from '../../src/compiler/guide-markdown.mts';
import { printChapter } from '../../src/core/guide/chapter-text';
import type { Chapter } from '../../src/core/guide/guide';
import { type Block, blocksOf, type Line } from '../../src/core/guide/text';
import { realContent } from '../content/real-knowledge';
import { knowledge } from '../core/small-knowledge';
import { guideFile } from '../host/guide-file';
import { type Around, blocksOfMarkdown, textOf } from './text-of';

const [first] = guideFile.chapters;
const print = (markdown: string, around: Around = {}): string =>
  printChapter(knowledge, { ...(first as Chapter), quiz: [], reading: [], text: textOf(markdown, around) });
const body = (markdown: string, around: Around = {}): string =>
  print(markdown, around).replace('# 1. Topic\n\n', '').trim();

describe('A chapter as plain Markdown', () => {
  it('has its title, and headings without their ids', () =>
    assert.equal(print('## Why {#why}\n\nBecause.'), '# 1. Topic\n\n## Why\n\nBecause.\n'));

  it('has facts filled in, numbered once each, with their sources at the end', () => {
    const text = body('At most {cloud.timeout}, so below {cloud.timeout}.');
    assert.match(
      text,
      /^At most 15 minutes \[\\\[1\\\]\]\(#sources\), so below 15 minutes \[\\\[1\\\]\]\(#sources\)\./,
    );
    assert.match(
      text,
      /## Sources\n\n1\. \*\*Cloud, Longest run\*\*: 15 minutes\. As of 2026-11-01, .*<https:\/\/example\.com\/limits>$/,
    );
  });

  it('leaves code and what is no fact as they stand', () => {
    const code = '```ts a.ts\nconst a = {cloud.timeout};\n## {#no}\n```';
    assert.equal(body(code), code);
    assert.equal(body('`{cloud.timeout}` and {no.fact}'), '`{cloud.timeout}` and {no.fact}');
  });

  it('keeps the words of links that a plain page cannot follow, and links to the web', () =>
    assert.equal(
      body('[a](term:queue), [b](question:state), [c](scaffold:x.y), [d](search:z), [e](https://example.com)'),
      'a, b, c, d, [e](https://example.com)',
    ));

  it('leads to other chapters, and shows what leads nowhere we know as its words', () =>
    assert.equal(
      body('[a](state.md#why), [b](#why), [c](<javascript:alert(1)>), [d](file:///etc/passwd)'),
      '[a](state.md), b, c, d',
    ));

  it('says in words what a diagram shows', () => {
    const diagrams = { 'diagrams/a.svg': '<svg><title>T</title><desc>A box\n &lt; a line.</desc></svg>' };
    assert.equal(body('![A way](diagrams/a.svg)', { diagrams }), '*A way.* A box < a line.');
    assert.equal(body('![A way](diagrams/gone.svg)'), '*A way*');
  });

  it('has notes as quotes, and boxes to tick', () => {
    assert.equal(body('> [!TIP]\n> Do.'), '> **Tip**\n>\n> Do.');
    assert.equal(body('- [ ] Do.'), '- ☐ Do.');
  });

  it('ends with the quiz, its answers apart from it, and further reading', () => {
    const text = printChapter(knowledge, first as Chapter);
    assert.match(text, /\*\*Which\?\*\*\n\n- a\) This\n- b\) That\n\n### Answers/);
    assert.match(text, /- a\) Right\. It is\.\n- b\) Wrong\. It is not\./);
    assert.match(text, /\[More\]\(https:\/\/example\.com\/\)\. It says more\./);
  });

  it('is, read as Markdown again, the same text', async () => {
    const { content, knowledge: real } = await realContent();
    const chapters = content.guide.guide.chapters.map(({ text }) => blocksOf(text));
    for (const text of [...signs.map(markdown => blocksOfMarkdown(markdown)), ...chapters]) {
      const plain = withoutOurs(text);
      const chapter = { ...(first as Chapter), quiz: [], reading: [], text: { lead: plain, sections: [] } };
      assert.deepEqual(blocksOfMarkdown(printChapter(real, chapter)).slice(1), plain);
    }
  });
});

/** What Markdown has signs for, and text that looks like it. */
const signs = [
  'A *line* with **all** of ~~it~~: `code`, ``a ` b``, `` ` ``, a\\\nbreak, [a link](https://example.com/a_(b)), wow\\![so](x.md).',
  'Not \\*so\\*, \\_so\\_, \\`so\\`, \\[so](x.md), \\![so](x.md), \\<b>, &amp;lt;, $a$ \\~~b\\~~ \\\\ snake_case \\__init.',
  '\\# No heading\n\n\\> no quotation\n\n\\- no item\n\n1\\. none either\n\n\\---\n\n\\+ nor this\n\n\\| a | b |',
  '### A # heading \\#\n\n#### C\\#',
  '- one\n- two\n  - deep\n\n    more\n- ```ts a.ts\n  code\n\n  more\n  ```\n\n* other\n\n3. three\n4. four\n\n1) again',
  '> quoted\n>\n> - item\n>\n> ```\n> code\n> ```\n\nAfter.\n\n---\n\nEnd.',
  '````text\n```\n````\n\n| a | `b\\|c` |\n| :-: | --: |\n| *x* \\| y | |',
];

/** Blocks without what is printed as something else: facts, tabs, notes, drawings, ids, boxes, links within the guide. */
function withoutOurs(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'paragraph':
        return [{ ...block, children: plainLine(block.children) }];
      case 'heading':
        return [{ ...block, id: null, children: plainLine(block.children) }];
      case 'list':
        return [{ ...block, items: block.items.map(item => ({ done: null, blocks: withoutOurs(item.blocks) })) }];
      case 'quote':
        return [{ ...block, blocks: withoutOurs(block.blocks) }];
      case 'table':
        return [{ ...block, head: block.head.map(plainLine), rows: block.rows.map(row => row.map(plainLine)) }];
      case 'tabs':
        return block.tabs.flatMap(tab => withoutOurs(tab.blocks));
      case 'made':
        return withoutOurs(block.blocks);
      case 'alert':
      case 'diagram':
        return [];
      default:
        return [block];
    }
  });
}

function plainLine(line: Line): Line {
  return joined(
    line.flatMap((piece): Line => {
      if (typeof piece === 'string') return [piece];
      if (piece.kind === 'fact') return [piece.id];
      if (!('children' in piece)) return [piece];
      const children = plainLine(piece.children);
      return piece.kind === 'link' && !piece.href.startsWith('https:') ? children : [{ ...piece, children }];
    }),
  );
}
