import assert from 'node:assert/strict';
import { render } from 'preact';
import { printAssessment } from '../../src/core/assessment/assessment';
import { type Place, topOfPage } from '../../src/core/assessment/place';
import type { AssessmentState } from '../../src/core/assessment/report-state';
import { reportState } from '../../src/core/assessment/report-state';
import type { Answers } from '../../src/core/language/answer';
import type { FromReport, ReportWords } from '../../src/protocol/report';
import { Damaged } from '../../src/webview/report/damaged';
import { readMessage } from '../../src/webview/report/message';
import { Report } from '../../src/webview/report/report';
import { whatDecides } from '../../src/webview/report/standing';
import { knowledge } from '../core/small-knowledge';
import { settle, startClock, stopClock } from './clock';
import { hostPages } from './host-words';
import { openPage, type PageElement } from './page-elements';

const hostile = '<img src=x onerror="alert(1)">';
const everything: Answers = {
  trigger: { value: ['queue'] },
  'longest-run': { value: 40, note: hostile, evidence: [{ file: 'src/job.ts', line: 7, text: hostile }] },
  state: { value: 'store' },
  peak: { value: 2 },
};
const allOpen = {
  open: [
    ...knowledge.questions.map(({ id }) => `question-${id}`),
    ...knowledge.criteria.map(({ id }) => `criterion-${id}`),
  ],
  filter: 'all',
  scroll: 0,
};

function stateOf(answers: Answers, changed: Partial<AssessmentState> = {}): AssessmentState {
  const text = printAssessment(knowledge, { workload: 'Thumbnails', answers, weights: {} });
  const state = reportState(knowledge, { file: 'thumbnails.assessment.json', text, editable: true });
  assert.ok(state.kind === 'assessment', JSON.stringify(state));
  return { ...state, topics: { topic: 'Topic' }, ...changed };
}

describe('The report page', () => {
  let words: ReportWords;
  let root: PageElement;
  let close: () => void;
  let sent: FromReport[];
  let memory: Place;

  before(async () => {
    words = (await hostPages()).reportWords();
  });
  beforeEach(() => {
    ({ root, close } = openPage());
    stopClock();
    sent = [];
    memory = topOfPage;
  });
  afterEach(async () => {
    render(null, root as unknown as Element);
    await settle();
    startClock();
    close();
  });

  const send = (intent: FromReport) => {
    if (intent.kind === 'remember') memory = intent.memory;
    else sent.push(intent);
  };
  const show = async (state: AssessmentState) => {
    render(<Report state={state} words={words} memory={memory} send={send} />, root as unknown as Element);
    await settle();
  };
  const byId = (id: string): PageElement => {
    const found = root.descendants.find(
      element => element.getAttribute('id') === id || Reflect.get(element, 'id') === id,
    );
    assert.ok(found, `no #${id}`);
    return found;
  };
  const status = () => root.descendants.find(element => element.getAttribute('role') === 'status')?.textContent;

  it('says the verdict, why, the score and the advised form', async () => {
    await show(stateOf(everything));
    const text = root.textContent;
    assert.match(text, /Good fit/);
    assert.match(text, /Score 96 of 100\. 100% of the weight is settled\./);
    assert.match(text, /Advised form: Function/);
  });

  it('says when it is not the score that decides', () => {
    const { verdict } = stateOf({ ...everything, state: { value: 'memory' } }).assessed;
    assert.equal(whatDecides(words, { ...verdict, fit: 'poor-fit', high: 75 }, knowledge.policy), words.blockerDecides);
    assert.equal(whatDecides(words, { ...verdict, low: 75 }, knowledge.policy), words.weaknessDecides);
    assert.equal(whatDecides(words, { ...verdict, low: 65 }, knowledge.policy), undefined);
    const { poorBelow, goodFrom } = knowledge.policy;
    const poor = { ...verdict, fit: 'poor-fit', low: 0 } as const;
    assert.equal(whatDecides(words, { ...poor, high: poorBelow }, knowledge.policy), words.blockerDecides);
    assert.equal(whatDecides(words, { ...poor, high: poorBelow - 1 }, knowledge.policy), undefined);
    assert.equal(whatDecides(words, { ...verdict, low: goodFrom }, knowledge.policy), words.weaknessDecides);
    assert.equal(whatDecides(words, { ...verdict, low: goodFrom - 1, high: 100 }, knowledge.policy), undefined);
  });

  it('has one first heading, and a name for each part', async () => {
    await show(stateOf({ 'longest-run': { value: 5000 } }));
    const headings = (level: string) =>
      root.descendants.filter(element => element.localName === level).map(element => element.textContent);
    assert.deepEqual(headings('h1'), ['Thumbnails']);
    assert.deepEqual(headings('h2').slice(1), [
      'Blockers',
      'What to find out first',
      'Criteria',
      'What would change the verdict',
      'Answers',
    ]);
  });

  it('shows text from a file as text, whatever it looks like', async () => {
    memory = allOpen;
    const message = hostile;
    const answers: Answers = { ...everything, state: { notApplicable: hostile } };
    await show(
      stateOf(answers, {
        workload: hostile,
        description: hostile,
        remarks: [{ message, offset: 1, length: 1, line: 1, column: 2 }],
      }),
    );
    assert.equal(root.the('h1', hostile).childNodes.length, 1);
    assert.ok(root.textContent.split(hostile).length > 6, 'name, description, evidence, reason and remark are shown');
    const foreign = root.descendants.filter(({ localName }) =>
      ['img', 'script', 'iframe', 'style'].includes(localName),
    );
    assert.deepEqual(foreign, []);
    const styled = root.descendants.filter(element => element.getAttribute('style') !== null);
    assert.deepEqual(styled, [], 'no inline styles');
  });

  it('draws signs that steer or turn a line, and leaves them alone where somebody edits them or opens what they name', async () => {
    memory = allOpen;
    const turned = 'safe\u202etxt.exe';
    const shown = 'safe⟨U+202E⟩txt.exe';
    const answers: Answers = {
      ...everything,
      'longest-run': { value: 40, note: turned, evidence: [{ file: turned, text: turned }] },
      state: { notApplicable: turned },
    };
    const text = printAssessment(knowledge, { workload: turned, description: turned, answers, weights: {} });
    const state = reportState(knowledge, { file: 'a.assessment.json', text, editable: true });
    assert.ok(state.kind === 'assessment');
    await show(state);
    // Name, description, evidence with its text, reason, the row of its question, and what its criterion says and saw.
    assert.equal(root.textContent.split(shown).length - 1, 8, root.textContent);
    assert.ok(!root.textContent.includes('\u202e'));
    const note = root.descendants.find(({ localName }) => localName === 'textarea');
    assert.equal(note?.getAttribute('value'), turned);
    root.descendants.find(element => element.localName === 'bdi')?.parentNode?.parentNode?.fire('click');
    assert.deepEqual(sent, [{ kind: 'open-evidence', file: turned, line: null }]);
  });

  it('keeps its elements when a new state comes, so that focus and folds stay', async () => {
    memory = allOpen;
    await show(stateOf(everything));
    const rows = [byId('question-longest-run'), byId('criterion-state')];
    await show(stateOf({ ...everything, 'longest-run': { value: 5000 } }));
    assert.deepEqual([byId('question-longest-run'), byId('criterion-state')], rows);
    assert.ok(rows[0]?.textContent.includes('83.3 minutes'));
  });

  it('announces a changed result once, and nothing when it opens', async () => {
    await show(stateOf(everything));
    assert.equal(status(), '');
    await show(stateOf({ ...everything, state: { value: 'memory' } }));
    assert.match(status() ?? '', /^Verdict: Fit with mitigations\. Score \d+ of 100\./);
  });

  it('sends one intent for a choice, with the note and the evidence of before', async () => {
    memory = allOpen;
    const before = { value: 'memory', note: 'Seen.', evidence: [{ file: 'a.ts' }] } as const;
    await show(stateOf({ ...everything, state: before }));
    const radio = byId('question-state').descendants.find(element => element.getAttribute('value') === 'store');
    (radio ?? byId('question-state').descendants.find(element => Reflect.get(element, 'value') === 'store'))?.fire(
      'change',
    );
    assert.deepEqual(sent, [{ kind: 'answer', question: 'state', answer: { ...before, value: 'store' } }]);
  });

  it('takes a number that was emptied for one left as it was, and says what cannot be read', async () => {
    memory = allOpen;
    await show(stateOf(everything));
    const row = byId('question-longest-run');
    const field = row.descendants.find(({ localName }) => localName === 'input');
    assert.ok(field);
    const leave = async (value: string) => {
      field.fire('input', { currentTarget: Object.assign(field, { value }) });
      await settle();
      field.fire('blur');
      await settle();
    };
    const shown = () => [
      Reflect.get(field, 'value'),
      row.descendants.find(element => element.getAttribute('role') === 'alert')?.textContent,
    ];
    await leave('soon');
    assert.equal(shown()[0], 'soon');
    assert.match(String(shown()[1]), /soon/);
    for (const emptied of ['', '  ']) {
      await leave(emptied);
      assert.deepEqual(shown(), ['40 seconds', '']);
    }
    assert.equal(sent.length, 0);
    await leave('2 min');
    const { value: _before, ...remarks } = everything['longest-run'] as { value: number };
    assert.deepEqual(sent, [{ kind: 'answer', question: 'longest-run', answer: { value: 120, ...remarks } }]);
  });

  it('explains what stands in a criterion, and leads to the answers it saw', async () => {
    memory = allOpen;
    await show(stateOf({ ...everything, 'longest-run': { value: 5000 }, divisible: { value: false } }));
    const row = byId('criterion-run-time');
    assert.match(row.textContent, /Blocker/);
    assert.match(row.textContent, /Cloud, Longest run: 15 minutes/);
    assert.match(row.textContent, /Read on Nov 1, 2026 in the provider's own pages: example\.com\/limits/);
    assert.equal(row.the('a', 'Longest run').getAttribute('href'), '#question-longest-run');
    row.the('button', 'Guide: Topic').fire('click');
    assert.deepEqual(sent, [{ kind: 'read', criterion: 'run-time' }]);
  });

  it('leads to what the guide says for this workload', async () => {
    await show(stateOf(everything));
    root.the('button', 'What to Read').fire('click');
    assert.deepEqual(sent, [{ kind: 'read-path' }]);
  });

  it('lists what is open, the most decisive first, each with a way to answer it', async () => {
    await show(stateOf({ state: { value: 'store' } }));
    const [first] = root.descendants.filter(element => element.getAttribute('aria-label')?.startsWith('Answer: '));
    assert.equal(first?.getAttribute('aria-label'), 'Answer: Longest run');
    first?.fire('click');
    await settle();
    assert.equal(root.the('label', 'How long is the longest run?').localName, 'label');
  });

  it('says what does not matter, and keeps its answer', async () => {
    memory = allOpen;
    await show(stateOf({ ...everything, divisible: { value: true } }));
    const row = byId('question-divisible');
    assert.match(row.textContent, /Does not matter here/);
    assert.match(row.textContent, /Its answer is kept: Yes/);
  });

  it('cannot be changed where the file cannot', async () => {
    memory = allOpen;
    await show(stateOf(everything, { editable: false }));
    assert.match(root.textContent, /This file cannot be changed here/);
    const isDisabled = (element: PageElement | null): boolean =>
      element !== null &&
      (element.getAttribute('disabled') !== null ||
        Reflect.get(element, 'disabled') === true ||
        isDisabled(element.parentNode));
    const fields = root.descendants.filter(({ localName }) => localName === 'input');
    assert.ok(fields.length > 5);
    assert.deepEqual(
      fields.filter(field => !isDisabled(field)),
      [],
    );
  });

  it('shows what is wrong with a damaged file, and leads to each place', () => {
    const problem = { message: hostile, offset: 212, length: 5, line: 9, column: 31 };
    const state = { kind: 'damaged', file: 'a.assessment.json', problems: [problem] } as const;
    render(<Damaged state={state} words={words} send={send} />, root as unknown as Element);
    assert.equal(root.the('h1', 'This file cannot be read as an assessment').localName, 'h1');
    assert.match(root.textContent, /Nothing in the file was changed\./);
    root.the('button', 'Line 9, column 31').fire('click');
    assert.deepEqual(sent, [{ kind: 'open-text', offset: 212 }]);
  });

  it('understands what the extension shows, and drops everything else', () => {
    // A message is cloned on its way: what is undefined is gone when it arrives.
    const message = JSON.parse(JSON.stringify({ kind: 'show', state: stateOf({}), words, memory: allOpen }));
    assert.deepEqual(readMessage(message), message);
    assert.deepEqual(readMessage({ ...message, memory: 7 }), { ...message, memory: topOfPage });
    const damaged = { kind: 'show', state: { kind: 'damaged', file: 'x', problems: [] }, words, memory: topOfPage };
    assert.deepEqual(readMessage(damaged), damaged);
    for (const other of [
      undefined,
      'show',
      [],
      { kind: 'hide' },
      { kind: 'show' },
      { ...message, words: undefined },
      { ...message, state: { ...message.state, assessed: {} } },
      { ...message, state: { ...message.state, sections: [{}] } },
      { ...damaged, state: { kind: 'damaged', file: 'x', problems: [null] } },
    ])
      assert.equal(readMessage(other), undefined);
  });
});
