import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/core/assessment/finding';
import { assess } from '../../src/core/assessment/verdict';
import { pathFromAssessment, placeOfCriterion } from '../../src/core/guide/path';
import type { Answers } from '../../src/core/language/answer';
import { anyAnswers } from '../content/real-knowledge';
import { guide, knowledge } from './small-guide';

const fine: Answers = {
  trigger: { value: ['queue'] },
  'longest-run': { value: 10 },
  state: { value: 'store' },
  peak: { value: 5 },
};

function steps(answers: Answers) {
  return pathFromAssessment(guide, knowledge, assess(knowledge, answers), 'Parcels').steps;
}

describe('A path from an assessment', () => {
  it('begins with what rules a plain function out, then weaknesses, each with what was found', () => {
    const found = steps({
      ...fine,
      state: { value: 'memory' },
      'longest-run': { value: 1000 },
      divisible: { value: false },
    });
    assert.deepEqual(found, [
      {
        chapter: 'limits-of-runs',
        section: 'long-work',
        why: 'Run time: a blocker. Its longest run of 16.7 minutes is beyond 15 minutes.',
      },
      { chapter: 'keeping-things', section: 'why', why: 'State: a weakness. State is in memory.' },
    ]);
  });

  it('says when a blocker has a way round, and when it may only come to stand', () => {
    const lifted = steps({ ...fine, 'longest-run': { value: 1000 }, divisible: { value: true } });
    assert.match(lifted[0]?.why ?? '', /^Run time: a blocker with a way round\. /);
    const open = steps({ ...fine, 'longest-run': { unknown: true } });
    assert.equal(open[0]?.why, 'Run time: open. It may rule a plain function out, depending on longest run.');
  });

  it('leads to what is not known yet, with the question to find out', () => {
    const { state: _, ...rest } = fine;
    assert.deepEqual(steps(rest), [
      {
        chapter: 'keeping-things',
        section: 'why',
        why: 'State cannot be judged yet. Find out: Where is state kept?',
      },
    ]);
  });

  it('goes on, for a good fit, to how it is delivered, seen and guarded', () => {
    const assessed = assess(knowledge, fine);
    const care = { ...(assessed.findings[0] as Finding), topic: 'delivery' };
    assert.deepEqual(pathFromAssessment(guide, knowledge, { ...assessed, findings: [care] }, 'Parcels').steps, [
      { chapter: 'limits-of-runs', section: 'long-work', why: 'Run time: a strength. Short at 10 seconds.' },
    ]);
    assert.deepEqual(steps(fine), []);
  });

  const finding = (criterion: string, more: Partial<Finding>): Finding => ({
    ...(assess(knowledge, fine).findings[0] as Finding),
    ...{ criterion, title: criterion, because: `Because of ${criterion}.`, topic: 'limits-of-runs', ...more },
  });
  const stepsOf = (given: Partial<Parameters<typeof pathFromAssessment>[2]>) =>
    pathFromAssessment(guide, knowledge, { ...assess(knowledge, fine), findings: [], blockers: [], ...given }, 'x')
      .steps;

  it('names what weighs most first, weaknesses before concerns, and three reasons of one place at most', () => {
    const findings = [
      finding('state', { outcome: 'concern', weight: 9 }),
      finding('state', { outcome: 'weakness', weight: 1, title: 'Light' }),
      finding('state', { outcome: 'weakness', weight: 5, title: 'Heavy' }),
      finding('state', { outcome: 'weakness', weight: 5, title: 'Heavy' }),
    ];
    assert.deepEqual(
      stepsOf({ findings }).map(({ why }) => why),
      ['Heavy: a weakness. Because of state. Light: a weakness. Because of state. state: a concern. Because of state.'],
    );
    const more = [...findings, finding('state', { outcome: 'weakness', weight: 8, title: 'Heaviest' })];
    assert.match(
      stepsOf({ findings: more })[0]?.why ?? '',
      /^Heaviest: .* Heavy: .* Light: a weakness\. Because of state\.$/,
    );
  });

  it('names certain blockers before open ones', () => {
    const blocker = (title: string, certain: boolean) => ({
      ...{ criterion: 'state', title, certain, lifted: false, because: 'So.' },
    });
    assert.equal(
      stepsOf({ blockers: [blocker('Open', false), blocker('Sure', true)] as never })[0]?.why,
      'Sure: a blocker. So. Open: open. So.',
    );
  });

  it('names for a good fit the weightiest of delivery, observability and security each, where it went well', () => {
    const findings = ['security', 'observability', 'delivery', 'elsewhere'].flatMap(topic => [
      finding('state', { topic, title: `${topic} light`, outcome: 'neutral', weight: 1 }),
      finding('state', { topic, title: `${topic} open`, outcome: 'open', weight: 9 }),
      finding('state', {
        topic,
        title: `${topic} heavy`,
        outcome: topic === 'security' ? 'neutral' : 'strength',
        weight: 5,
      }),
    ]);
    assert.equal(
      stepsOf({ findings, missing: [] })[0]?.why,
      'delivery heavy: a strength. Because of state. observability heavy: a strength. Because of state. security heavy: neutral. Because of state.',
    );
  });

  it('joins what leads to the same place', () => {
    const [step, ...others] = steps({ 'longest-run': { value: 10 }, peak: { value: 5 } });
    assert.deepEqual(others, []);
    assert.match(step?.why ?? '', /^State cannot.* Events cannot.*What starts it\?$/);
  });

  it('is short, leads to places that there are, and to each once, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers(knowledge), answers => {
        const found = steps(answers);
        assert.ok(found.length <= 8);
        assert.equal(new Set(found.map(({ chapter, section }) => `${chapter}#${section}`)).size, found.length);
        for (const { chapter, section, why } of found) {
          const known = guide.chapterById.get(chapter);
          assert.ok(known && (section === null || known.sections.some(({ id }) => id === section)));
          assert.match(why, /[.?]$/);
          assert.doesNotMatch(why, /[{}*`]|undefined/);
        }
      }),
    );
  });
});

describe('The place of a criterion', () => {
  it('is the section that explains it, wherever that is, else the chapter of its topic', () => {
    assert.deepEqual(placeOfCriterion(guide, knowledge, 'run-time'), {
      chapter: 'limits-of-runs',
      section: 'long-work',
    });
    assert.deepEqual(placeOfCriterion(guide, knowledge, 'events'), { chapter: 'keeping-things', section: 'why' });
    assert.equal(placeOfCriterion(guide, knowledge, 'concurrency'), undefined);
    assert.equal(placeOfCriterion(guide, knowledge, 'gone'), undefined);
  });
});
