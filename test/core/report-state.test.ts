import assert from 'node:assert/strict';
import { reportState } from '../../src/core/assessment/report-state';
import { knowledge } from './small-knowledge';

const turned = 'safe\u202etxt';
const shown = 'safe⟨U+202E⟩txt';
const answers = {
  trigger: { value: ['http'] },
  'longest-run': { value: 10, evidence: [{ file: `${turned}.ts`, line: 7, text: `${turned}\n` }, { file: 'b.ts' }] },
  divisible: { value: true, note: turned },
  state: { notApplicable: turned },
};
const stateOf = (file: object) => {
  const text = JSON.stringify({ format: 1, workload: `${turned}\n`, answers, ...file });
  const state = reportState(knowledge, { file: 'a.assessment.json', text, editable: false });
  assert.ok(state.kind === 'assessment', JSON.stringify(state));
  return state;
};

describe('What a report shows', () => {
  it('is the name, the description, and whether it can be edited', () => {
    const state = stateOf({ description: `${turned}\n` });
    assert.deepEqual([state.workload, state.description, state.editable], [shown, `${shown}\n`, false]);
    assert.equal(stateOf({}).description, null);
    assert.equal(stateOf({ description: '' }).description, '');
  });

  it('is each question in its section, with its answer as it stands and as people read it', () => {
    const [section, ...others] = stateOf({}).sections;
    assert.deepEqual(others, []);
    assert.deepEqual([section?.id, section?.title], ['all', 'All']);
    const nothing = { answer: null, text: null, reason: null, evidence: [] };
    assert.deepEqual(
      section?.questions.map(({ question, ...shown }) => [question.id, shown]),
      [
        ['trigger', { ...nothing, relevant: true, answer: answers.trigger, text: 'HTTP' }],
        [
          'longest-run',
          {
            ...nothing,
            relevant: true,
            answer: answers['longest-run'],
            text: '10 seconds',
            evidence: [
              { file: `${turned}.ts`, line: 7, name: `${shown}.ts`, text: `${shown}\n` },
              { file: 'b.ts', line: null, name: 'b.ts', text: null },
            ],
          },
        ],
        ['divisible', { ...nothing, relevant: false, answer: answers.divisible, text: 'Yes' }],
        [
          'state',
          { ...nothing, relevant: true, answer: answers.state, text: `Not applicable: ${shown}`, reason: shown },
        ],
        ['peak', { ...nothing, relevant: true }],
      ],
    );
  });

  it('is what the knowledge has beside it, and what was left aside', () => {
    const state = stateOf({ more: 1 });
    assert.deepEqual(state.topics, { topic: 'Topic' });
    assert.equal(state.themes, knowledge.themes);
    assert.equal(state.policy, knowledge.policy);
    assert.equal(state.asOf, '2026-11-01');
    assert.equal(state.remarks.length, 1);
    assert.equal(state.assessed.verdict.fit, 'good-fit');
    assert.deepEqual(
      state.changes.map(({ question, fit }) => [question, fit]),
      [['longest-run', 'poor-fit']],
    );
  });

  it('of a file that is no assessment is what is wrong with it', () => {
    const state = reportState(knowledge, { file: turned, text: '{', editable: true });
    assert.deepEqual(state, {
      kind: 'damaged',
      file: shown,
      problems: [{ message: 'This is not JSON: a closing } is missing.', offset: 1, length: 0, line: 1, column: 2 }],
    });
    assert.equal(reportState(knowledge, { file: 'x', text: undefined, editable: true }).kind, 'damaged');
  });
});
