import { type Knowledge, openKnowledge } from '../../src/core/content/knowledge';
import type { Criterion } from '../../src/core/content/types';
import { type Chapter, type GuideFile, openGuide } from '../../src/core/guide/guide';
import type { Block, ChapterText } from '../../src/core/guide/text';
import { criteria, knowledge as small } from '../core/small-knowledge';
import { blocksOfMarkdown, questionOf, textOf } from './text-of';

const read = { source: 'https://example.com/limits', asOf: '2026-11-01', confidence: 'provider' } as const;

function inTopic(criterion: Criterion): Criterion {
  const topic = { 'run-time': 'limits-of-runs', state: 'keeping-things', events: 'limits-of-runs' }[criterion.id];
  return { ...criterion, topic: topic ?? 'nowhere', explain: `What ${criterion.title} means for {cloud.timeout}.` };
}

/** The small knowledge, with topics that the guide has, notes and a tool. */
export const knowledge: Knowledge = openKnowledge({
  ...small,
  criteria: criteria.map(inTopic),
  platforms: small.platforms.map(platform => ({
    ...platform,
    summary: 'A cloud that naps.',
    notes: [{ id: 'end', title: 'End of support', text: '25 February 2027', note: 'For the old plan.', ...read }],
  })),
  tools: [
    {
      id: 'kettle',
      title: 'Kettle',
      formerly: 'Teapot',
      owner: 'Brewers',
      kinds: ['delivery'],
      purpose: 'Brews releases.',
      licence: 'MIT',
      strengths: 'It whistles when a release is done.',
      limits: 'Slow.',
      alternative: 'A pot.',
      home: 'https://example.com/kettle',
      asOf: '2026-11-01',
      confidence: 'provider',
      facts: [{ id: 'volume', title: 'Volume', value: 3, unit: 'count', ...read }],
    },
  ],
});

const quiz = [
  questionOf({
    id: 'one',
    section: 'why',
    ask: 'Which one?',
    kind: 'choice',
    options: [
      { id: 'this', text: 'This', correct: true, feedback: 'Yes.' },
      { id: 'that', text: 'That', feedback: 'No.' },
    ],
  }),
  questionOf({
    id: 'several',
    section: 'do',
    ask: 'Which ones?',
    kind: 'choices',
    options: [
      { id: 'red', text: 'Red', correct: true, feedback: 'Yes.' },
      { id: 'green', text: 'Green', correct: true, feedback: 'Yes.' },
      { id: 'blue', text: 'Blue', feedback: 'No.' },
    ],
  }),
];

const blank: Chapter = {
  id: '',
  number: null,
  order: 1,
  title: '',
  summary: [],
  reviewed: '2026-11-24',
  minutes: 5,
  sections: [],
  questions: [],
  text: textOf(''),
  quiz: [],
  searches: [],
  reading: [],
};
const fixed = [
  { id: 'why', title: 'Why it matters' },
  { id: 'do', title: 'What to do' },
];

/** A text that ends with a list that was made. */
function withList(markdown: string, list: string): ChapterText {
  const { lead, sections } = textOf(markdown);
  const made: Block = { kind: 'made', blocks: blocksOfMarkdown(list) };
  return { lead, sections: sections.map(section => ({ ...section, blocks: [...section.blocks, made] })) };
}

/** A guide that nobody would read: three chapters, the made appendices, and terms. */
export const guideFile: GuideFile = {
  chapters: [
    {
      ...blank,
      id: 'limits-of-runs',
      number: 1,
      title: 'Limits of runs',
      summary: blocksOfMarkdown('A run ends after {cloud.timeout}, whatever it is doing.'),
      criteria: { 'run-time': 'long-work' },
      sections: [...fixed, { id: 'long-work', title: 'Long work' }, { id: 'quiz', title: 'Quiz' }],
      questions: quiz.map(({ id }) => id),
      quiz,
      text: textOf(
        [
          'You will know when a run ends.',
          '## Why it matters {#why}',
          'A [cold start](term:cold-start) delays the first zebra of the day.',
          '## What to do {#do}',
          '- [ ] Measure the longest run.',
          '```ts handler.ts',
          '## Not a heading {#not-a-section}',
          'const secretword = 1;',
          '```',
          '## Long work {#long-work}',
          'Cut it into steps. Idempotency helps when a step is repeated, as it will be one day, at night, during a holiday, when nobody is there to see that the same parcel has left the house twice.',
        ].join('\n\n'),
      ),
    },
    {
      ...blank,
      id: 'keeping-things',
      number: 2,
      title: 'Keeping things',
      summary: blocksOfMarkdown('What is kept is kept outside.'),
      // Explained elsewhere than in the chapter of its topic.
      criteria: { events: 'why', state: 'why' },
      sections: [...fixed, { id: 'reading', title: 'Further reading' }],
      questions: ['one'],
      quiz: quiz.slice(0, 1),
      text: textOf('## Why it matters {#why}\n\nMemory forgets.\n\n## What to do {#do}\n\n- [ ] Use a store.'),
      reading: [{ title: 'Shelves', url: 'https://example.com/', why: 'How high they go.' }],
    },
    {
      ...blank,
      id: 'delivery',
      number: 3,
      title: 'Does it ship?',
      summary: blocksOfMarkdown('Ship it with a kettle.'),
      sections: fixed,
      text: textOf('## Why it matters {#why}\n\nCold starts come after a release.\n\n## What to do {#do}\n\nShip.'),
    },
    {
      ...blank,
      id: 'glossary',
      title: 'Glossary',
      sections: [{ id: 'terms', title: 'Terms' }],
      text: withList(
        '## Terms {#terms}\n\nBy the alphabet.',
        '### Orphan {#orphan}\n\nA term that no section deals with.',
      ),
    },
    {
      ...blank,
      id: 'limits',
      title: 'Limits',
      sections: [{ id: 'platforms', title: 'By platform' }],
      text: withList('## By platform {#platforms}', '### Cloud\n\n| Longest run | {cloud.timeout} |'),
    },
    {
      ...blank,
      id: 'tools',
      number: 4,
      title: 'Tools',
      sections: [{ id: 'delivery', title: 'To deliver' }],
      text: withList(
        '## To deliver {#delivery}\n\nHeat.\n\n### By hand\n\nSlow.',
        '### Kettle {#kettle}\n\nIt whistles.',
      ),
    },
  ],
  terms: [
    {
      id: 'cold-start',
      term: 'cold start',
      also: ['slow beginning'],
      text: 'The time in which a first instance wakes.',
      chapter: 'limits-of-runs',
      section: 'why',
    },
    { id: 'idempotency', term: 'idempotency', text: 'Twice is as good as once.', chapter: 'limits-of-runs' },
    { id: 'orphan', term: 'orphan', text: 'A term that no section deals with.', chapter: 'keeping-things' },
  ],
  paths: [],
};
export const guide = openGuide(guideFile);
