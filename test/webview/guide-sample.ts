import type { Citation } from '../../src/core/guide/citation';
import type { GuidePlace } from '../../src/core/guide/guide';
import type { ChapterState, GuideState, HomeState, QuizState } from '../../src/core/guide/guide-state';
import { type Around, questionOf, textOf } from '../guide/text-of';

/** A small guide as its page is shown it. */

export const platforms = [
  { id: 'aws-lambda', title: 'AWS Lambda' },
  { id: 'azure-functions', title: 'Azure Functions' },
];

export function citation(id: string, text: string, note: string | null = null): Citation {
  const source = 'https://example.com/limits';
  return {
    id,
    about: 'AWS Lambda',
    title: 'Longest run',
    text,
    note,
    source,
    asOf: '2026-11-23',
    confidence: 'provider',
  };
}

export const question = questionOf({
  id: 'twice',
  section: 'do',
  case: 'A queue delivers twice within {aws-lambda.timeout}.',
  ask: 'What do you **change**?',
  kind: 'choice',
  options: [
    { id: 'fifo', text: 'A FIFO queue', feedback: 'It only narrows the window.' },
    { id: 'key', text: 'Store a `key` first', correct: true, feedback: 'The second one finds it.' },
  ],
});

export function quizOf(changed: Partial<QuizState> = {}): QuizState {
  return {
    id: 'events.twice',
    chapter: 'events',
    chapterTitle: 'Events',
    question,
    answer: null,
    due: null,
    ...changed,
  };
}

/** A chapter of this Markdown, with these diagrams by their paths. */
export function chapterOf(
  markdown: string,
  changed: Partial<ChapterState> = {},
  diagrams: Around['diagrams'] = {},
): ChapterState {
  return {
    head: {
      id: 'events',
      order: 3,
      number: 3,
      title: 'Events',
      minutes: 9,
      reviewed: '2026-11-24',
      prerequisites: ['basics', 'cost'],
      sections: [
        { id: 'why', title: 'Why it matters' },
        { id: 'do', title: 'What to do' },
      ],
      questions: ['twice'],
    },
    text: textOf(markdown, { platforms, diagrams }),
    citations: {
      'aws-lambda.timeout': citation('aws-lambda.timeout', '15 minutes', 'Per invocation.'),
      'aws-lambda.memory': citation('aws-lambda.memory', '10 GB'),
    },
    terms: {
      'cold-start': {
        term: 'cold start',
        text: 'The time that a first run takes longer.',
        chapter: 'events',
        section: 'do',
      },
    },
    quiz: [],
    searches: [],
    reading: [],
    sectionsRead: ['why'],
    previous: null,
    next: { title: 'Security', place: { kind: 'chapter', chapter: 'security', section: null } },
    ...changed,
  };
}

export const home: HomeState = {
  chapters: [
    {
      id: 'basics',
      number: 1,
      title: 'Basics',
      minutes: 5,
      sections: 4,
      sectionsRead: 4,
      questions: 3,
      questionsRight: 3,
    },
    { id: 'cost', number: 2, title: 'Cost', minutes: 8, sections: 4, sectionsRead: 1, questions: 3, questionsRight: 0 },
    {
      id: 'glossary',
      number: null,
      title: 'Glossary',
      minutes: 1,
      sections: 0,
      sectionsRead: 0,
      questions: 0,
      questionsRight: 0,
    },
  ],
  continueAt: null,
  due: 0,
  roles: [{ id: 'developer', title: 'Developer', summary: 'You write the functions.' }],
  path: null,
  total: { sections: 8, sectionsRead: 5, questions: 6, questionsRight: 3 },
};

/** What is shown at a place that was just gone to. */
export function stateOf(place: GuidePlace, changed: Partial<GuideState> = {}): GuideState {
  return {
    surface: 'side bar',
    history: { entries: [{ visit: 1, place }], at: 0 },
    visits: {},
    place,
    canGoBack: false,
    canGoForward: false,
    home,
    chapter: null,
    review: null,
    search: null,
    platform: null,
    ...changed,
  };
}

export function chapterState(
  markdown: string,
  changed: Partial<ChapterState> = {},
  state: Partial<GuideState> = {},
  diagrams: Around['diagrams'] = {},
): GuideState {
  const place: GuidePlace = { kind: 'chapter', chapter: 'events', section: null };
  return stateOf(place, { chapter: chapterOf(markdown, changed, diagrams), ...state });
}
