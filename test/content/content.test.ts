import assert from 'node:assert/strict';
import { checkContent } from '../../src/compiler/checks.mts';
import type { LoadedGuide } from '../../src/compiler/guide.mts';
import type { KnowledgeFile } from '../../src/core/content/knowledge';
import type { Criterion, Platform, Question } from '../../src/core/content/types';
import { realContent } from './real-knowledge';

/** The checks of the guide have tests of their own, and are half of the work. */
const noGuide: LoadedGuide = {
  guide: { chapters: [], terms: [], paths: [] },
  topics: [],
  texts: new Map(),
  files: new Map(),
  problems: [],
  isWhole: true,
};

/** Problems that the checks find after one thing in the real content was changed. */
async function problemsAfter(change: (knowledge: KnowledgeFile) => void): Promise<string[]> {
  const { content } = await realContent();
  const knowledge = structuredClone(content.knowledge);
  change(knowledge);
  return checkContent({ ...content, guide: noGuide, knowledge }).map(({ message }) => message);
}

function criterion(knowledge: KnowledgeFile, test: (criterion: Criterion) => boolean): Criterion {
  const found = knowledge.criteria.find(test);
  assert.ok(found);
  return found;
}

function question(knowledge: KnowledgeFile, test: (question: Question) => boolean): Question {
  const found = knowledge.sections.flatMap(section => section.questions).find(test);
  assert.ok(found);
  return found;
}

function google(knowledge: KnowledgeFile): Platform {
  const found = knowledge.platforms.find(platform => platform.id === 'google-cloud-run-functions');
  assert.ok(found);
  return found;
}

describe('The content', () => {
  it('is sound', async () => {
    assert.deepEqual(checkContent((await realContent()).content), []);
  });

  const seeded: [what: string, change: (knowledge: KnowledgeFile) => void, message: RegExp][] = [
    [
      'a dangling topic',
      k =>
        Object.assign(
          criterion(k, () => true),
          { topic: 'nowhere' },
        ),
      /no topic "nowhere"/,
    ],
    [
      'a dangling option',
      k =>
        Object.assign(
          question(k, q => q.kind === 'choice'),
          {
            options: [
              { id: 'new-a', label: 'A', phrase: 'a' },
              { id: 'new-b', label: 'B', phrase: 'b' },
            ],
          },
        ),
      /no option/,
    ],
    [
      'an option that no rule hears',
      k => question(k, q => q.kind === 'choice').options?.push({ id: 'fresh', label: 'Fresh', phrase: 'fresh' }),
      /names its option "fresh"/,
    ],
    [
      'a question that nothing uses',
      k =>
        k.sections[0]?.questions.push({
          id: 'idle',
          title: 'Idle',
          ask: 'Idle?',
          why: 'W.',
          findOut: 'F.',
          kind: 'boolean',
          phrases: { yes: 'y', no: 'n' },
          topic: k.topics[0]?.id ?? '',
        }),
      /no criterion uses it/,
    ],
    [
      'more questions than people answer',
      k => k.sections[0]?.questions.push({ ...question(k, () => true), id: 'one-more' }),
      /has 36 questions: people answer at most 35 in one sitting, and/,
    ],
    [
      'too few questions for a verdict',
      k => Object.assign(k, { sections: k.sections.slice(0, 2) }),
      /has \d+ questions: a verdict on less than 25 would be a guess/,
    ],
    ['a section of one question', k => k.sections[0]?.questions.splice(1), /has 1 questions: a section has 2 to 7/],
    [
      'a rule that is never taken',
      k =>
        criterion(k, () => true).rules.push({
          when: { not: { answer: 'caller-waits', is: true } },
          outcome: 'neutral',
          because: 'Never.',
        }),
      /never taken/,
    ],
    [
      'a gap between rules',
      k => Object.assign(criterion(k, c => c.id === 'run-time').rules.at(-1)?.when ?? {}, { above: 5000 }),
      /no rule is true/,
    ],
    [
      'a gap between rules on a derived number, which typical answers miss',
      k => {
        const last = criterion(k, c => c.id === 'ordering').rules.at(-1)?.when;
        assert.ok(last && 'all' in last);
        return Object.assign(last.all[1] ?? {}, { above: 0.51 });
      },
      /no rule is true for .*"mean-concurrency"/,
    ],
    [
      'a criterion that looks at too many answers',
      k => {
        const ids = ['longest-run', 'typical-run', 'memory', 'idle-share', 'payload'];
        const all = ids.map(answer => ({ answer, above: 1 }));
        Object.assign(criterion(k, c => c.id === 'run-time').rules[0] ?? {}, { when: { all } });
      },
      /too many to try them all/,
    ],
    [
      'a number without source',
      k => Object.assign(criterion(k, () => true).rules[0] ?? {}, { because: 'It takes 900 seconds.' }),
      /a number without source/,
    ],
    [
      'an unknown placeholder',
      k => Object.assign(criterion(k, () => true).rules[0] ?? {}, { because: 'It takes {nothing}.' }),
      /nothing is called \{nothing\}/,
    ],
    [
      'a fact from the future',
      k => Object.assign(k.platforms[0]?.facts[0] ?? {}, { asOf: '2999-01-01' }),
      /in the future/,
    ],
    [
      'a default that does not say of which way of making functions it is one',
      k => delete google(k).facts.find(fact => fact.id === 'default-concurrency-run')?.appliesTo,
      /default-concurrency-run: speaks of a default, which may differ between Cloud Run Admin API and Cloud Functions v2 API/,
    ],
    [
      'a default hidden in the note of another fact',
      k =>
        Object.assign(google(k).facts.find(fact => fact.id === 'instance-concurrency') ?? {}, {
          note: 'One, unless set.',
        }),
      /instance-concurrency: speaks of a default/,
    ],
    [
      'a criterion that quotes the limit of one API for all functions',
      k =>
        Object.assign(criterion(k, c => c.id === 'run-time').rules[0] ?? {}, {
          because: 'Google ends it after {google-cloud-run-functions.event-timeout}.',
        }),
      /event-timeout\} holds for what is made with the Cloud Functions v2 API only/,
    ],
    [
      'a blocker without way round',
      k =>
        delete criterion(k, c => c.rules.some(r => r.outcome === 'blocker')).rules.find(r => r.outcome === 'blocker')
          ?.wayRound,
      /has a wayRound/,
    ],
    [
      'an answer whose merit is the wrong way round',
      k =>
        Object.assign(
          question(k, q => q.merit === 'less'),
          { merit: 'more' },
        ),
      /calls better/,
    ],
    [
      'a question asked before what it depends on',
      k => {
        const section = k.sections.find(({ questions }) => questions.some(q => q.when));
        section?.questions.sort((a, b) => Number(b.when !== undefined) - Number(a.when !== undefined));
        return Object.assign(section ?? {}, { order: -1 });
      },
      /not asked before it/,
    ],
  ];
  for (const [what, change, message] of seeded)
    it(`with ${what} is found out`, async () => {
      const problems = await problemsAfter(change);
      assert.ok(
        problems.some(problem => message.test(problem)),
        `${problems.slice(0, 5).join('\n')}`,
      );
    });
});
