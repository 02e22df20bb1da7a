import assert from 'node:assert/strict';
import { parseTree, toValue } from '../../src/core/assessment/json-tree';
import { longestText } from '../../src/core/language/answer';

/** What keeps a text from being read, with its place; nothing when nothing does. */
function fault(text: string): string | undefined {
  const { fault: found } = parseTree(text);
  return found && `${found.offset}+${found.length} ${found.message}`;
}

const run = 10 * longestText;
const text = (length: number): string => `"${'x'.repeat(length - 2)}"`;

describe('The JSON of an assessment', () => {
  for (const [json, sentence] of [
    [
      'word',
      '0+4 This is not JSON: a word stands here that is neither a text in quotes nor a number, true, false or null.',
    ],
    [
      '{a": 1}',
      '1+1 This is not JSON: a word stands here that is neither a text in quotes nor a number, true, false or null.',
    ],
    ['{1: 1}', '1+1 This is not JSON: a name in quotes is expected here.'],
    ['{"a": }', '6+1 This is not JSON: a value is expected here.'],
    ['{"a" 1}', '5+1 This is not JSON: a colon is expected here.'],
    ['{"a": 1 "b": 2}', '8+3 This is not JSON: a comma is expected here.'],
    ['{"a": 1', '7+0 This is not JSON: a closing } is missing.'],
    ['[1', '2+0 This is not JSON: a closing ] is missing.'],
    ['{} 1', '3+1 This is not JSON: something stands after its end.'],
    ['{ // x\n}', '2+4 This is not JSON: it allows no comments; a "note" in an answer can hold one.'],
    ['"abc', '0+4 This is not JSON: a text in quotes does not end.'],
    ['"\\u12"', '0+6 This is not JSON: a \\u escape is not complete.'],
    ['"\\x"', '0+4 This is not JSON: a backslash stands before a letter that it cannot escape.'],
    ['"a\tb"', '0+5 This is not JSON: a control character stands in a text; write it as an escape.'],
  ] as const)
    it(`is told where it is not JSON, in a sentence: ${json.replace(/\s/g, ' ')}`, () =>
      assert.equal(fault(json), sentence));

  it('is a tree of values with their places', () => {
    const { root, fault: none } = parseTree(' [1, "a", true, null, [2], {"b": 1}]');
    assert.equal(none, undefined);
    assert.ok(root);
    assert.equal(root.offset, 1);
    assert.deepEqual(toValue(root), [1, 'a', true, null, [2], undefined]);
  });

  it('has ten levels at most', () => {
    assert.equal(fault('['.repeat(10) + ']'.repeat(10)), undefined);
    assert.equal(fault(`${'['.repeat(9)}{}${']'.repeat(9)}`), undefined);
    assert.equal(fault('['.repeat(11)), '10+1 Up to here the file has more levels than an assessment can have.');
    assert.equal(fault('[{"a": '.repeat(6)), '35+1 Up to here the file has more levels than an assessment can have.');
    assert.equal(fault(`[${'[[]],{"a":[]},'.repeat(50)}1]`), undefined, 'what is closed again does not count');
    assert.equal(fault(`"${'['.repeat(99)}"`), undefined, 'in a text they are none');
    assert.equal(fault(`"\\"${'['.repeat(99)}"`), undefined, 'behind an escaped quote neither');
  });

  it('has 50,000 entries at most, blanks and line ends not counted', () => {
    const zeros = (many: number) => `[${Array(many).fill('0').join(' ,\t\n\r')}]`;
    // A list of n has n numbers, n - 1 commas and two brackets.
    assert.equal(fault(zeros(24_999)), undefined);
    assert.match(
      fault(zeros(25_001)) ?? '',
      /^\d+\+1 Up to here the file has more entries than an assessment can have\.$/,
    );
    assert.equal(fault(`[${'1'.repeat(19_000)}]`), undefined);
  });

  it('has no text, number or row of blanks that is longer than any of ours', () => {
    assert.equal(fault(text(run)), undefined);
    assert.equal(fault(` ${text(run + 1)}`), '1+1 Here the file has a longer text than an assessment can have.');
    assert.equal(fault('1'.repeat(run)), undefined);
    assert.equal(
      fault(` ${'1'.repeat(run + 1)}`),
      '1+1 Here the file has a longer number than an assessment can have.',
    );
    assert.equal(fault(`${' '.repeat(run)}1`), undefined);
    assert.equal(
      fault(`${'\t '.repeat(run)}1`),
      '0+1 Here the file has more blanks in a row than an assessment can have.',
    );
    assert.equal(fault(`${' '.repeat(run - 1)}\n${' '.repeat(run - 1)}1`), undefined);
  });

  it('has texts that end with their line where no quote ends them', () => {
    assert.equal(
      fault(`"x\n${'['.repeat(11)}`),
      '13+1 Up to here the file has more levels than an assessment can have.',
    );
  });
});
