import assert from 'node:assert/strict';
import { printChapter } from '../../src/core/guide/chapter-text';
import type { Chapter } from '../../src/core/guide/guide';
import { knowledge } from '../core/small-knowledge';
import { guideFile } from '../host/small-guide';

const [first] = guideFile.chapters;
const print = (markdown: string, changed: Partial<Chapter> = {}): string =>
  printChapter(knowledge, { ...(first as Chapter), quiz: [], reading: [], markdown, ...changed });
const body = (markdown: string, changed: Partial<Chapter> = {}): string =>
  print(markdown, changed).replace('# 1. Topic\n\n', '').trim();

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
});
