import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isDay } from '../../src/core/guide/day';
import { openGuide } from '../../src/core/guide/guide';
import {
  dueQuestions,
  isDue,
  nextDue,
  noProgress,
  type Progress,
  printProgress,
  readProgress,
  tally,
  withAnswer,
  withChapter,
  withSection,
} from '../../src/core/guide/progress';
import { guide, guideFile } from './small-guide';

const id = 'limits-of-runs.one';
const today = '2026-11-24';

function answer(progress: Progress, right: boolean, day: string): Progress {
  return withAnswer(guide, progress, id, [right ? 'this' : 'that'], day);
}

function due(progress: Progress): string | null | undefined {
  return progress.answers[id]?.due;
}

const anyDay = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2026-01-01', days));
const questions = guide.chapters.flatMap(chapter => chapter.questions.map(question => `${chapter.id}.${question}`));
const anyStep = fc.oneof(
  fc.tuple(fc.constantFrom(...guide.chapters), fc.constantFrom('why', 'do', 'long-work', 'gone')).map(
    ([chapter, section]) =>
      (progress: Progress) =>
        withSection(progress, chapter.id, section),
  ),
  fc.tuple(fc.constantFrom(...guide.chapters, { id: 'gone' }), fc.boolean()).map(
    ([chapter, read]) =>
      (progress: Progress) =>
        withChapter(guide, progress, chapter.id, read),
  ),
  fc
    .tuple(
      fc.constantFrom(...questions, 'gone.one'),
      fc.subarray(['this', 'that', 'red', 'green', 'blue', 'pink']),
      anyDay,
    )
    .map(
      ([question, options, day]) =>
        (progress: Progress) =>
          withAnswer(guide, progress, question, options, day),
    ),
);
const anyProgress = fc
  .array(anyStep, { maxLength: 30 })
  .map(steps => steps.reduce((progress, step) => step(progress), noProgress));

describe('What was read', () => {
  it('is remembered once, and a whole chapter at once', () => {
    const one = withSection(noProgress, 'delivery', 'why');
    assert.equal(withSection(one, 'delivery', 'why'), one);
    assert.deepEqual(withChapter(guide, one, 'delivery', true).sections, { delivery: ['why', 'do'] });
    assert.deepEqual(withChapter(guide, one, 'delivery', false), noProgress);
    assert.equal(withChapter(guide, one, 'gone', false), one);
  });

  it('is counted as far as the guide has it', () => {
    const progress = withSection(withSection(noProgress, 'delivery', 'why'), 'delivery', 'gone');
    assert.deepEqual(tally(guide, progress, 'delivery'), {
      sections: 2,
      sectionsRead: 1,
      questions: 0,
      questionsAnswered: 0,
      questionsRight: 0,
    });
    assert.equal(tally(guide, progress, 'gone').sections, 0);
  });

  it('never counts for more than there is', () => {
    fc.assert(
      fc.property(anyProgress, progress => {
        for (const chapter of guide.chapters) {
          const count = tally(guide, progress, chapter.id);
          assert.ok(count.sectionsRead <= count.sections);
          assert.ok(count.questionsRight <= count.questionsAnswered && count.questionsAnswered <= count.questions);
        }
      }),
    );
  });
});

describe('A quiz question that was answered', () => {
  it('does not come back when the first answer is right', () => {
    assert.equal(due(answer(noProgress, true, today)), null);
  });

  it('comes back after a day when it is wrong, then after three and seven days, and then no more', () => {
    const wrong = answer(noProgress, false, today);
    assert.equal(due(wrong), '2026-11-25');
    const once = answer(wrong, true, '2026-11-25');
    assert.equal(due(once), '2026-11-28');
    const twice = answer(once, true, '2026-11-30');
    assert.equal(due(twice), '2026-12-07');
    assert.equal(due(answer(twice, true, '2026-12-07')), null);
    assert.equal(due(answer(twice, false, '2026-12-07')), '2026-12-08');
  });

  it('comes back as planned when the right answer was given ahead of time', () => {
    const again = answer(answer(noProgress, false, today), true, today);
    assert.equal(again.answers[id]?.right, true);
    assert.equal(due(again), '2026-11-25');
  });

  it('is one that the guide has', () => {
    assert.equal(withAnswer(guide, noProgress, 'gone.one', ['this'], today), noProgress);
  });

  it('comes back on a later day when it was wrong, whatever went before', () => {
    fc.assert(
      fc.property(anyProgress, anyDay, (progress, day) => {
        const wrong = answer(progress, false, day);
        const attempt = wrong.answers[id];
        assert.ok(attempt?.due && attempt.due > day && !isDue(attempt, day));
        assert.ok(!dueQuestions(guide, wrong, day).includes(id));
        assert.ok(dueQuestions(guide, wrong, attempt.due).includes(id));
      }),
    );
  });

  it('is done after three right answers on days when it is due', () => {
    fc.assert(
      fc.property(anyProgress, fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), (progress, lateness) => {
        const wrong = answer(progress, false, '2090-01-01');
        const done = lateness.reduce((now, late) => answer(now, true, addDays(due(now) ?? '', late)), wrong);
        assert.equal(due(done), null);
      }),
    );
  });

  it('stands among those that are due by how long it has waited', () => {
    const one = withAnswer(guide, noProgress, 'limits-of-runs.several', [], '2026-11-20');
    const two = withAnswer(guide, one, id, ['that'], '2026-11-10');
    const three = withAnswer(guide, two, 'keeping-things.one', ['that'], today);
    assert.deepEqual(dueQuestions(guide, three, today), [id, 'limits-of-runs.several']);
    assert.equal(nextDue(guide, three, today), '2026-11-25');
    assert.equal(nextDue(guide, three, '2026-11-25'), undefined);
  });
});

describe('Progress that was saved', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyProgress, progress => {
        assert.deepEqual(readProgress(JSON.parse(JSON.stringify(progress))), progress);
      }),
    );
  });

  it('loses what makes no sense and keeps the rest, chapters of another version included', () => {
    const attempt = { options: ['this', 7], right: true, day: today, due: null, step: 0 };
    const saved = {
      version: 9,
      sections: { gone: ['why', 'why', 3, 'No id'], delivery: 'why', '__proto__ ': ['why'], 'keeping-things': [] },
      answers: {
        'gone.one': attempt,
        one: attempt,
        'a.b': { ...attempt, due: today },
        'a.c': { ...attempt, right: false },
        'a.d': { ...attempt, day: '2026-02-30' },
        'a.e': { ...attempt, step: 4 },
        'a.f': null,
      },
      place: { chapter: 'gone', section: 3 },
      platform: 'cloud',
      path: ['x'],
    };
    assert.deepEqual(readProgress(saved), {
      version: 1,
      sections: { gone: ['why'] },
      answers: { 'gone.one': { ...attempt, options: ['this'] } },
      place: null,
      platform: 'cloud',
      path: null,
    });
  });

  it('can be anything at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.object({ key: fc.constantFrom('sections', 'answers', 'a', 'a.b') })),
        value => {
          const progress = readProgress(value);
          assert.deepEqual(readProgress(progress), progress);
          printProgress(guide, progress, today);
        },
      ),
    );
  });
});

describe('Progress in print', () => {
  it('says that nothing was read yet', () => {
    assert.match(printProgress(guide, noProgress, today), /Nothing has been read or answered yet\./);
    assert.match(printProgress(guide, withSection(noProgress, 'gone', 'why'), today), /Nothing has been read/);
  });

  it('says what was read, how the quizzes went and what comes back when', () => {
    const read = withSection(withChapter(guide, noProgress, 'delivery', true), 'limits-of-runs', 'why');
    const wrong = answer(read, false, '2026-11-20');
    const both = withAnswer(guide, wrong, 'limits-of-runs.several', ['red'], today);
    assert.equal(
      printProgress(guide, withAnswer(guide, both, 'keeping-things.one', ['this'], today), today),
      `# My progress in the practice guide

As of 2026-11-24.

- Read: 3 of 8 sections; 1 of 4 chapters from beginning to end.
- Quizzes: 3 of 3 questions answered, 1 of them rightly at the last try.

## Chapters begun

| Chapter | Sections read | Answered rightly |
| --- | --- | --- |
| 1. Limits of runs | 1 of 3 | 0 of 2 answered |
| 2. Keeping things | 0 of 2 | 1 of 1 answered |
| 3. Does it ship? | 2 of 2 | no quiz |

## What comes back

- Due since 2026-11-21: Which one? (Limits of runs)
- On 2026-11-25: Which ones? (Limits of runs)

## Not read yet

- Keeping things
- Tools
`,
    );
  });
});

describe('Progress in print, of little', () => {
  const print = (progress: Progress) => printProgress(guide, progress, today).split('\n');

  it('says that no quiz was answered, and that nothing comes back', () => {
    const lines = print(withSection(noProgress, 'limits-of-runs', 'why'));
    assert.ok(lines.includes('- Read: 1 of 8 sections; 0 of 4 chapters from beginning to end.'));
    assert.ok(lines.includes('- Quizzes: none of 3 questions answered yet.'));
    assert.ok(lines.includes('| 1. Limits of runs | 1 of 3 | none answered yet |'));
    assert.ok(lines.includes('Nothing: no question waits to be put again.'));
    assert.deepEqual(lines.slice(lines.indexOf('## Not read yet')), [
      ...['## Not read yet', '', '- Keeping things', '- Does it ship?', '- Tools', ''],
    ]);
  });

  it('says nothing of what is not read where all is', () => {
    const all = guide.chapters.reduce((now, { id }) => withChapter(guide, now, id, true), noProgress);
    assert.ok(!print(all).includes('## Not read yet'));
  });

  it('tells a question in its words, whatever they look like', () => {
    const [chapter] = guideFile.chapters;
    assert.ok(chapter);
    const ask = ['What does ', { kind: 'code', text: 'kettle' }, ' do?'] as const;
    const quiz = chapter.quiz.map(question => ({ ...question, ask }));
    const marked = openGuide({ ...guideFile, chapters: [{ ...chapter, quiz }] });
    const lines = printProgress(marked, withAnswer(marked, noProgress, id, [], today), today);
    assert.match(lines, /: What does kettle do\? \(/);
  });

  it('counts one as one', () => {
    const [chapter] = guideFile.chapters;
    assert.ok(chapter);
    const sections = chapter.sections.slice(0, 1);
    const small = openGuide({ ...guideFile, chapters: [{ ...chapter, sections, questions: ['one'] }] });
    const lines = printProgress(small, withSection(noProgress, chapter.id, sections[0]?.id ?? ''), today);
    assert.match(lines, /Read: 1 of 1 section; 1 of 1 chapter from/);
    assert.match(lines, /none of 1 question answered yet/);
  });
});

describe('The questions that come back', () => {
  it('are in reading order where they wait equally long, and in that of their days else', () => {
    const at = (one: string, several: string, other: string) => {
      const first = withAnswer(guide, noProgress, 'keeping-things.one', ['that'], other);
      const second = withAnswer(guide, first, 'limits-of-runs.several', [], several);
      return dueQuestions(guide, withAnswer(guide, second, id, ['that'], one), '2027-01-01');
    };
    const [one, several, other] = [id, 'limits-of-runs.several', 'keeping-things.one'];
    assert.deepEqual(at(today, today, today), [one, several, other]);
    assert.deepEqual(at('2026-11-12', '2026-11-11', '2026-11-10'), [other, several, one]);
    assert.deepEqual(at('2026-11-11', '2026-11-12', '2026-11-10'), [other, one, several]);
    assert.deepEqual(at('2026-11-10', '2026-11-10', '2026-11-09'), [other, one, several]);
  });
});

describe('A day', () => {
  it('is one of the calendar', () => {
    for (const day of ['2026-11-24', '2028-02-29']) assert.ok(isDay(day));
    for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', 'today', '', 20261124, null]) assert.ok(!isDay(day));
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  });
});
