import { type Language, spokenLanguage } from '../language/words';

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
  return { text, forms: formsOf(text), common: text.length < 2 || commonWords(spokenLanguage()).has(text) };
}

function formsOf(word: string): string[] {
  if (word.length < 4) return [word];
  const singulars = spokenLanguage().search.plurals.map(([ending, instead]) =>
    word.replace(new RegExp(`${ending}$`), instead),
  );
  return [...new Set([word, ...singulars])];
}

const common = new WeakMap<Language, ReadonlySet<string>>();

function commonWords(language: Language): ReadonlySet<string> {
  const known = common.get(language) ?? new Set(language.search.commonWords.split(' '));
  common.set(language, known);
  return known;
}
