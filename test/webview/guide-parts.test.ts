import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestHistory } from '../../src/core/guide/history';
import { longestWords, readVisits, withVisit } from '../../src/core/guide/visits';
import { placeBeside } from '../../src/webview/guide/placing';
import { markWords } from '../../src/webview/guide/search-result';

describe('How the guide looked at its visits', () => {
  const history = { entries: [{ visit: 3, place: { kind: 'home' as const } }], at: 0 };

  it('is read as far as it makes sense', () => {
    for (const value of [undefined, null, 7, [], 'x']) assert.deepEqual(readVisits(value), {});
    const visits = {
      1: { section: null, scroll: 5, query: '' },
      2: { section: null, scroll: Number.NaN, query: '' },
      3: 'x',
      4: { scroll: 5, query: '' },
    };
    assert.deepEqual(readVisits(visits), { 1: { section: null, scroll: 5, query: '' } });
  });

  it('has a bound, whatever a page says that it is', () => {
    const visit = { section: null, scroll: 5, query: '' };
    const many = Array.from({ length: longestHistory + 2 }, (_, index) => [index + 1, { ...visit, more: 'x' }]);
    assert.deepEqual(
      readVisits(Object.fromEntries(many)),
      Object.fromEntries(many.slice(2).map(([id]) => [id, visit])),
    );
    const long = 'x'.repeat(longestWords + 1);
    assert.deepEqual(readVisits({ [long]: visit, 1: { ...visit, section: long }, 2: { ...visit, query: long } }), {
      2: { ...visit, query: long.slice(1) },
    });
  });

  it('is forgotten of visits that the history has forgotten', () => {
    const before = { 1: { section: null, scroll: 5, query: 'x' }, 3: { section: null, scroll: 7, query: 'y' } };
    assert.deepEqual(withVisit(before, history, 3, { scroll: 9 }), { 3: { section: null, scroll: 9, query: 'y' } });
  });
});

describe('An explanation beside its word', () => {
  it('goes below, and above only where there is no room below', () => {
    const place = (top: number) =>
      placeBeside({ left: 40, top, width: 30, height: 20 }, { width: 100, height: 50 }, { width: 300, height: 800 });
    assert.deepEqual(place(100), { left: 40, top: 124 });
    assert.deepEqual(place(718), { left: 40, top: 742 }, 'just enough room');
    assert.deepEqual(place(719), { left: 40, top: 665 });
  });

  it('goes below where there is room neither above nor below', () => {
    const place = (top: number) =>
      placeBeside({ left: 0, top, width: 30, height: 20 }, { width: 300, height: 90 }, { width: 300, height: 120 });
    assert.deepEqual(place(101), { left: 8, top: 125 });
    assert.deepEqual(place(102), { left: 8, top: 8 }, 'just enough room above');
  });

  it('stays within the window, and never lies over the word unless there is no room at all', () => {
    const size = fc.integer({ min: 20, max: 220 });
    const box = fc.record({
      left: fc.integer({ min: 0, max: 280 }),
      top: fc.integer({ min: 0, max: 780 }),
      width: size,
      height: fc.constant(20),
    });
    fc.assert(
      fc.property(box, size, size, (word, width, height) => {
        const { left, top } = placeBeside(word, { width, height }, { width: 300, height: 800 });
        assert.ok(left >= 8 && left + width <= 300 - 8 + 20);
        assert.ok(top >= word.top + word.height || top + height <= word.top);
        assert.ok(top >= 0 && top + height <= 800);
      }),
    );
  });
});

describe('What was looked for', () => {
  it('is marked at the beginnings of words, and the text stays what it was', () => {
    assert.deepEqual(
      markWords('Cold starts', 'col STA'),
      [
        ['Col', true],
        ['d', false],
        [' ', false],
        ['sta', true],
        ['rts', false],
      ].map(([text, match]) => ({ text, match })),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        assert.equal(
          markWords(text, query)
            .map(piece => piece.text)
            .join(''),
          text,
        );
      }),
    );
  });
});
