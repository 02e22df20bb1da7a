import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GuidePlace } from '../../src/core/guide/guide';
import {
  canGoBack,
  canGoForward,
  goBack,
  goForward,
  type History,
  longestHistory,
  placeAt,
  readHistory,
  startHistory,
  visit,
} from '../../src/core/guide/history';
import { guide } from './small-guide';

const home: GuidePlace = { kind: 'home' };
const places: readonly GuidePlace[] = [
  home,
  { kind: 'review' },
  ...guide.chapters.flatMap(({ id, sections }): GuidePlace[] => [
    { kind: 'chapter', chapter: id, section: null },
    ...sections.map((section): GuidePlace => ({ kind: 'chapter', chapter: id, section: section.id })),
  ]),
];
const [first = home, second = home, third = home] = places;
const anyPlace = fc.constantFrom(...places);
const anyStep = fc.oneof(
  { weight: 3, arbitrary: anyPlace.map(place => (history: History) => visit(history, place)) },
  fc.constantFrom(goBack, goForward),
);
const anyHistory = fc
  .tuple(anyPlace, fc.array(anyStep, { maxLength: 120 }))
  .map(([place, steps]) => steps.reduce((history, step) => step(history), startHistory(place)));

function holds({ entries, at }: History): void {
  assert.ok(entries.length > 0 && entries.length <= longestHistory);
  assert.ok(Number.isInteger(at) && at >= 0 && at < entries.length);
  assert.equal(new Set(entries.map(entry => entry.visit)).size, entries.length);
}

describe('The history of the guide', () => {
  it('goes back and forward through what was visited', () => {
    const history = visit(visit(startHistory(first), second), third);
    assert.deepEqual(placeAt(goBack(history)), second);
    assert.deepEqual(placeAt(goForward(goBack(history))), third);
    assert.equal(canGoForward(history), false);
    assert.equal(canGoBack(startHistory(first)), false);
    assert.equal(goBack(startHistory(first)).at, 0);
  });

  it('forgets what lay ahead once another way is taken, and never gives its number again', () => {
    const back = goBack(visit(startHistory(first), second));
    const history = visit(back, third);
    assert.deepEqual(
      history.entries.map(({ place }) => place),
      [first, third],
    );
    assert.ok((history.entries[1]?.visit ?? 0) > (back.entries[1]?.visit ?? 0));
  });

  it('adds nothing for the place where one is, but counts as going there anew', () => {
    const history = visit(startHistory(first), second);
    const again = visit(history, { ...second });
    assert.deepEqual(
      again.entries.map(({ place }) => place),
      [first, second],
    );
    assert.notEqual(again.entries[1]?.visit, history.entries[1]?.visit);
  });

  it('is never empty, never too long and never out of range, whatever is done', () => {
    fc.assert(fc.property(anyHistory, holds));
  });

  it('comes back to where it was before a visit', () => {
    fc.assert(
      fc.property(anyHistory, anyPlace, (history, place) => {
        const gone = visit(history, place);
        assert.deepEqual(placeAt(gone), place);
        if (gone.at !== history.at) assert.deepEqual(placeAt(goBack(gone)), placeAt(history));
      }),
    );
  });
});

describe('A history that a page kept', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyHistory, history => {
        assert.deepEqual(readHistory(JSON.parse(JSON.stringify(history)), guide), history);
      }),
    );
  });

  it('loses the places that are no more, and shows the one before', () => {
    const gone = { kind: 'chapter', chapter: 'gone', section: null };
    const noSection = { kind: 'chapter', chapter: 'delivery', section: 'gone' };
    const entries = [home, gone, second, noSection, second].map((place, index) => ({ visit: index + 1, place }));
    const history = readHistory({ entries, at: 3 }, guide);
    assert.deepEqual(history, { entries: [entries[0], entries[2]], at: 1 });
    assert.equal(readHistory({ entries: [{ visit: 1, place: gone }], at: 0 }, guide), undefined);
  });

  it('of more visits than one of ours is read round the place that was shown', () => {
    const entries = Array.from({ length: 1000 }, (_, index) => ({
      visit: index + 1,
      place: index % 2 ? home : second,
    }));
    const history = readHistory({ entries, at: 500 }, guide);
    assert.equal(history?.entries.length, longestHistory);
    assert.equal(history?.entries[history.at]?.visit, 501);
  });

  it('has a number for each visit, also where what was kept cannot become one', () => {
    const visits = [{ toString: 1 }, { valueOf: null, toString: null }, '7', 1e12, -1].map((visit, index) => ({
      visit,
      place: index % 2 ? home : second,
    }));
    const history = readHistory({ entries: visits, at: 0 }, guide);
    assert.deepEqual(
      history?.entries.map(({ visit }) => visit),
      [1, 2, 3, 4, 5],
    );
  });

  it('can be anything at all', () => {
    const place = fc.oneof(anyPlace, fc.anything());
    const entry = fc.oneof(fc.record({ visit: fc.oneof(fc.integer(), fc.anything()), place }), fc.anything());
    const value = fc.oneof(
      fc.anything(),
      fc.record({ entries: fc.array(entry, { maxLength: 80 }), at: fc.oneof(fc.integer(), fc.anything()) }),
    );
    fc.assert(
      fc.property(value, kept => {
        const history = readHistory(kept, guide);
        if (history) holds(history);
      }),
    );
  });
});
