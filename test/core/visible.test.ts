import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visible, visibleLine } from '../../src/core/language/visible.js';

describe('Text from outside', () => {
  it('shows control characters as their signs', () => {
    assert.equal(visible('a\u001b[31mb\u0007\u0000\u007f'), 'a␛[31mb␇␀␡');
  });

  it('names characters that turn a line round or hide', () => {
    assert.equal(visible('safe\u202etxt.exe'), 'safe⟨U+202E⟩txt.exe');
    assert.equal(visible('a\u200bb\ufeffc\u0085'), 'a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+0085⟩');
  });

  it('leaves line feeds, tabs, joined emoji and every script alone', () => {
    const text = 'Größe\t数\n👩\u200d💻 العربية';
    assert.equal(visible(text), text);
  });

  it('is one line of bounded length where one is asked for', () => {
    assert.equal(visibleLine('  a\r\n\u2028 b  '), 'a b');
    assert.equal(visibleLine('x'.repeat(400), 10), `${'x'.repeat(10)}…`);
    assert.equal(visibleLine('x'.repeat(10), 10), 'x'.repeat(10));
    assert.equal(visibleLine('xx😀x', 3), 'xx…', 'never half of a character');
  });

  it('has its spaces as spaces, and signs for what comes right beside them', () => {
    assert.equal(visible('\u001f \u007f \u0080'), '␟ ␡ ⟨U+0080⟩');
  });

  it('never lets anything through that steers, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.doesNotMatch(visible(text), /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
        assert.doesNotMatch(visibleLine(text), /[\n\t]/);
        assert.equal(visible(visible(text)), visible(text));
      }),
    );
  });
});
