import assert from 'node:assert/strict';
import { mergeThree } from '../../src/core/scaffold/three-way';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;
const numbered = (many: number): string => Array.from({ length: many }, (_, index) => `line ${index}`).join('\n');

describe('Both changes to a text', () => {
  const base = lines('a', 'b', 'c', 'd', 'e');

  it('are brought together where they do not meet', () => {
    assert.equal(
      mergeThree(lines('A', 'b', 'c', 'd', 'e'), base, lines('a', 'b', 'c', 'd', 'E')),
      lines('A', 'b', 'c', 'd', 'E'),
    );
    assert.equal(mergeThree(base, base, lines('a', 'b', 'c')), lines('a', 'b', 'c'));
    assert.equal(
      mergeThree(lines('a', 'x'), base, lines('a', 'x')),
      lines('a', 'x'),
      'the same change is none against the other',
    );
  });

  it('keep the line ends of the text that is there', () => {
    const merged = mergeThree(base.replaceAll('\n', '\r\n'), base, lines('a', 'b', 'c', 'd', 'E'));
    assert.equal(merged, lines('a', 'b', 'c', 'd', 'E').replaceAll('\n', '\r\n'));
  });

  it('are not brought together where they meet', () =>
    assert.equal(mergeThree(lines('a', 'x', 'c', 'd', 'e'), base, lines('a', 'y', 'c', 'd', 'e')), undefined));

  it('are not looked for in texts of more lines than any of ours', () => {
    const most = numbered(10_000);
    assert.equal(mergeThree(most, most, most), most);
    const more = numbered(10_001);
    for (const [current, before, planned] of [
      [more, most, most],
      [most, more, most],
      [most, most, more],
    ] as const)
      assert.equal(mergeThree(current, before, planned), undefined);
  });

  it('are not looked for where lines repeat more often than in any of ours, on either side', () => {
    const same = (many: number) => Array(many).fill('x').join('\n');
    assert.equal(mergeThree(same(2), same(2), same(2)), same(2));
    assert.equal(mergeThree(same(200), same(1001), same(1)), undefined);
    assert.equal(mergeThree(same(1), same(1001), same(200)), undefined);
    assert.notEqual(mergeThree('y', same(1000), 'y'), undefined);
    const distinct = numbered(1000);
    assert.equal(mergeThree(distinct, distinct, distinct), distinct, 'each is equal to one');
  });
});
