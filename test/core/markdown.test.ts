import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown, joinMarkdown, linkTo, markdown } from '../../src/core/language/markdown';
import { visibleLine } from '../../src/core/language/visible';
import { someOf } from '../amount';
import { hostileText } from './hostile-text';

/** As permissive as a viewer may be: HTML counts, and whatever looks like an address becomes a link. */
const viewer = new MarkdownIt({ html: true, linkify: true });
viewer.linkify.set({ fuzzyLink: true, fuzzyEmail: true });

/** Where the printers put text of foreign origin. */
const positions: Readonly<Record<string, (text: string) => string>> = {
  'a heading': text => `# ${text}`,
  'a paragraph': text => text,
  'a list item': text => `- ${text}`,
  'a numbered list item': text => `1. ${text}`,
  'a quotation': text => `> ${text}`,
  'a table cell': text => `| a | b |\n| --- | --- |\n| x | ${text} |`,
};

/** Every piece of running text in a document. */
function inlineTokens(text: string) {
  return viewer.parse(text, {}).flatMap(token => (token.type === 'inline' ? [token.children ?? []] : []));
}

/** The blocks of a document, without what stands in them. */
function blocksOf(text: string): string[] {
  return viewer.parse(text, {}).map(({ type, tag }) => `${type} ${tag}`);
}

/** Without the spaces of no width that keep mentions apart. */
const plain = (text: string): string => text.replaceAll('\u200b', '');

describe('Text of foreign origin in Markdown', () => {
  for (const [where, at] of Object.entries(positions))
    it(`is one piece of text and nothing else in ${where}`, () =>
      fc.assert(
        fc.property(hostileText, text => {
          const shown = visibleLine(text, Number.POSITIVE_INFINITY);
          fc.pre(shown !== '');
          const document = at(escapeMarkdown(text));
          assert.deepEqual(blocksOf(document), blocksOf(at('Orders')));
          const last = inlineTokens(document).at(-1) ?? [];
          assert.deepEqual(
            last.map(({ type, content }) => [type, plain(content)]),
            [['text', shown]],
          );
        }),
        { numRuns: someOf(2000) },
      ));

  it('mentions nobody, refers to no issue and merge request, and draws no emoji, which are looked for in finished text', () => {
    const text = '@octocat fixed #12, GH-12 and !12 for a@b.example :heavy_check_mark: :+1:';
    const page = viewer.renderInline(escapeMarkdown(text));
    assert.doesNotMatch(page, /@\w|[#!]\d|GH-\d|:[\w+]+:/, page);
    assert.equal(plain(page), text);
  });

  it('keeps what other dialects of Markdown make something of: formulas, attributes, definitions, addresses without a scheme', () => {
    const written = {
      'a $x$ b': 'a \\$x\\$ b',
      'Orders {#id .class}': 'Orders \\{\\#id .class\\}',
      ': orders': '\\: orders',
      '===': '\\===',
      'www.1a.example': 'www\\.1a\\.example',
    };
    for (const [text, escaped] of Object.entries(written)) assert.equal(escapeMarkdown(text), escaped);
  });

  it('gives no command to a site that takes them from the first word of a line', () =>
    assert.equal(escapeMarkdown('/merge now'), '\\/merge now'));

  it('shows control and direction characters as signs', () =>
    assert.equal(escapeMarkdown('a\u001b[1m\u202eb\nc'), 'a␛\\[1m⟨U+202E⟩b c'));

  it('stays readable where nothing has to be escaped', () => {
    const text = 'Orders (2.0): 5 + 3 = 8, in 1.5 s - fast! "Really"?';
    assert.equal(escapeMarkdown(text), text);
  });
});

describe('Markdown from a template', () => {
  it('escapes what is put in, and takes Markdown as it is', () =>
    assert.deepEqual(markdown`**${'a*b'}** ${3} ${markdown`*${'c'}*`}`, { markdown: '**a\\*b** 3 *c*' }));

  it('is joined line by line', () =>
    assert.deepEqual(joinMarkdown([markdown`a`, markdown``, markdown`b`]), { markdown: 'a\n\nb' }));

  it('links web addresses, and nothing else', () => {
    assert.deepEqual(linkTo('https://example.com/a_b'), { markdown: '<https://example.com/a_b>' });
    for (const text of ['command:run', 'javascript:x', 'https://a b', 'https://a><img src=x>', 'http://a.example'])
      assert.doesNotMatch(viewer.renderInline(linkTo(text).markdown), /<(?:a|img)\b/, text);
  });
});
