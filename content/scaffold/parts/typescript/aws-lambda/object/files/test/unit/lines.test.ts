import { describe, expect, it } from 'vitest';
import { groupsOf, linesOf } from '../../src/orders/lines';

async function* pieces(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

describe('linesOf', () => {
  it('finds lines across pieces, with their numbers', async () => {
    expect(await all(linesOf(pieces('one\ntw', 'o\r\n\nthr', 'ee')))).toEqual([
      { number: 1, line: 'one' },
      { number: 2, line: 'two\r' },
      { number: 4, line: 'three' },
    ]);
  });

  it('keeps characters whole that two pieces share', async () => {
    const bytes = new TextEncoder().encode('é');
    expect(await all(linesOf(pieces(bytes.slice(0, 1), bytes.slice(1))))).toEqual([{ number: 1, line: 'é' }]);
  });

  it('finds nothing in an empty file', async () => {
    expect(await all(linesOf(pieces()))).toEqual([]);
    expect(await all(linesOf(pieces('\n \n')))).toEqual([]);
  });

  it('refuses a line that never ends', async () => {
    await expect(all(linesOf(pieces('a\n', 'x'.repeat(100_001))))).rejects.toThrow('Line 2');
  });
});

describe('groupsOf', () => {
  it('leaves nobody out', async () => {
    expect((await all(groupsOf(2, linesOf(pieces('a\nb\nc'))))).map(group => group.length)).toEqual([2, 1]);
  });
});
