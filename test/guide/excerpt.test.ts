import assert from 'node:assert/strict';
import { excerptOf } from '../../src/core/guide/excerpt';
import { makeWordReader } from '../../src/core/guide/words';

/** The excerpt of a text for a query, what matches in brackets. */
function excerpt(text: string, query: string): string {
  const read = makeWordReader();
  const spots = read(text);
  const wanted = new Map(
    read(query).flatMap(({ word }, place) =>
      spots.filter(spot => spot.word.text === word.text).map(spot => [spot.word, place] as const),
    ),
  );
  return excerptOf(text, spots, wanted)
    .map(piece => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');
}

/** So many characters of words that nobody looks for. */
const filler = (length: number): string =>
  'lorem '
    .repeat(Math.ceil(length / 6))
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length);

describe('An excerpt', () => {
  it('is the whole text where that is short, and its beginning where nothing matches', () => {
    assert.equal(excerpt('A cold start.', 'cold'), 'A [cold] start.');
    assert.equal(excerpt(`${'word '.repeat(23)}word end`, 'none'), `${'word '.repeat(23)}word …`);
  });

  it('shows where most of what is looked for stands together, as far as it has room for it', () => {
    // The two words are 60 characters apart, then 90: an excerpt has room for 80 after its first match.
    const near = `cold ${filler(200)}cold ${filler(50)}start ${filler(100)}`;
    assert.match(excerpt(near, 'cold start'), /\[cold\].*\[start\]/);
    const far = `cold ${filler(200)}cold ${filler(90)}start ${filler(100)}`;
    assert.match(excerpt(far, 'cold start'), /^\[cold\] [^[]*$/);
  });

  it('counts a word once, however often it stands there', () => {
    const text = `cold cold cold ${filler(200)}start and cold ${filler(100)}`;
    assert.match(excerpt(text, 'cold start'), /\[start\] and \[cold\]/);
  });
});
