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

  const lorem = (many: number): string => 'lorem '.repeat(many);
  for (const [what, text, shown] of [
    ['some words before the match', `${lorem(20)}cold ${lorem(20)}`, `… ${lorem(6)}[cold] ${lorem(13)}…`],
    [
      'the beginning of the sentence, where that is near',
      `${lorem(20)}. One two cold ${lorem(20)}`,
      `… One two [cold] ${lorem(18)}…`,
    ],
    [
      'more before the match, where little comes after',
      `${lorem(20)}cold ${lorem(2)}end.`,
      `… ${lorem(16)}[cold] ${lorem(2)}end.`,
    ],
    [
      'no second half of a sentence before it',
      `${lorem(20)}end? Next cold ${lorem(9)}stop. ${lorem(20)}`,
      `… Next [cold] ${lorem(9)}stop. ${lorem(8)}…`,
    ],
    ['no part of a long word', `${'x'.repeat(100)} cold ${'y'.repeat(200)}`, '… [cold] …'],
    ['the beginning of a word without end', 'x'.repeat(300), `${'x'.repeat(120)} …`],
    [
      'no sign that something is left out where a sentence ends',
      `cold ${lorem(18)}done. More text that goes on and on for a good while after this.`,
      `[cold] ${lorem(18)}done.`,
    ],
    [
      'all of a word with a hyphen',
      `${lorem(20)}pre-cold start ${lorem(20)}`,
      `… ${lorem(6)}pre-[cold] start ${lorem(11)}…`,
    ],
    ['quotation marks with their word', `(${lorem(20)}“cold” ${lorem(30)}`, `… ${lorem(6)}“[cold]” ${lorem(13)}…`],
    ['all of a text that has room', `${lorem(6)}cold ${lorem(11)}end`, `${lorem(6)}[cold] ${lorem(11)}end`],
    ['the first of several that are as good', `cold ${lorem(30)}cold ${lorem(30)}`, `[cold] ${lorem(19)}…`],
  ] as const)
    it(`shows ${what}`, () => assert.equal(excerpt(text, 'cold'), shown));
});
