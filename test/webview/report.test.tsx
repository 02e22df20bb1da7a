import assert from 'node:assert/strict';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { printAssessment } from '../../src/core/assessment/assessment';
import { type Place, topOfPage } from '../../src/core/assessment/place';
import type { AssessmentState } from '../../src/core/assessment/report-state';
import { reportState } from '../../src/core/assessment/report-state';
import type { Answers } from '../../src/core/language/answer';
import type { FromReport } from '../../src/protocol/report';
import { Damaged } from '../../src/webview/report/damaged';
import { readMessage } from '../../src/webview/report/message';
import { Report } from '../../src/webview/report/report';
import { whatDecides } from '../../src/webview/report/standing';
import { setWords, words } from '../../src/webview/report/words';
import { knowledge } from '../core/small-knowledge';
import { settle, startClock, stopClock } from './clock';
import { hostPages } from './host-words';
import {
  assertFocus,
  assertSame,
  click,
  fire,
  focus,
  leave,
  type OpenPage,
  openPage,
  scrollTo,
  sketch,
  the,
  type,
  within,
} from './open-page';

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
  let page: OpenPage;
  let root: HTMLElement;
  let sent: FromReport[];
  let memory: Place;

  before(async () => {
    setWords((await hostPages()).reportWords());
  });
  beforeEach(() => {
    page = openPage();
    root = page.root;
    stopClock();
    sent = [];
    memory = topOfPage;
  });
  afterEach(async () => {
    await act(() => render(null, root));
    startClock();
    await page.close();
  });

  const send = (intent: FromReport) => {
    if (intent.kind === 'remember') memory = intent.memory;
    else sent.push(intent);
  };
  const show = async (state: AssessmentState) => {
    await act(() => render(<Report state={state} memory={memory} send={send} />, root));
    await settle();
  };
  const byId = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    assert.ok(found, `no #${id}`);
    return found;
  };
  const status = () => within(root).find(element => element.getAttribute('role') === 'status')?.textContent;

  it('says the verdict, why, the score and the advised form', async () => {
    await show(stateOf(everything));
    const text = root.textContent;
    assert.match(text, /Good fit/);
    assert.match(text, /Score 96 of 100\. 100% of the weight is settled\./);
    assert.match(text, /Advised form: Function/);
  });

  it('says when it is not the score that decides', () => {
    const { verdict } = stateOf({ ...everything, state: { value: 'memory' } }).assessed;
    assert.equal(whatDecides({ ...verdict, fit: 'poor-fit', high: 75 }, knowledge.policy), words.blockerDecides);
    assert.equal(whatDecides({ ...verdict, low: 75 }, knowledge.policy), words.weaknessDecides);
    assert.equal(whatDecides({ ...verdict, low: 65 }, knowledge.policy), undefined);
    const { poorBelow, goodFrom } = knowledge.policy;
    const poor = { ...verdict, fit: 'poor-fit', low: 0 } as const;
    assert.equal(whatDecides({ ...poor, high: poorBelow }, knowledge.policy), words.blockerDecides);
    assert.equal(whatDecides({ ...poor, high: poorBelow - 1 }, knowledge.policy), undefined);
    assert.equal(whatDecides({ ...verdict, low: goodFrom }, knowledge.policy), words.weaknessDecides);
    assert.equal(whatDecides({ ...verdict, low: goodFrom - 1, high: 100 }, knowledge.policy), undefined);
  });

  it('has one first heading, and a name for each part', async () => {
    await show(stateOf({ 'longest-run': { value: 5000 } }));
    const headings = (level: string) =>
      within(root)
        .filter(element => element.localName === level)
        .map(element => element.textContent);
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
    assert.equal(the(root, 'h1', hostile).childNodes.length, 1);
    assert.ok(root.textContent.split(hostile).length > 6, 'name, description, evidence, reason and remark are shown');
    const foreign = within(root).filter(({ localName }) => ['img', 'script', 'iframe', 'style'].includes(localName));
    assert.deepEqual(foreign.map(sketch), []);
    const styled = [...root.querySelectorAll('[style]')];
    assert.deepEqual(styled.map(sketch), [], 'no inline styles');
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
    const note = within(root).find(({ localName }) => localName === 'textarea');
    assert.equal((note as HTMLTextAreaElement).value, turned);
    click(root.querySelector('bdi')?.closest('button'));
    assert.deepEqual(sent, [{ kind: 'open-evidence', file: turned, line: null }]);
  });

  it('keeps its elements when a new state comes, so that focus and folds stay', async () => {
    memory = allOpen;
    await show(stateOf(everything));
    const rows = [byId('question-longest-run'), byId('criterion-state')];
    await show(stateOf({ ...everything, 'longest-run': { value: 5000 } }));
    assertSame(byId('question-longest-run'), rows[0]);
    assertSame(byId('criterion-state'), rows[1]);
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
    click(byId('question-state').querySelector('[value=store]'));
    assert.deepEqual(sent, [{ kind: 'answer', question: 'state', answer: { ...before, value: 'store' } }]);
  });

  it('takes a number that was emptied for one left as it was, and says what cannot be read', async () => {
    memory = allOpen;
    await show(stateOf(everything));
    const row = byId('question-longest-run');
    const field = row.querySelector('input');
    assert.ok(field);
    const leaveWith = (text: string) => {
      focus(field);
      type(field, text);
      leave(field);
    };
    const shown = () => [field.value, row.querySelector('[role=alert]')?.textContent];
    leaveWith('soon');
    assert.equal(shown()[0], 'soon');
    assert.match(String(shown()[1]), /soon/);
    for (const emptied of ['', '  ']) {
      leaveWith(emptied);
      assert.deepEqual(shown(), ['40 seconds', '']);
    }
    assert.equal(sent.length, 0);
    leaveWith('2 min');
    const { value: _before, ...remarks } = everything['longest-run'] as { value: number };
    assert.deepEqual(sent, [{ kind: 'answer', question: 'longest-run', answer: { value: 120, ...remarks } }]);
  });

  it('opens the row that a link leads to, brings it into view, and gives it the focus', async () => {
    await show(stateOf({ ...everything, 'longest-run': { value: 5000 }, divisible: { value: false } }));
    page.lay(byId('criterion-run-time'), { top: 900 });
    click(root.querySelector('a[href="#criterion-run-time"]'));
    const row = byId('criterion-run-time');
    assert.ok(row.hasAttribute('open'));
    assert.equal(window.scrollY, 900);
    assertFocus(row.querySelector('summary'));
    assert.deepEqual(memory, { open: ['criterion-run-time'], filter: 'all', scroll: 900 });
  });

  it('shows a criterion that is filtered out when a link leads to it', async () => {
    memory = { open: [], filter: 'open', scroll: 0 };
    await show(stateOf({ ...everything, 'longest-run': { value: 5000 }, divisible: { value: false } }));
    assert.ok(!document.getElementById('criterion-run-time'));
    click(root.querySelector('a[href="#criterion-run-time"]'));
    assertFocus(byId('criterion-run-time').querySelector('summary'));
  });

  it('begins where its reader was, and tells where they go once they pause', async () => {
    memory = { open: [], filter: 'all', scroll: 300 };
    await show(stateOf(everything));
    assert.equal(window.scrollY, 300);
    for (const top of [350, 400]) scrollTo(top);
    await settle(96);
    assert.equal(memory.scroll, 300);
    await settle(16);
    assert.equal(memory.scroll, 400);
    scrollTo(500);
    fire(window, 'pagehide');
    assert.equal(memory.scroll, 500);
  });

  it('gives the focus to the answer that is asked for, and then to the question that takes its place', async () => {
    await show(stateOf({ state: { value: 'store' } }));
    const asked = () => [...root.querySelectorAll<HTMLElement>('.answer-now')];
    const [, second] = asked();
    click(second);
    assert.ok(document.activeElement?.matches('.in-place input'));
    click(asked()[1]);
    assert.ok(!root.querySelector('.in-place'));
    assertFocus(asked()[1]);
  });

  it('has a note written where it stands, and sends it once it is left', async () => {
    memory = allOpen;
    await show(stateOf(everything));
    click(byId('question-state').querySelector('.add-note button'));
    await settle();
    const field = byId('question-state').querySelector('textarea');
    assertFocus(field);
    type(field, '  Seen by Ada. ');
    assert.equal(sent.length, 0);
    leave(field);
    assert.deepEqual(sent, [{ kind: 'answer', question: 'state', answer: { value: 'store', note: 'Seen by Ada.' } }]);
  });

  it('weighs anew what a slider was let go at, and keeps the focus when that is taken back', async () => {
    memory = allOpen;
    const text = printAssessment(knowledge, { workload: 'x', answers: everything, weights: { state: 7 } });
    const state = reportState(knowledge, { file: 'a.assessment.json', text, editable: true });
    assert.ok(state.kind === 'assessment');
    await show(state);
    const row = byId('criterion-state');
    const slider = row.querySelector<HTMLInputElement>('[type=range]');
    type(slider, '9');
    assert.equal(row.querySelector('output')?.textContent, '9');
    assert.equal(sent.length, 0);
    fire(slider ?? root, 'change');
    click(the(row, 'button', words.resetWeight));
    assert.deepEqual(sent, [
      { kind: 'weigh', criterion: 'state', weight: 9 },
      { kind: 'weigh', criterion: 'state', weight: null },
    ]);
    assertFocus(slider);
  });

  it('explains what stands in a criterion, and leads to the answers it saw', async () => {
    memory = allOpen;
    await show(stateOf({ ...everything, 'longest-run': { value: 5000 }, divisible: { value: false } }));
    const row = byId('criterion-run-time');
    assert.match(row.textContent, /Blocker/);
    assert.match(row.textContent, /Cloud, Longest run: 15 minutes/);
    assert.match(row.textContent, /Read on Nov 1, 2026 in the provider's own pages: example\.com\/limits/);
    assert.equal(the(row, 'a', 'Longest run').getAttribute('href'), '#question-longest-run');
    click(the(row, 'button', 'Guide: Topic'));
    assert.deepEqual(sent, [{ kind: 'read', criterion: 'run-time' }]);
  });

  it('leads to what the guide says for this workload', async () => {
    await show(stateOf(everything));
    click(the(root, 'button', 'What to Read'));
    assert.deepEqual(sent, [{ kind: 'read-path' }]);
  });

  it('lists what is open, the most decisive first, each with a way to answer it', async () => {
    await show(stateOf({ state: { value: 'store' } }));
    const [first] = within(root).filter(element => element.getAttribute('aria-label')?.startsWith('Answer: '));
    assert.equal(first?.getAttribute('aria-label'), 'Answer: Longest run');
    click(first);
    await settle();
    assert.equal(the(root, 'label', 'How long is the longest run?').localName, 'label');
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
    const fields = within(root).filter(({ localName }) => localName === 'input');
    assert.ok(fields.length > 5);
    assert.deepEqual(fields.filter(field => !field.closest('[disabled]')).map(sketch), []);
  });

  it('shows what is wrong with a damaged file, and leads to each place', () => {
    const problem = { message: hostile, offset: 212, length: 5, line: 9, column: 31 };
    const state = { kind: 'damaged', file: 'a.assessment.json', problems: [problem] } as const;
    void act(() => render(<Damaged state={state} send={send} />, root));
    assert.equal(the(root, 'h1', 'This file cannot be read as an assessment').localName, 'h1');
    assert.match(root.textContent, /Nothing in the file was changed\./);
    click(the(root, 'button', 'Line 9, column 31'));
    assert.deepEqual(sent, [{ kind: 'open-text', offset: 212 }]);
  });

  it('understands what the extension shows, and drops everything else', () => {
    // A message is cloned on its way: what is undefined is gone when it arrives.
    const message = JSON.parse(JSON.stringify({ kind: 'show', state: stateOf({}), memory: allOpen }));
    assert.deepEqual(readMessage(message), message);
    assert.deepEqual(readMessage({ ...message, memory: 7 }), { ...message, memory: topOfPage });
    const damaged = { kind: 'show', state: { kind: 'damaged', file: 'x', problems: [] }, memory: topOfPage };
    assert.deepEqual(readMessage(damaged), damaged);
    for (const other of [
      undefined,
      'show',
      [],
      { kind: 'hide' },
      { kind: 'show' },
      { ...message, state: { ...message.state, assessed: {} } },
      { ...message, state: { ...message.state, sections: [{}] } },
      { ...damaged, state: { kind: 'damaged', file: 'x', problems: [null] } },
    ])
      assert.equal(readMessage(other), undefined);
  });
});
