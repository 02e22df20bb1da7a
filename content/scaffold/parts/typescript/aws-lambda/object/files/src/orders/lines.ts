/** Far more than the largest order; a file without line breaks would otherwise fill the memory. */
const maxLineLength = 100_000;

/** The lines of a text that comes in pieces, without the empty ones, and with their numbers in the file. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<{ number: number; line: string }> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield { number, line };
    }
    if (rest.length > maxLineLength) throw new Error(`Line ${number + 1} is longer than ${maxLineLength} characters.`);
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield { number: number + 1, line: rest };
}

/** The same in groups of at most so many. */
export async function* groupsOf<Value>(size: number, values: AsyncIterable<Value>): AsyncGenerator<Value[]> {
  let group: Value[] = [];
  for await (const value of values) {
    group.push(value);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
