/** What holds for the facts of platforms and tools: when they were read, and of what they are a default. */

import type { Knowledge } from '../core/content/knowledge';
import type { Fact, Note, Platform } from '../core/content/types';
import { placeholdersIn } from '../core/language/wording';
import type { Check } from './check-shape.mts';

export const factChecks: readonly Check[] = [
  {
    name: 'dates of facts',
    about: 'A fact was read on a real day that is not in the future.',
    *run({ platforms, tools }) {
      const today = new Date().toISOString().slice(0, 10);
      const dated = [
        ...platforms.map(owner => ({ ...owner, file: `platforms/${owner.id}.json` })),
        ...tools.map(owner => ({ ...owner, file: `tools/${owner.id}.json` })),
      ];
      for (const { file, facts = [], notes = [] } of dated)
        for (const { id, asOf } of [...facts, ...notes]) {
          if (new Date(asOf).toJSON()?.slice(0, 10) !== asOf) yield { file, message: `${id}: ${asOf} is no date` };
          else if (asOf > today) yield { file, message: `${id}: ${asOf} is in the future` };
        }
    },
  },
  {
    name: 'defaults',
    about: 'Where functions are made in several ways, a fact that speaks of a default says of which it is one.',
    *run({ platforms }) {
      for (const { id: platform, madeWith = [], facts, notes = [] } of platforms)
        for (const fact of [...facts, ...notes])
          if (madeWith.length > 0 && speaksOfDefault(fact) && !fact.appliesTo)
            yield {
              file: `platforms/${platform}.json`,
              message: `${fact.id}: speaks of a default, which may differ between ${madeWith.join(' and ')}: add appliesTo`,
            };
    },
  },
  {
    name: 'defaults that criteria quote',
    about: 'A criterion that quotes what holds for one way of making functions says which.',
    *run(knowledge) {
      for (const { id, explain, rules } of knowledge.criteria)
        for (const text of [
          explain,
          ...rules.flatMap(({ because, remedy = '', wayRound = [] }) => [
            because,
            remedy,
            ...wayRound.map(way => way.how),
          ]),
        ])
          for (const message of unnamedWays(knowledge, text)) yield { file: `criteria/${id}.json`, message };
    },
  },
];

/** What a text fails to say: it quotes a fact that holds for one way of making functions only, and does not name it. */
export function* unnamedWays(knowledge: Knowledge, text: string): Generator<string> {
  for (const id of new Set(placeholdersIn(text))) {
    const fact = knowledge.factById.get(id) ?? knowledge.noteById.get(id);
    const platform = knowledge.platforms.find(one => one.id === fact?.about.id);
    const way = fact && platform ? onlyWay(platform, fact) : undefined;
    if (way !== undefined && !text.includes(way))
      yield `{${id}} holds for what is made with the ${way} only: name it beside the value`;
  }
}

function onlyWay({ madeWith = [] }: Platform, { appliesTo = '' }: Fact | Note): string | undefined {
  const named = madeWith.filter(way => appliesTo.includes(way));
  return named.length === 1 ? named[0] : undefined;
}

function speaksOfDefault({ id, title, note = '' }: Fact | Note): boolean {
  return /\b(?:default|unless|as installed)\b/i.test(`${id.replaceAll('-', ' ')} ${title} ${note}`);
}
