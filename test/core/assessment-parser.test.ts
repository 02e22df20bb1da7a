import assert from 'node:assert/strict';
import { largestAssessment, parseAssessment, tooLarge } from '../../src/core/assessment/assessment-parser';
import { type Answer, longestText, mostEvidence } from '../../src/core/language/answer';
import { knowledge } from './small-knowledge';

/** What is wrong with a file, by the text that it points at and its sentence. */
function told(text: string, of: 'problems' | 'remarks' = 'problems'): string[] {
  const parsed = parseAssessment(knowledge, text);
  const list = of === 'remarks' ? 'remarks' in parsed && parsed.remarks : 'problems' in parsed && parsed.problems;
  assert.ok(list, text);
  return list.map(({ message, offset, length }) => `${text.slice(offset, offset + length)} | ${message}`);
}

const file = (fields: object): string => JSON.stringify({ format: 1, workload: 'x', ...fields });
const answered = (answer: unknown, question = 'state'): string => file({ answers: { [question]: answer } });
const seen = (evidence: unknown): string => answered({ value: 'store', evidence });
const long = 'x'.repeat(longestText + 1);

describe('What is wrong with an assessment', () => {
  for (const [text, ...sentences] of [
    ['', ' | This is not JSON: a value is expected here.'],
    ['7', '7 | An assessment is a JSON object: it starts with { and ends with }.'],
    ['[1]', '[1] | An assessment is a JSON object: it starts with { and ends with }.'],
    ['{}', '{ | "format": 1 is missing.', '{ | "workload", the name of the workload, is missing.'],
    ['{"format": 0, "workload": "x"}', '0 | This "format" is not known here. It must be 1.'],
    [
      '{"format": 2, "workload": "x"}',
      '2 | This "format" is not known here. It comes from a newer Serverless Advisor: update the extension.',
    ],
    ['{"format": "2", "workload": "x"}', '"2" | This "format" is not known here. It must be 1.'],
    ['{"format": 1, "workload": 7}', '7 | "workload" must be a text: the name of the workload.'],
    [file({ workload: ' ' }), '" " | A workload needs a name.'],
    [file({ description: 7 }), '7 | The description must be a text.'],
    [file({ description: long }), `"${long}" | The description may have at most 2,000 characters.`],
    [file({ answers: [] }), '[] | "answers" must be an object: an answer under each question id.'],
    [file({ weights: [] }), '[] | "weights" must be an object: a weight under each criterion id.'],
    ['{"format": 1, "workload": "x", "workload": "y"}', '"workload" | The assessment has "workload" twice.'],
    [
      '{"format": 1, "workload": "x", "answers": {"state": {"unknown": true}, "state": {"unknown": true}}}',
      '"state" | "answers" has "state" twice.',
    ],
    ['{"format": 1, "workload": "x", "weights": {"state": 1, "state": 2}}', '"state" | "weights" has "state" twice.'],
    [
      '{"format": 1, "workload": "x", "answers": {"state": {"unknown": true, "unknown": true}}}',
      '"unknown" | The answer to "State" has "unknown" twice.',
    ],
    [answered('store'), '"store" | The answer to "State" must be an object, for example { "value": … }.'],
    [
      answered({ note: 'x' }),
      '{"note":"x"} | The answer to "State" must have exactly one of "value", "unknown": true and "notApplicable": a reason.',
    ],
    [
      answered({ value: 'store', unknown: true }),
      '{"value":"store","unknown":true} | The answer to "State" must have exactly one of "value", "unknown": true and "notApplicable": a reason.',
    ],
    [answered({ value: 'disk' }), '"disk" | The answer to "State" must be one of memory, store, not "disk".'],
    [answered({ unknown: false }), 'false | "unknown" can only be true; leave the answer to "State" out instead.'],
    [answered({ notApplicable: ' ' }), '" " | "notApplicable" needs the reason why "State" does not apply.'],
    [answered({ notApplicable: 7 }), '7 | The reason why "State" does not apply must be a text.'],
    [answered({ value: 'store', note: 7 }), '7 | The note on "State" must be a text.'],
    [seen({}), '{} | The evidence for "State" must be a list.'],
    [seen([7]), '7 | The evidence for "State" must list objects with a "file".'],
    [seen([{}]), '{} | The evidence for "State" must name a "file".'],
    [
      seen([{ file: 7 }]),
      '{"file":7} | The evidence for "State" must name a "file".',
      '7 | The file in the evidence for "State" must be a text.',
    ],
    [seen([{ file: 'a', line: 0 }]), '0 | "line" must be a whole number from 1.'],
    [seen([{ file: 'a', line: 1.5 }]), '1.5 | "line" must be a whole number from 1.'],
    [seen([{ file: 'a', text: 7 }]), '7 | The text of the evidence must be a text.'],
    ...[-1, 11, 1.5, '7'].map(weight => [
      file({ weights: { state: weight } }),
      `${JSON.stringify(weight)} | The weight of "State" must be a whole number from 0 to 10.`,
    ]),
  ] as [string, ...string[]][])
    it(`is said where it is, in a sentence: ${text.slice(0, 100)}`, () =>
      assert.deepEqual(told(text).sort(), sentences.sort()));

  it('is that there is too much evidence, from one place more than there may be', () => {
    const evidence = (many: number) => Array.from({ length: many }, () => ({ file: 'a' }));
    const [problem = ''] = told(seen(evidence(mostEvidence + 1)));
    assert.match(problem, / \| The evidence for "State" may list at most 50 places\.$/);
    assert.ok('assessment' in parseAssessment(knowledge, seen(evidence(mostEvidence))));
  });

  it('is its size alone, where that is enough to know', () => {
    const [problem] = tooLarge().problems;
    assert.deepEqual(problem, {
      message: 'The file is too large to be an assessment, and was not read: 2 million bytes are the most.',
      ...{ offset: 0, length: 0, line: 1, column: 1 },
    });
    assert.ok(tooLarge().isTooLarge);
    assert.deepEqual(parseAssessment(knowledge, undefined), tooLarge());
    assert.deepEqual(parseAssessment(knowledge, ' '.repeat(largestAssessment + 1)), tooLarge());
    assert.ok(!('isTooLarge' in parseAssessment(knowledge, ' '.repeat(largestAssessment))));
  });
});

describe('What is left aside of an assessment', () => {
  it('is what this version does not know, with its place', () => {
    const text = file({
      more: 1,
      answers: { elsewhere: { value: 1 }, state: { value: 'store', sure: true } },
      weights: { elsewhere: 1 },
    });
    assert.deepEqual(told(text, 'remarks'), [
      '"more" | "more" is not part of an assessment and is left aside.',
      '"elsewhere" | "elsewhere" is not a question of this version; its answer is left aside.',
      '"sure" | "sure" is not part of an answer and is left aside.',
      '"elsewhere" | "elsewhere" is not a criterion of this version; its weight is left aside.',
    ]);
    const parsed = parseAssessment(knowledge, text);
    assert.ok('assessment' in parsed);
    assert.deepEqual(parsed.assessment, { workload: 'x', answers: { state: { value: 'store' } }, weights: {} });
  });

  it('is nothing of what it knows', () => {
    const evidence = [{ file: 'a.ts', line: 1, text: 'x' }, { file: 'b.ts' }];
    const answers: Record<string, Answer> = {
      trigger: { value: ['http', 'queue'], note: '' },
      state: { notApplicable: ' A pure function. ', note: 'x', evidence },
      peak: { unknown: true, evidence: [] },
    };
    const text = file({ $schema: 's', description: 'd', answers, weights: { state: 0, events: 10 } });
    const parsed = parseAssessment(knowledge, text);
    assert.ok('assessment' in parsed);
    assert.deepEqual(parsed.remarks, []);
    const weights = { state: 0, events: 10 };
    assert.deepEqual(parsed.assessment, { workload: 'x', description: 'd', answers, weights });
  });

  it('is not the order in which several choices stand: it is that of the options', () => {
    const parsed = parseAssessment(knowledge, answered({ value: ['queue', 'http'] }, 'trigger'));
    assert.ok('assessment' in parsed);
    assert.deepEqual(parsed.assessment.answers.trigger, { value: ['http', 'queue'] });
  });
});

describe('The assessments that were read last', () => {
  it('are known again while they are one of four, and not any more after that', () => {
    const texts = Array.from({ length: 5 }, (_, index) => file({ description: `number ${index}` }));
    const read = (index: number) => parseAssessment(knowledge, texts[index]);
    const first = read(0);
    for (const index of [1, 2, 3]) read(index);
    assert.equal(read(0), first);
    read(4);
    assert.notEqual(read(0), first);
  });
});
