import assert from 'node:assert/strict';
import { explain } from '../../src/core/assessment/explanation';
import { openKnowledge } from '../../src/core/content/knowledge';
import type { Condition, WayRound } from '../../src/core/content/types';
import { criteria, knowledge, questions } from './small-knowledge';

const timeout =
  "- **Cloud, Longest run**: 15 minutes. As of 2026-11-01, the provider's own page: <https://example.com/limits>";
const numbers = ['## The numbers, and where they come from', '', timeout, ''];

/** The same knowledge with other rules of one criterion, questions and facts. */
function changed(change: {
  readonly when?: Condition;
  readonly texts?: object;
  readonly question?: object;
  readonly fact?: object;
}) {
  const [section] = knowledge.sections;
  assert.ok(section);
  return openKnowledge({
    ...knowledge,
    criteria: criteria.map(criterion =>
      criterion.id === 'state'
        ? {
            ...criterion,
            ...change.texts,
            rules: criterion.rules.map(rule => ({ ...rule, ...(change.when ? { when: change.when } : {}) })),
          }
        : criterion,
    ),
    sections: [
      {
        ...section,
        questions: questions.map(known => (known.id === 'state' ? { ...known, ...change.question } : known)),
      },
    ],
    platforms: knowledge.platforms.map(platform => ({
      ...platform,
      facts: platform.facts.map(fact => ({ ...fact, ...change.fact })),
    })),
  });
}

describe('The page of a criterion', () => {
  it('publishes its weight, its rules with their points and ways round, what it looks at, and its sources', () => {
    assert.deepEqual(explain(knowledge, 'criterion', 'run-time')?.split('\n'), [
      ...['# Run time', '', 'Explained.', ''],
      ...['## Weight', '', '4 of 10. Because.', ''],
      ...['## How it is judged', '', 'The first rule that is true decides.', ''],
      '1. **Blocker** (0 points) when *Longest run* is above 15 minutes (Cloud: Longest run).',
      '   \\',
      '   *What to do:* Cut it.',
      '   - *Way round when *Divisible work* is yes:* Cut it, as a workflow, which lifts it (35 points).',
      '   - *Way round:* Use a container, as a container.',
      '1. **Concern** (50 points) when *Longest run* is above 60 seconds.',
      '   \\',
      '   *What to do:* Watch it.',
      '1. **Strength** (100 points) when *Longest run* is at most 60 seconds.',
      ...['', '## What it looks at', ''],
      '- **Longest run**: How long is the longest run?',
      '- **Divisible work**: Can the work be cut?',
      ...['', '## Topic', '', 'About it.', ''],
      ...numbers,
    ]);
  });

  it('says when it counts, where it does not always', () => {
    assert.deepEqual(explain(knowledge, 'criterion', 'events')?.split('\n').slice(8), [
      ...['## How it is judged', ''],
      'It counts only when *Trigger* includes "Queue"; otherwise it leaves the score.',
      ...['', 'The first rule that is true decides.', ''],
      '1. **Strength** (100 points) when *Trigger* is nothing but "Queue".',
      '1. **Neutral** (70 points) when *Trigger* includes "HTTP".',
      ...['', '## What it looks at', '', '- **Trigger**: What starts it?', ''],
      ...['## Topic', '', 'About it.', ''],
    ]);
  });

  const long = { answer: 'longest-run', atLeast: 7200 };
  const short = { answer: 'longest-run', below: 60 };
  const stored = { answer: 'state', is: 'store' };
  const conditions: readonly [Condition, string][] = [
    [{ answer: 'divisible', is: false }, '*Divisible work* is no'],
    [stored, '*State* is "Store"'],
    [{ answer: 'state', in: ['store', 'memory'] }, '*State* is "Store" or "Memory"'],
    [{ answer: 'trigger', includes: ['http', 'queue'] }, '*Trigger* includes "HTTP" or "Queue"'],
    [long, '*Longest run* is at least 2 hours'],
    [short, '*Longest run* is below 60 seconds'],
    [{ answer: 'at-once', atMost: 1500 }, '*At once* is at most 1,500'],
    [{ answer: 'peak', above: 5 }, '*Peak* is above 5 per second'],
    [{ not: stored }, 'it is not so that *State* is "Store"'],
    [{ all: [long, stored] }, '*Longest run* is at least 2 hours and *State* is "Store"'],
    [{ any: [long, stored] }, '*Longest run* is at least 2 hours or *State* is "Store"'],
    [
      { all: [stored, { any: [long, short] }] },
      '*State* is "Store" and (*Longest run* is at least 2 hours or *Longest run* is below 60 seconds)',
    ],
    [
      { any: [stored, { all: [long, short] }] },
      '*State* is "Store" or (*Longest run* is at least 2 hours and *Longest run* is below 60 seconds)',
    ],
    [{ all: [stored, { any: [long] }] }, '*State* is "Store" and *Longest run* is at least 2 hours'],
    [{ any: [stored, { all: [long] }] }, '*State* is "Store" or *Longest run* is at least 2 hours'],
    [{ all: [{ any: [long, stored] }] }, '*Longest run* is at least 2 hours or *State* is "Store"'],
  ];
  for (const [when, text] of conditions)
    it(`says in words when a rule is true: ${text}`, () => {
      const page = explain(changed({ when }), 'criterion', 'state') ?? '';
      assert.ok(page.includes(`1. **Weakness** (20 points) when ${text}.\n`), page);
    });

  it('names each number once, with what it applies to and how sure it is, whether quoted or compared with', () => {
    const facts = (fact: object) =>
      explain(changed({ fact, texts: { explain: 'At most {cloud.timeout}.' } }), 'criterion', 'state')
        ?.split('\n')
        .at(-2);
    const start = '- **Cloud, Longest run**: 15 minutes';
    const end = '<https://example.com/limits>';
    assert.equal(facts({ confidence: 'secondary' }), `${start}. As of 2026-11-01, a secondary source: ${end}`);
    assert.equal(facts({ confidence: 'computed' }), `${start}. As of 2026-11-01, worked out from sources: ${end}`);
    assert.equal(
      facts({ appliesTo: 'Each run', note: 'It was less.' }),
      `${start} (Each run. It was less). As of 2026-11-01, the provider's own page: ${end}`,
    );
    const page = explain(knowledge, 'criterion', 'run-time') ?? '';
    assert.equal(page.split(timeout).length, 2);
    const compared = changed({ when: { answer: 'longest-run', above: { fact: 'cloud.timeout' } } });
    assert.ok(explain(compared, 'criterion', 'state')?.includes(timeout), 'a number that no sentence quotes');
  });

  it('says when there is a way round, and whether it stays serverless', () => {
    const ways = (wayRound: readonly object[]) => {
      const rules = criteria.flatMap(({ id, rules }) => (id === 'state' ? rules.slice(0, 1) : []));
      const page = explain(
        openKnowledge({
          ...knowledge,
          criteria: criteria.map(known =>
            known.id === 'state'
              ? { ...known, rules: rules.map(rule => ({ ...rule, wayRound: wayRound as WayRound[] })) }
              : known,
          ),
        }),
        'criterion',
        'state',
      );
      return page?.split('\n').filter(line => line.startsWith('   - '));
    };
    const when = { answer: 'divisible', is: true };
    const way = { title: 'Move', how: 'So.' };
    assert.deepEqual(
      ways([
        { ...way, when, form: 'container' },
        { ...way, form: 'workflow' },
      ]),
      [
        '   - *Way round when *Divisible work* is yes:* Move, as a container.',
        '   - *Way round:* Move, as a workflow, which lifts it (35 points).',
      ],
    );
  });
});

describe('The page of a question', () => {
  it('says why it is asked, how to find out, what is typical, and what it decides', () => {
    assert.deepEqual(explain(knowledge, 'question', 'longest-run')?.split('\n'), [
      ...['# Longest run', '', '*How long is the longest run?*', '', 'Why.', ''],
      ...['## How to find out', '', 'Find out.', ''],
      ...['## Typical answers', '', '- **1 second**: short', '- **60 seconds**: medium', '- **1 hour**: long', ''],
      ...['## What it decides', ''],
      '- **Run time** (weight 4): Explained.',
      '- **Concurrency** (weight 1): Explained.',
      ...['', '## Topic', '', 'About it.', ''],
      ...numbers,
    ]);
  });

  it('lists its options with what they mean, and says when it is asked', () => {
    const options = [
      { id: 'memory', label: 'Memory', phrase: 'in memory', detail: 'Gone with the instance.' },
      { id: 'store', label: 'Store', phrase: 'in a store' },
    ];
    const when = { answer: 'longest-run', above: 300 };
    assert.deepEqual(explain(changed({ question: { options, when } }), 'question', 'state')?.split('\n'), [
      ...['# State', '', '*Where is state kept?*', '', 'Why.', ''],
      ...['## How to find out', '', 'Find out.', ''],
      ...['## The answers', '', '- **Memory**: Gone with the instance.', '- **Store**', ''],
      ...['## When it is asked', '', 'When *Longest run* is above 5 minutes.', ''],
      ...['## What it decides', '', '- **State** (weight 2): Explained.', ''],
      ...['## Topic', '', 'About it.', ''],
    ]);
  });

  it('tells of each criterion the first sentence only', () => {
    for (const [text, first] of [
      ['One. Two.', 'One.'],
      ['Is it 1.5 GB? Two.', 'Is it 1.5 GB?'],
      ['No end', 'No end'],
    ] as const) {
      const page = explain(changed({ texts: { explain: text } }), 'question', 'state') ?? '';
      assert.ok(page.includes(`- **State** (weight 2): ${first}\n`), page);
    }
  });
});

describe('The page of a topic', () => {
  it('has each of its criteria, and their sources', () => {
    assert.deepEqual(explain(knowledge, 'topic', 'topic')?.split('\n'), [
      ...['# Topic', '', 'About it.', ''],
      ...['Run time', 'State', 'Events', 'Concurrency'].flatMap(title => [`## ${title}`, '', 'Explained.', '']),
      ...numbers,
    ]);
  });

  it('is none where there is no such thing', () => {
    for (const subject of ['question', 'criterion', 'topic'] as const)
      assert.equal(explain(knowledge, subject, 'nowhere'), undefined);
  });
});

describe('The page of a question on which nothing rests', () => {
  it('does not say what it decides', () => {
    const alone = openKnowledge({ ...knowledge, criteria: criteria.filter(({ id }) => id === 'state') });
    assert.doesNotMatch(explain(alone, 'question', 'peak') ?? '', /What it decides/);
    assert.match(explain(alone, 'question', 'state') ?? '', /What it decides/);
  });
});
