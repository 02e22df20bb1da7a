/** A word as it is searched for. */
export interface Word {
  /** In lower case, without accents. */
  readonly text: string;
  /** The word, and what it is one of when it looks like a plural: "retries" and "retry". */
  readonly forms: readonly string[];
  /** Too common to be searched for in running text. */
  readonly common: boolean;
}

/** Where a word stands in a text, in UTF-16 code units. */
export interface Spot {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

/** Finds the words of texts. A text has most of its words from other texts, so each is looked at once. */
export function makeWordReader(): (text: string) => Spot[] {
  const known = new Map<string, Word>();
  return text =>
    [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: found, index }) => {
      const word = known.get(found) ?? readWord(found);
      known.set(found, word);
      return { word, start: index, end: index + found.length };
    });
}

function readWord(found: string): Word {
  const text = found.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return { text, forms: formsOf(text), common: text.length < 2 || commonWords.has(text) };
}

function formsOf(word: string): string[] {
  if (word.length < 4 || !/[^siu]s$/.test(word)) return [word];
  const forms = [word, word.slice(0, -1)];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  else if (/(?:ch|sh|s|x)es$/.test(word)) forms.push(word.slice(0, -2));
  return forms;
}

/** Words of which every text is full. None that a term of the field is made of, such as "at", "least" and "once". */
const commonWords = new Set(
  (
    'a about after again all also am an and any are as be because been before being both but by can did do does don ' +
    'each else every few for from get had has have having he her here his how i if in into is it its itself just ll ' +
    'may me might more most much my no nor not of off often on one only or other our out own rather re s same shall ' +
    'she should so some still such t than that the their them then there these they this those through to too until ' +
    'up us ve very was we were what when where whether which while who whom whose why will with without would yet ' +
    'you your yours'
  ).split(' '),
);
