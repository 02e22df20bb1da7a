import assert from 'node:assert/strict';
import { mostProblems, ProblemList } from '../../src/core/language/problem';

/** Where problems at these places of a text are, as "line:column". */
function places(text: string, ...offsets: number[]): string[] {
  const list = new ProblemList();
  for (const offset of offsets) list.add(`at ${offset}`, offset);
  return list.placedIn(text).map(({ line, column }) => `${line}:${column}`);
}

describe('The place of a problem', () => {
  it('is its line and column, counted from 1, whatever ends the lines', () => {
    assert.deepEqual(places('ab\ncd', 0, 1, 2, 3, 4, 5), ['1:1', '1:2', '1:3', '2:1', '2:2', '2:3']);
    assert.deepEqual(places('ab\rcd', 2, 3), ['1:3', '2:1']);
    assert.deepEqual(places('ab\r\ncd', 2, 3, 4, 5), ['1:3', '1:4', '2:1', '2:2']);
    assert.deepEqual(places('\n\n\r\r\nx', 1, 2, 3, 5), ['2:1', '3:1', '4:1', '5:1']);
  });

  it('is found for problems in any order, which they keep', () =>
    assert.deepEqual(places('a\nb\nc', 4, 0, 2), ['3:1', '1:1', '2:1']));
});

describe('A list of problems', () => {
  const filled = (many: number) => {
    const list = new ProblemList();
    for (let at = 0; at < many; at += 1) list.add(() => `at ${at}`, at, 1);
    return list.placedIn('x'.repeat(many));
  };

  it('has each with its sentence and its length, as many as are told one by one', () => {
    const all = filled(mostProblems);
    assert.equal(all.length, mostProblems);
    assert.deepEqual(all[7], { message: 'at 7', offset: 7, length: 1, line: 1, column: 8 });
    assert.deepEqual(all.at(-1)?.message, `at ${mostProblems - 1}`);
  });

  it('says of the rest how many there are, where the first of them is', () => {
    const all = filled(mostProblems + 3);
    assert.equal(all.length, mostProblems + 1);
    assert.deepEqual(all.at(-1), {
      message: 'And 3 more from here on, which are not listed.',
      ...{ offset: mostProblems, length: 1, line: 1, column: mostProblems + 1 },
    });
  });

  it('makes no sentence that is not told', () => {
    const list = new ProblemList();
    let made = 0;
    const sentence = () => `sentence ${made++}`;
    for (let at = 0; at < mostProblems + 9; at += 1) list.add(sentence, at);
    list.placedIn('');
    assert.equal(made, mostProblems);
  });

  it('is empty where nothing is wrong', () => assert.deepEqual(new ProblemList().placedIn('x'), []));
});
