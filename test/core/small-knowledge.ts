import { type Knowledge, openKnowledge } from '../../src/core/content/knowledge';
import type { Criterion, Question } from '../../src/core/content/types';

const texts = { why: 'Why.', findOut: 'Find out.', topic: 'topic' };

export const questions: readonly Question[] = [
  {
    id: 'trigger',
    title: 'Trigger',
    ask: 'What starts it?',
    kind: 'choices',
    options: [
      { id: 'http', label: 'HTTP', phrase: 'HTTP requests' },
      { id: 'queue', label: 'Queue', phrase: 'queue messages' },
    ],
    ...texts,
  },
  {
    id: 'longest-run',
    title: 'Longest run',
    ask: 'How long is the longest run?',
    kind: 'number',
    unit: 'seconds',
    minimum: 0,
    maximum: 100_000,
    quick: [
      { value: 1, label: 'short' },
      { value: 60, label: 'medium' },
      { value: 3600, label: 'long' },
    ],
    merit: 'less',
    ...texts,
  },
  {
    id: 'divisible',
    title: 'Divisible work',
    ask: 'Can the work be cut?',
    kind: 'boolean',
    phrases: { yes: 'can be cut', no: 'cannot be cut' },
    when: { answer: 'longest-run', above: 300 },
    merit: 'yes',
    ...texts,
  },
  {
    id: 'state',
    title: 'State',
    ask: 'Where is state kept?',
    kind: 'choice',
    options: [
      { id: 'memory', label: 'Memory', phrase: 'in memory' },
      { id: 'store', label: 'Store', phrase: 'in a store' },
    ],
    merit: ['memory', 'store'],
    ...texts,
  },
  {
    id: 'peak',
    title: 'Peak',
    ask: 'How many a second?',
    kind: 'number',
    unit: 'per-second',
    minimum: 0,
    maximum: 1e6,
    quick: [
      { value: 1, label: 'few' },
      { value: 100, label: 'some' },
      { value: 5000, label: 'many' },
    ],
    ...texts,
  },
];

const common = { theme: 'work', weightBecause: 'Because.', explain: 'Explained.', topic: 'topic' };

export const criteria: readonly Criterion[] = [
  {
    id: 'run-time',
    title: 'Run time',
    order: 1,
    weight: 4,
    ...common,
    rules: [
      {
        when: { answer: 'longest-run', above: { fact: 'cloud.timeout' } },
        outcome: 'blocker',
        because: 'Its longest run of {longest-run} is beyond {cloud.timeout}.',
        remedy: 'Cut it.',
        wayRound: [
          { when: { answer: 'divisible', is: true }, title: 'Cut it', how: 'In steps.', form: 'workflow' },
          { title: 'Use a container', how: 'As a job.', form: 'container' },
        ],
      },
      { when: { answer: 'longest-run', above: 60 }, outcome: 'concern', because: 'Long.', remedy: 'Watch it.' },
      { when: { answer: 'longest-run', atMost: 60 }, outcome: 'strength', because: 'Short at {longest-run}.' },
    ],
  },
  {
    id: 'state',
    title: 'State',
    order: 2,
    weight: 2,
    ...common,
    rules: [
      {
        when: { answer: 'state', is: 'memory' },
        outcome: 'weakness',
        because: 'State is {state}.',
        remedy: 'Move it.',
      },
      { when: { answer: 'state', is: 'store' }, outcome: 'strength', because: 'State is {state}.' },
    ],
  },
  {
    id: 'events',
    title: 'Events',
    order: 3,
    weight: 1,
    ...common,
    when: { answer: 'trigger', includes: ['queue'] },
    rules: [
      { when: { answer: 'trigger', only: ['queue'] }, outcome: 'strength', because: 'Started by {trigger}.' },
      { when: { answer: 'trigger', includes: ['http'] }, outcome: 'neutral', because: 'Started by {trigger}.' },
    ],
  },
  {
    id: 'concurrency',
    title: 'Concurrency',
    order: 4,
    weight: 1,
    ...common,
    rules: [
      { when: { answer: 'at-once', above: 1000 }, outcome: 'concern', because: '{at-once} at once.', remedy: 'Ask.' },
      { when: { answer: 'at-once', atMost: 1000 }, outcome: 'neutral', because: 'Only {at-once} at once.' },
    ],
  },
];

/** A knowledge small enough to work out by hand. */
export const knowledge: Knowledge = openKnowledge({
  sections: [{ id: 'all', title: 'All', order: 1, summary: 'All.', questions: [...questions] }],
  criteria,
  platforms: [
    {
      id: 'cloud',
      title: 'Cloud',
      owner: 'Owner',
      summary: 'A cloud.',
      facts: [
        {
          id: 'timeout',
          title: 'Longest run',
          value: 900,
          unit: 'seconds',
          source: 'https://example.com/limits',
          asOf: '2026-11-01',
          confidence: 'provider',
        },
      ],
    },
  ],
  tools: [],
  quantities: [
    { id: 'at-once', title: 'At once', unit: 'count', times: ['peak', 'longest-run'], explain: 'Peak times run.' },
  ],
  forms: [
    { id: 'function', title: 'Function', serverless: true, phrase: 'a function', summary: 'F.', examples: ['f'] },
    { id: 'workflow', title: 'Workflow', serverless: true, phrase: 'a workflow', summary: 'W.', examples: ['w'] },
    { id: 'container', title: 'Container', serverless: false, phrase: 'a container', summary: 'C.', examples: ['c'] },
  ],
  themes: [{ id: 'work', title: 'The work' }],
  topics: [{ id: 'topic', title: 'Topic', summary: 'About it.' }],
  policy: {
    merit: { strength: 100, neutral: 70, concern: 50, weakness: 20, lifted: 35, blocker: 0 },
    goodFrom: 70,
    poorBelow: 50,
    poorForm: 'container',
    because: 'So.',
  },
});
