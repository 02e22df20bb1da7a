import assert from 'node:assert/strict';
import { type GuidePlace, openGuide } from '../../src/core/guide/guide';
import { guideState, type Shown } from '../../src/core/guide/guide-state';
import { goBack, startHistory, visit } from '../../src/core/guide/history';
import { noProgress, type Progress, withAnswer, withChapter, withSection } from '../../src/core/guide/progress';
import { knowledge } from '../core/small-knowledge';
import { guideFile } from '../host/guide-file';

const guide = openGuide(guideFile);
const today = '2026-11-24';

function describeAt(place: GuidePlace, changed: Partial<Shown> = {}) {
  return guideState({
    guide,
    knowledge,
    progress: noProgress,
    today,
    surface: 'side bar',
    history: startHistory(place),
    visits: {},
    search: null,
    round: [],
    due: 0,
    assessmentPath: undefined,
    ...changed,
  });
}

const home: GuidePlace = { kind: 'home' };
const chapter = (chapter: string, section: string | null = null): GuidePlace => ({ kind: 'chapter', chapter, section });
const wrong = (progress: Progress) => withAnswer(guide, progress, 'topic.first', ['that'], today);

describe("What the guide's page shows", () => {
  it('can be sent as it is: it is nothing but plain values', () => {
    for (const place of [home, chapter('topic'), { kind: 'review' } as const]) {
      const state = describeAt(place, { round: ['topic.first'] });
      assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
    }
  });

  it('is the state of its place alone', () => {
    const shown = (place: GuidePlace) => {
      const { chapter, review } = describeAt(place);
      return [chapter?.head.id, review !== null];
    };
    assert.deepEqual(shown(home), [undefined, false]);
    assert.deepEqual(shown(chapter('state')), ['state', false]);
    assert.deepEqual(shown({ kind: 'review' }), [undefined, true]);
  });

  it('goes back and forward as the history does', () => {
    const history = goBack(visit(startHistory(home), chapter('topic')));
    const { place, canGoBack, canGoForward } = describeAt(home, { history });
    assert.deepEqual([place, canGoBack, canGoForward], [home, false, true]);
  });

  it('counts over the numbered chapters what was read and answered', () => {
    const answered = withAnswer(guide, withChapter(guide, noProgress, 'topic', true), 'topic.first', ['this'], today);
    const { total, chapters } = describeAt(home, { progress: withChapter(guide, answered, 'words', true) }).home;
    assert.deepEqual(
      chapters.map(({ id, sectionsRead }) => [id, sectionsRead > 0]),
      [
        ['topic', true],
        ['state', false],
        ['words', true],
      ],
    );
    const [first] = chapters;
    assert.equal(total.sectionsRead, first?.sectionsRead);
    assert.equal(total.questions, 2);
    assert.equal(total.questionsRight, 1);
  });

  it('offers to go on where someone was reading, as long as the guide has that place', () => {
    const at = (chapter: string, section: string) =>
      describeAt(home, { progress: { ...noProgress, place: { chapter, section } } }).home.continueAt;
    assert.deepEqual(at('topic', 'do'), {
      chapter: 'topic',
      section: 'do',
      title: 'Topic',
      sectionTitle: 'What to do',
    });
    assert.equal(at('topic', 'gone'), null);
    assert.equal(at('gone', 'do'), null);
    assert.equal(describeAt(home).home.continueAt, null);
  });

  it('brings the terms that a chapter links to', () =>
    assert.deepEqual(describeAt(chapter('topic')).chapter?.terms, {
      queue: { term: 'queue', text: 'A line of messages.', chapter: 'topic', section: 'do' },
    }));

  it('shows an answer until its question is due again', () => {
    const progress = wrong(noProgress);
    const answerOn = (today: string) => describeAt(chapter('topic'), { progress, today }).chapter?.quiz[0]?.answer;
    assert.deepEqual(answerOn(today), { options: ['that'], correct: false });
    assert.equal(answerOn('2026-11-25'), null);
  });

  it('keeps the questions of a round when they are answered', () => {
    const before = wrong(noProgress);
    const tomorrow = '2026-11-25';
    const after = withAnswer(guide, before, 'topic.first', ['this'], tomorrow);
    const round = (progress: Progress) =>
      describeAt({ kind: 'review' }, { progress, today: tomorrow, round: ['topic.first', 'gone.first'] }).review;
    assert.equal(round(before)?.questions[0]?.answer, null);
    assert.deepEqual(round(after)?.questions[0]?.answer, { options: ['this'], correct: true });
    assert.equal(round(after)?.questions.length, 1, 'a question of another version is left out');
  });
});

describe('A path through the guide', () => {
  const followed = (progress: Progress = noProgress): Partial<Shown> => ({
    progress: { ...progress, path: 'operator' },
  });
  const beside = (place: GuidePlace, changed: Partial<Shown> = {}) => {
    const { previous, next } = describeAt(place, changed).chapter ?? {};
    return [previous?.title, next?.title];
  };

  it('decides what comes before and after a chapter; without one, the order of the guide does', () => {
    assert.deepEqual(beside(chapter('topic')), [undefined, 'State']);
    assert.deepEqual(beside(chapter('words')), ['State', undefined]);
    assert.deepEqual(beside(chapter('topic'), followed()), ['Words', undefined]);
    assert.deepEqual(beside(chapter('words'), followed()), ['State: What to do', 'Topic']);
  });

  it('has a step read when its section is, or all sections of its chapter', () => {
    const steps = (progress: Progress) =>
      describeAt(home, followed(progress)).home.path?.steps.map(({ chapter, read }) => `${chapter} ${read}`);
    assert.deepEqual(steps(withSection(noProgress, 'state', 'do')), ['state true', 'words false', 'topic false']);
    assert.deepEqual(steps(withSection(noProgress, 'topic', 'do')), ['state false', 'words false', 'topic false']);
    assert.deepEqual(steps(withChapter(guide, noProgress, 'topic', true)), [
      'state false',
      'words false',
      'topic true',
    ]);
  });

  it("from an assessment goes before a role's, and names the workload as it is", () => {
    const assessmentPath = {
      workload: '$& <b>',
      steps: [
        { chapter: 'state', section: 'why', why: 'State is in memory.' },
        { chapter: 'gone', section: null, why: 'No more.' },
      ],
    };
    const { path } = describeAt(home, { ...followed(), assessmentPath }).home;
    assert.ok(path?.kind === 'workload');
    assert.equal(path.workload, '$& <b>');
    assert.deepEqual(
      path.steps.map(({ title, sectionTitle, why }) => [title, sectionTitle, why]),
      [['State', 'Why it matters', 'State is in memory.']],
    );
  });

  it('of a role that the guide has no more is none', () =>
    assert.equal(describeAt(home, { progress: { ...noProgress, path: 'gone' } }).home.path, null));
});
