/** Files as large as one can be that is still read, each the worst of its kind for whoever reads it. By what is in them. */

import { largestAssessment } from '../../src/core/assessment/assessment-parser';
import type { Question } from '../../src/core/content/types';
import { mostEvidence } from '../../src/core/language/answer';

/** The text of a file of about so many UTF-16 code units, and never more; all of them are ASCII but for what is said. */
export type Giant = (size: number) => string;

const start = '{"format":1,"workload":"x"';

/** Between two texts as many of the pieces as there is room for, with commas between them. */
function filled(before: string, piece: (index: number) => string, after: string, size: number): string {
  const pieces: string[] = [];
  let left = size - before.length - after.length;
  for (let index = 0; ; index += 1) {
    const next = piece(index);
    left -= next.length + 1;
    if (left < 0) return before + pieces.join(',') + after;
    pieces.push(next);
  }
}

function padded(before: string, unit: string, after: string, size: number): string {
  return before + unit.repeat(Math.floor((size - before.length - after.length) / unit.length)) + after;
}

/** Files that are no assessment, or one with much to say about it. */
export const giants: Readonly<Record<string, Giant>> = {
  'line feeds': size => '\n'.repeat(size),
  'carriage returns and line feeds, behind a byte order mark': size => padded('\ufeff', '\r\n', '', size),
  spaces: size => ' '.repeat(size),
  'a list of ones': size => filled('[', () => '1', ']', size),
  'unknown keys': size => filled(`${start},"answers":{`, index => `"${index}":1`, '}}', size),
  'unknown keys, as many as are read': size =>
    filled(`${start},"answers":{`, index => `"${String(index).padStart(Math.ceil(size / 12_200), 'k')}":1`, '}}', size),
  'unknown keys in lines of their own': size =>
    filled(
      `${start},"answers":{`,
      index => `\r\n"${String(index).padStart(Math.ceil(size / 12_200), 'k')}":1`,
      '}}',
      size,
    ),
  'one key again and again': size => filled(`${start},"answers":{`, () => '"memory":1', '}}', size),
  'keys without a name': size => filled(`${start},"answers":{`, () => '"":0', '}}', size),
  'one key, and nothing else': size => padded('{"', 'k', '":1}', size),
  evidence: size => filled(`${start},"answers":{"memory":{"value":1,"evidence":[`, () => '{"file":"a"}', ']}}}', size),
  'a note': size => padded(`${start},"answers":{"memory":{"value":1,"note":"`, 'n', '"}}}', size),
  'a note of escapes': size => padded(`${start},"answers":{"memory":{"value":1,"note":"`, '\\u0041', '"}}}', size),
  'a note of backslashes': size => padded(`${start},"answers":{"memory":{"value":1,"note":"`, '\\\\', '"}}}', size),
  'a name': size => padded('{"format":1,"workload":"', 'w', '"}', size),
  'a number': size => padded(`${start},"answers":{"memory":{"value":`, '9', '}}}', size),
  'options of a choice': size => filled(`${start},"answers":{"trigger":{"value":[`, () => '"queue"', ']}}}', size),
  'brackets in brackets': size => padded('', '[', '', size),
  'braces in braces': size => padded('', '{"a":', '', size),
  'brackets, closed': size => padded('[', '[]', ']', size),
  'signs that mean nothing': size => padded('', '@ ', '', size),
  'quotes without an end': size => padded('', '"\n', '', size),
  'comments that begin': size => padded('', '/*', '', size),
  'comments of a line': size => padded('', '//\n', '', size),
  colons: size => ':'.repeat(size),
  'NUL characters': size => '\0'.repeat(size),
  'halves of characters': size => padded('{"', '\ud800', '":1}', size),
};

/** A proper assessment with as many words as one can have: notes and evidence for every question, up to the size. */
export function wordyAssessment(questions: readonly Pick<Question, 'id'>[], size = largestAssessment): string {
  const share = Math.floor((size - 200) / questions.length);
  const answers = questions.map(({ id }) => {
    const room = Math.max(1, Math.min(1000, Math.floor((share - 2100) / mostEvidence) - 30));
    const evidence = Array.from({ length: mostEvidence }, (_, index) => ({ file: `${index}`.padStart(room, 'f') }));
    return [id, { notApplicable: 'r'.repeat(1000), note: 'n'.repeat(900), evidence }];
  });
  const file = {
    format: 1,
    workload: 'w'.repeat(120),
    description: 'd'.repeat(2000),
    answers: Object.fromEntries(answers),
  };
  return JSON.stringify(file);
}
