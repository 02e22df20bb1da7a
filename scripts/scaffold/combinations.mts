/** Combinations of choices to try: a small set that covers every pair (or triple) of options, and any number of random ones. */
import type { Catalogue } from '../../src/core/scaffold/catalogue';
import { type Choices, checkChoices, completeChoices, listOf } from '../../src/core/scaffold/choices';

/** A sequence of numbers from 0 to 1 that is the same for the same seed (mulberry32), so that a failure can be repeated. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A valid combination, every option of which is about as likely as the others; `fixed` is what it must hold. */
export function randomChoices(catalogue: Catalogue, random: () => number, fixed: readonly string[] = []): Choices {
  for (;;) {
    const given: Record<string, string | string[]> = {};
    for (const choice of catalogue.choices) {
      const wanted = choice.options.filter(({ id }) => fixed.includes(`${choice.id}:${id}`)).map(({ id }) => id);
      const unwanted = choice.options.filter(({ id }) => fixed.includes(`${choice.id}:!${id}`)).map(({ id }) => id);
      const pool = choice.options.map(({ id }) => id).filter(id => !unwanted.includes(id));
      if (choice.kind === 'choice') given[choice.id] = wanted[0] ?? pool[Math.floor(random() * pool.length)] ?? '';
      else given[choice.id] = pool.filter(id => wanted.includes(id) || random() < 0.4);
    }
    const choices = sensible(catalogue, given);
    if (choices && fixed.every(atom => atomsOf(catalogue, choices).has(atom))) return choices;
  }
}

/**
 * Valid combinations that together hold every `strength` options that can be had together: two for pairs. Chosen greedily, the
 * best of so many random candidates each time: the more of them, the smaller the set and the longer it takes.
 */
export function coveringSet(catalogue: Catalogue, strength: 2 | 3, seed = 1, candidates = 200): Choices[] {
  const random = randomNumbers(seed);
  const open = new Set<string>();
  // What random combinations meet can be had; with this many, nothing that can be had is missed (a test holds this).
  for (let index = 0; index < 4000; index += 1)
    for (const group of groupsOf(catalogue, randomChoices(catalogue, random), strength)) open.add(group);
  const chosen: Choices[] = [];
  while (open.size > 0) {
    const [first = ''] = open;
    let best: { choices: Choices; groups: string[] } | undefined;
    for (let index = 0; index < candidates; index += 1) {
      const choices = randomChoices(catalogue, random, first.split('+'));
      const groups = groupsOf(catalogue, choices, strength).filter(group => open.has(group));
      if (!best || groups.length > best.groups.length) best = { choices, groups };
    }
    if (!best) break;
    for (const group of best.groups) open.delete(group);
    chosen.push(best.choices);
  }
  return chosen;
}

/** What a combination says of each option: `iac:sam` for one that is chosen, `trigger:!queue` for one of a list that is not. */
export function atomsOf(catalogue: Catalogue, choices: Choices): Set<string> {
  const atoms = new Set<string>();
  for (const { id, kind, options } of catalogue.choices) {
    const value = choices[id];
    if (value === undefined || options.length === 1) continue;
    for (const option of options)
      if (listOf(value).includes(option.id)) atoms.add(`${id}:${option.id}`);
      else if (kind === 'choices') atoms.add(`${id}:!${option.id}`);
  }
  return atoms;
}

function groupsOf(catalogue: Catalogue, choices: Choices, strength: 2 | 3): string[] {
  // That two options are both left out is no combination of anything.
  const atoms = [...atomsOf(catalogue, choices)].sort();
  const groups: string[] = [];
  for (const [index, first] of atoms.entries())
    for (const [next, second] of atoms.slice(index + 1).entries()) {
      if (strength === 2) {
        if (!(first.includes('!') && second.includes('!'))) groups.push(`${first}+${second}`);
        continue;
      }
      for (const third of atoms.slice(index + next + 2)) {
        const group = [first, second, third];
        if (group.every(atom => !atom.includes('!'))) groups.push(group.join('+'));
      }
    }
  return groups;
}

/** Complete choices, or nothing when what was given does not go together. */
function sensible(catalogue: Catalogue, given: Choices): Choices | undefined {
  const relevant = completeChoices(catalogue, given);
  return checkChoices(catalogue, relevant).length === 0 ? relevant : undefined;
}
