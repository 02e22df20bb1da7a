import { compileGuide, type LoadedGuide } from '../../src/compiler/guide.mts';
import { openSchemas } from '../../src/compiler/load.mts';
import type { Tool } from '../../src/core/content/types';
import { knowledge } from '../core/small-knowledge';

const sentence = 'You read ten words of good advice in each sentence. ';

/** The files of a guide of one chapter and one appendix, with nothing to object to. */
export const guideFiles: ReadonlyMap<string, string> = new Map([
  [
    'topic.md',
    `---
order: 1
title: Topic
summary: About work and what it costs.
covers: [S1.1]
criteria: { run-time: own, state: own, events: own, concurrency: own }
scaffold: { drink.tea: own }
searches:
  - id: sleeps
    title: Code that sleeps
    query: '\\bsleep\\('
    regex: true
    include: '**/*.ts'
    look: Each hit costs money.
    hits: ['  await sleep(5);', 'sleep(ms);']
    misses: ['const sleeper = 1;']
reading:
  - title: More
    url: https://example.com/more
    why: It says more.
reviewed: 2026-11-24
---

Afterwards you can work.

## Why it matters {#why}

${Array.from({ length: 20 }, () => sentence.repeat(5)).join('\n\n')}

## What to do {#do}

- [ ] Do the first, as [below](#own) and for [{cloud.timeout}](topic.md#platforms).
- [ ] [Look](search:sleeps) for the second.
- [ ] Do the third.
- [ ] Do the fourth.
- [ ] Do the fifth.

## The matter {#own}

A [queue](term:queue) holds for {cloud.timeout}. Ask [the question](question:state), [judge](criterion:state), [make tea](scaffold:drink.tea), [assess](do:assess), [read](https://example.com/).

![What it shows](diagrams/work.svg)

\`\`\`ts work.ts
export const work = (): string => '{not.a-fact}';

// The line above is empty and does not count.
\`\`\`

## How the cloud does it {#platforms}

### Cloud

It does it well.

## Pitfalls {#pitfalls}

**One.** It goes wrong.

**Two.** It goes wrong.

- **Three.** It goes wrong.

## Check it {#workspace}

- [Search](search:sleeps)
`,
  ],
  [
    'topic.quiz.json',
    JSON.stringify({
      questions: ['one', 'two', 'three'].map((id, index) => ({
        id,
        section: 'own',
        ...(index === 0 ? { case: 'It sleeps for {cloud.timeout}.' } : {}),
        ask: 'What now?',
        kind: 'choice',
        options: [0, 1, 2].map(place => ({
          id: `option-${place}`,
          text: `Option ${place}`,
          ...(place === index ? { correct: true } : {}),
          feedback: 'Because.',
        })),
      })),
    }),
  ],
  [
    'lists.md',
    `---
order: 101
title: Lists
summary: What is known elsewhere.
reviewed: 2026-11-24
---

Look it up.

## Tools {#tools}

<!-- tools: delivery -->

<!-- tools: testing -->

## Limits {#limits}

<!-- limits -->

## Words {#words}

<!-- glossary -->

## Things to do {#items}

<!-- checklist -->

## Pages {#pages}

<!-- reading -->
`,
  ],
  [
    'glossary.json',
    JSON.stringify({
      terms: [
        { id: 'queue', term: 'queue', also: ['line'], text: 'Messages that wait.', chapter: 'topic', section: 'own' },
        { id: 'alarm', term: 'alarm', text: 'It rings.', chapter: 'topic' },
      ],
    }),
  ],
  [
    'paths.json',
    JSON.stringify({
      paths: [
        {
          id: 'reader',
          title: 'Reader',
          summary: 'For all.',
          steps: ['why', 'do', 'own'].map(section => ({ chapter: 'topic', section, why: 'It helps.' })),
        },
      ],
    }),
  ],
  [
    'diagrams/work.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 60">
  <title>Work</title>
  <desc>A box that works.</desc>
  <rect class="box accent" x="20" y="10" width="280" height="40" rx="8" />
  <text class="label" x="160" y="35" text-anchor="middle">Work &amp; rest</text>
</svg>
`,
  ],
]);

const tool = (id: string, title: string, kinds: Tool['kinds']): Tool => ({
  id,
  title,
  owner: 'Maker',
  kinds,
  purpose: `What ${title} is for.`,
  licence: 'MIT',
  strengths: 'Strong.',
  limits: 'Weak.',
  alternative: 'Another.',
  home: 'https://example.com/tool',
  asOf: '2026-11-01',
  confidence: 'provider',
});

/** Two tools, one of two kinds. */
export const tools: readonly Tool[] = [
  tool('hammer', 'Hammer', ['testing', 'delivery']),
  tool('anvil', 'Anvil', ['delivery']),
];

const schemas = openSchemas();

/** The guide that files make. */
export async function compile(files: ReadonlyMap<string, string>): Promise<LoadedGuide> {
  return compileGuide(files, { platforms: knowledge.platforms, tools }, await schemas);
}
