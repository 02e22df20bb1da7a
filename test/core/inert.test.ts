import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inert, joined, lines, words } from '../../src/core/inert.js';

/** What VS Code takes for a link, an icon, or an address in Markdown; and what steers or hides. */
const syntax = /\]\(|\]\[|\$\(|:\/\/|\bwww\.|[\w.-]@[\w.-]/i;
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
      ),
    )
    .map(parts => parts.join('')),
);

describe('Inert text', () => {
  it('is no link, no icon and no address, and reads as it did', () => {
    for (const text of [
      '[a](command:workbench.action.files.newUntitledFile)',
      '[a](https://example.invalid/x "title")',
      '[a][b]',
      'https://example.invalid/x',
      'www.example.invalid',
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
