import type { ScaffoldChoice } from '../../src/core/content/types';
import { type Catalogue, openCatalogue, type Part } from '../../src/core/scaffold/catalogue';

/** A catalogue small enough to hold in one's head: a drink, what goes in, and a biscuit only with tea. */
export function smallCatalogue(parts: readonly Partial<Part>[] = []): Catalogue {
  return openCatalogue({ choices, parts: parts.map((part, index) => ({ ...blank, id: `part-${index}`, ...part })) });
}

const blank: Part = { id: '', title: 'Part', because: 'A reason.', order: 10, files: {}, slots: {} };

const choices: ScaffoldChoice[] = [
  {
    id: 'drink',
    title: 'Drink',
    ask: 'What do you drink?',
    why: 'Decides the rest.',
    kind: 'choice',
    options: [
      { id: 'tea', label: 'Tea', detail: 'Hot' },
      { id: 'water', label: 'Water', detail: 'Cold' },
    ],
    default: [{ options: ['tea'] }],
    suggest: [{ when: { answer: 'connections', is: 'raw' }, option: 'water', because: 'Raw calls for water.' }],
    topic: 'state',
  },
  {
    id: 'extra',
    title: 'Extras',
    ask: 'What goes in?',
    why: 'Taste.',
    kind: 'choices',
    atLeast: 0,
    options: [
      { id: 'milk', label: 'Milk', detail: 'White', needs: [needs('drink', 'tea', 'Milk spoils water.')] },
      {
        id: 'lemon',
        label: 'Lemon',
        detail: 'Sour',
        needs: [{ condition: { not: { answer: 'extra', includes: ['milk'] } }, otherwise: 'Lemon curdles milk.' }],
      },
      { id: 'ice', label: 'Ice', detail: 'Cold' },
    ],
    default: [{ when: { answer: 'drink', is: 'water' }, options: ['ice'] }, { options: ['milk'] }],
    topic: 'state',
  },
  {
    id: 'biscuit',
    title: 'Biscuit',
    ask: 'Which biscuit?',
    why: 'Company.',
    kind: 'choice',
    when: { answer: 'drink', is: 'tea' },
    options: [
      { id: 'short', label: 'Shortbread', detail: 'Buttery' },
      { id: 'none', label: 'None', detail: 'Nothing' },
    ],
    default: [{ options: ['short'] }],
    topic: 'state',
  },
];

function needs(answer: string, is: string, otherwise: string) {
  return { condition: { answer, is }, otherwise };
}
