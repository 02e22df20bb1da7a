import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { inert, joined, lines, markdownOf, words } from '../../src/core/language/inert.js';

/** As permissive as a viewer may be: HTML counts, and whatever looks like an address becomes a link. */
const viewer = new MarkdownIt({ html: true, linkify: true });
// But an address without a scheme, such as `//a.b`, is one to no viewer of Markdown.
viewer.linkify.add('//', null);

/**
 * Where the viewer of VS Code (marked, src/rules.ts) finds an address in what is left of a line, whatever stands before it: escapes of
 * Markdown are none to it, and it looks for `www.` in the middle of a word.
 */
const address = /(?:https?|ftp):\/\/|www\.(?:[a-z0-9-]+\.?)+|[\w.+-]+@[\w-]+(?:\.[\w-]*[a-z0-9])+/i;

/** What VS Code takes for a link, an icon, or an address in Markdown; and what steers or hides. */
const syntax = /\]\(|\]\[|\$\(|:\/\/|www\.|[\w.-]@[\w.-]/i;
const hidden = /(?!\n|\u200c|\u200d|\u2060)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** As a reader sees it: the joiner takes no room. */
const seen = (text: string): string => text.replaceAll('\u2060', '');

/** Text in which syntax is likely. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '$',
        ':',
        '/',
        '//',
        '@',
        'www',
        '.',
        'a',
        ' ',
        '\u2060',
        '{0}',
        '{1}',
        '\u202e',
        '<',
        '>',
        'mailto:',
        '\\',
        '_',
        '&',
        'rlm;',
        '#',
        '`',
        '*',
        '|',
        '\n',
      ),
    )
    .map(parts => parts.join('')),
);

describe('Inert text', () => {
  it('is broken where two pieces meet, also behind an icon of ours', () => {
    assert.equal(words('$(]{0}', '(x)'), '$(]\u2060(x)');
    assert.equal(words('$(link){0}', '(x)'), '$(link)(x)');
  });

  it('is no link, no icon and no address, and reads as it did', () => {
    for (const text of [
      '[a](command:workbench.action.files.newUntitledFile)',
      '[a](https://example.invalid/x "title")',
      '[a][b]',
      'https://example.invalid/x',
      'www.example.invalid',
      '_www.example.invalid and awww.example.invalid',
      'somebody@example.invalid',
      '$(alert) $(sync~spin)',
      '<b> **bold** `code`',
    ]) {
      assert.doesNotMatch(inert(text), syntax);
      assert.equal(seen(inert(text)), text);
    }
  });

  it('shows what steers or hides, on one line of bounded length', () => {
    assert.equal(inert('a\u202eb\u001b[1m\nc'), 'a⟨U+202E⟩b␛[1m c');
    assert.equal(seen(inert('x'.repeat(10_000))).length, 501);
  });

  it('leaves scoped packages, paths and prices as they are, to the byte', () => {
    for (const text of ['@scope/package', 'src/[id].ts', 'C:/x', '$ 5 (about)', 'Größe: 5 %'])
      assert.equal(inert(text), text);
  });

  it('stays as it is when it is made inert again', () => {
    fc.assert(
      fc.property(
        hostile.filter(text => text.length < 60),
        text => assert.equal(inert(inert(text)), inert(text)),
      ),
    );
  });

  it('is inert whatever it is made from', () => {
    fc.assert(
      fc.property(hostile, text => {
        assert.doesNotMatch(inert(text), syntax);
        assert.doesNotMatch(inert(text), hidden);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Words', () => {
  it('keep the icons and links of the template, and take none from what goes in', () => {
    const said = words('$(add) [Open](command:x) {0}', '$(trash) [b](command:y)');
    assert.equal(seen(said), '$(add) [Open](command:x) $(trash) [b](command:y)');
    assert.equal(said.match(/\$\(/g)?.length, 1);
    assert.equal(said.match(/\]\(/g)?.length, 1);
    assert.ok(said.startsWith('$(add) [Open](command:x) $\u2060('), 'the template is as it was');
  });

  it('look for placeholders in the template alone', () => assert.equal(words('{0} {1} {2}', '{1}', 5), '{1} 5 {2}'));

  it('hold no syntax that only comes about where pieces meet', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.constantFrom('{0}{1}', '{0}({1})', '{0}/{1}', '{0}:{1}', '{0}[{1}]', '\u0024{0}', '{0}.{1}'),
        (a, b, template) => {
          assert.doesNotMatch(words(template, a, b), syntax, JSON.stringify([a, b, template]));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('are put one after the other, or on lines of their own', () => {
    assert.equal(joined(', ', [inert('a'), inert('b')]), 'a, b');
    assert.equal(lines([inert('a\nb'), inert('c')]), 'a b\nc');
  });
});

describe('Words as Markdown', () => {
  /** Everything that a viewer makes of it. */
  const drawn = (text: string): string[] =>
    viewer.parse(text, {}).flatMap(({ type, children }) => children?.map(child => child.type) ?? type);

  it('are one piece of text in which a viewer finds nothing to draw', () => {
    for (const text of [
      '<mailto:x@y>',
      '<mailto:x>',
      '<command:workbench.action.files.newUntitledFile>',
      '<vscode:extension/x.y>',
      '<b>bold</b><img src=x>',
      '<?a?> <!A b> <!-- c -->',
      '_www.x.y',
      'awww.x.y',
      'http:/\\x',
      'https:\\/\\/x',
      'http&colon;//x',
      '&lt;b&gt; &amp; &#8238; &rlm;',
      '[a]: https://x.y',
      '![a](https://x.y)',
      '**bold** _slanted_ ~~gone~~ `code` # heading',
      '- a',
      '1. a',
      '> a',
      '===',
      '| a | b |',
      '```',
      '$(alert)',
    ]) {
      const written = markdownOf(inert(text));
      assert.deepEqual(drawn(written), ['paragraph_open', 'text', 'paragraph_close'], text);
      assert.doesNotMatch(written, address, text);
    }
  });

  it('read as they are, whatever they are made from', () => {
    fc.assert(
      fc.property(hostile, text => {
        const said = inert(text);
        fc.pre(said !== '');
        const [, line] = viewer.parse(markdownOf(said), {});
        assert.deepEqual(
          line?.children?.map(({ type, content }) => [type, content]),
          [['text', said]],
        );
        assert.doesNotMatch(markdownOf(said), address);
      }),
      { numRuns: 2000 },
    );
  });

  it('stand on lines of their own as paragraphs', () =>
    assert.equal(viewer.render(markdownOf(lines([inert('a'), inert('b')]))), '<p>a</p>\n<p>b</p>\n'));
});
