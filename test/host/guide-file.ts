import type { Chapter, GuideFile } from '../../src/core/guide/guide';
import { blocksOfMarkdown, questionOf, textOf } from '../guide/text-of';

const blank: Chapter = {
  id: '',
  number: 1,
  order: 1,
  title: '',
  summary: blocksOfMarkdown('In short.'),
  reviewed: '2026-11-24',
  minutes: 8,
  sections: [
    { id: 'why', title: 'Why it matters' },
    { id: 'do', title: 'What to do' },
    { id: 'quiz', title: 'Quiz' },
    { id: 'reading', title: 'Further reading' },
  ],
  questions: ['first'],
  text: textOf('## Why it matters {#why}\n\nA [queue](term:queue).\n\n## What to do {#do}\n\n- [ ] This.\n'),
  quiz: [
    questionOf({
      id: 'first',
      section: 'why',
      ask: 'Which?',
      kind: 'choice',
      options: [
        { id: 'this', text: 'This', correct: true, feedback: 'It is.' },
        { id: 'that', text: 'That', feedback: 'It is not.' },
      ],
    }),
  ],
  searches: [],
  reading: [{ title: 'More', url: 'https://example.com/', why: 'It says more.' }],
};

/** A guide small enough to hold in one's head: two chapters and an appendix, one path. */
export const guideFile: GuideFile = {
  chapters: [
    { ...blank, id: 'topic', title: 'Topic', criteria: { 'run-time': 'do' }, scaffold: { 'drink.tea': 'why' } },
    { ...blank, id: 'state', title: 'State', number: 2, order: 2, criteria: { state: 'why' } },
    {
      ...blank,
      id: 'words',
      title: 'Words',
      number: null,
      order: 101,
      sections: [{ id: 'all', title: 'All' }],
      questions: [],
      quiz: [],
      reading: [],
    },
  ],
  terms: [{ id: 'queue', term: 'queue', text: 'A line of messages.', chapter: 'topic', section: 'do' }],
  paths: [
    {
      id: 'operator',
      title: 'Operator',
      summary: 'For nights on call.',
      steps: [
        { chapter: 'state', section: 'do', why: 'First.' },
        { chapter: 'words', why: 'Then.' },
        { chapter: 'topic', why: 'Last.' },
      ],
    },
  ],
};
