import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Knowledge } from '../content/knowledge';
import { excerptOf, type Marked } from './excerpt';
import { type Findable, findables } from './findable';
import type { Guide } from './guide';
import { makeWordReader, type Spot, type Word } from './words';

export type { Marked } from './excerpt';

/** Something found, the best first. */
export interface SearchHit {
  /** Different for each hit of a search. */
  readonly id: string;
  readonly kind: Findable['kind'];
  readonly title: string;
  /** Where it stands: the chapter's title, the section of the questionnaire, the owner; empty for a chapter. */
  readonly where: string;
  /** Some words around the best match. */
  readonly excerpt: readonly Marked[];
  /** Where to go: a place in the guide, or a link such as "question:idempotency". */
  readonly target: Findable['target'];
}

/**
 * Makes a search of the guide, its glossary, the questionnaire, the criteria, platforms and tools. It finds beginnings
 * of words and forgives typing errors. The same words always find the same, in the same order; none find nothing.
 */
export function makeSearch(guide: Guide, knowledge: Knowledge): (query: string, limit?: number) => SearchHit[] {
  const readWords = makeWordReader();
  const sources = findables(guide, knowledge).map((found, place) => prepare(found, place, readWords));
  const index = new MiniSearch<Source>({
    idField: 'place',
    fields: ['heading', 'body'],
    extractField: (source, field) => (field === 'place' ? source.place : termsOf(source, field)),
    tokenize: terms => terms.split(' '),
    processTerm: term => term,
  });
  index.addAll(sources);
  const wordsOf = byForm(sources);
  const vocabulary = [...wordsOf.keys()].sort();

  return (query, limit = 20) => {
    // Once more after it was taken apart: a single character can stand for a whole sentence.
    const apart = query.slice(0, longestQuery).normalize('NFKD').slice(0, longestQuery);
    const typed = makeWordReader()(apart).map(spot => spot.word);
    const words = wantedOf(typed);
    const found = new Map<number, WordMatch[]>();
    for (const [at, word] of words.entries())
      for (const { term, ...options } of searchesFor(word, vocabulary))
        for (const result of index.search(term, { ...asTyped, ...options })) {
          const place = result.id as number;
          const answers = found.get(place) ?? [];
          answers.push({ at, word, result });
          found.set(place, answers);
        }
    const name = nameOf(typed);
    return [...found]
      .flatMap(([place, answers]) => (sources[place] ? [candidateOf(sources[place], answers)] : []))
      .map(candidate => ({ candidate, rank: rankOf(candidate, words, name) }))
      .sort((a, b) => compare(a.rank, b.rank))
      .slice(0, limit)
      .map(({ candidate }) => hitOf(candidate, wordsOf));
  };
}

/** In UTF-16 code units; forgiving errors takes as many steps as a word has of them, squared. */
const longestQuery = 200;
const mostWords = 8;

/** Something findable with its words. */
interface Source {
  readonly found: Findable;
  /** Its place among all. */
  readonly place: number;
  /** The words of its title, then of each other name. */
  readonly headings: readonly (readonly Spot[])[];
  /** The same as a query is compared with them. */
  readonly names: readonly string[];
  readonly body: readonly Spot[];
}

function prepare(found: Findable, place: number, readWords: (text: string) => Spot[]): Source {
  const headings = [found.title, ...found.names].map(readWords);
  const names = headings.map(heading => nameOf(heading.map(({ word }) => word)));
  return { found, place, headings, names, body: readWords(found.text) };
}

/** Every word that stands somewhere, by each of its forms. */
function byForm(sources: readonly Source[]): ReadonlyMap<string, ReadonlySet<Word>> {
  const words = new Set(sources.flatMap(({ headings, body }) => [...headings.flat(), ...body]).map(({ word }) => word));
  const found = new Map<string, Set<Word>>();
  for (const word of words)
    for (const form of word.forms) {
      const same = found.get(form) ?? new Set();
      found.set(form, same.add(word));
    }
  return found;
}

/** Every word of titles, since some consist of common ones; of running text those that tell something. */
function termsOf({ headings, body }: Source, field: string): string {
  const words = (field === 'heading' ? headings.flat() : body.filter(({ word }) => !word.common)).map(
    ({ word }) => word.forms,
  );
  return words.flat().join(' ');
}

/** The words to look for: without common ones, unless there is nothing else. */
function wantedOf(typed: readonly Word[]): Word[] {
  const words = [...new Map(typed.map(word => [word.text, word])).values()];
  const telling = words.filter(word => !word.common);
  return (telling.length > 0 ? telling : words).slice(0, mostWords);
}

/**
 * A word of one or two letters begins half of all words, so its beginnings are looked for in titles only. Where a word
 * is that nobody wrote, the longest beginning of it that somebody did counts as well: an error in the middle of a word
 * that is still being typed is further from the whole word than errors that can be forgiven.
 */
function searchesFor(word: Word, vocabulary: readonly string[]): readonly Lookup[] {
  const term = shortest(word);
  if (term.length < 3)
    return [
      { term, fields: ['heading'], prefix: true },
      { term, fields: ['body'] },
    ];
  const whole = { term, prefix: true, fuzzy: term.length < 5 ? false : term.length < 9 ? 1 : 2 };
  const known = knownBeginning(term, vocabulary);
  const isGuess = known.length < term.length && known.length >= Math.max(4, term.length / 2);
  return isGuess ? [whole, { term: known, prefix: true }] : [whole];
}

type Lookup = { readonly term: string } & Pick<SearchOptions, 'fields' | 'prefix' | 'fuzzy'>;

/** The terms of a query have been made already. */
const asTyped: SearchOptions = { tokenize: term => [term], processTerm: term => term };

/** The longest beginning of a word that a word of the sorted vocabulary has too. */
function knownBeginning(word: string, vocabulary: readonly string[]): string {
  let [low, high] = [0, vocabulary.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  const common = [vocabulary[low - 1] ?? '', vocabulary[low] ?? ''].map(neighbour => {
    let length = 0;
    while (length < word.length && neighbour[length] === word[length]) length += 1;
    return length;
  });
  return word.slice(0, Math.max(...common));
}

/** What the index says of a source for one word of the query. */
interface WordMatch {
  /** The word's place in the query. */
  readonly at: number;
  readonly word: Word;
  readonly result: SearchResult;
}

/** A source with what of the query it answers. */
interface Candidate {
  readonly source: Source;
  /** How close it comes to a word, by the word's place in the query. */
  readonly inHeading: ReadonlyMap<number, Closeness>;
  readonly inBody: ReadonlyMap<number, Closeness>;
  /** The words of the source that match, each with the place of what it answers in the query. */
  readonly terms: ReadonlyMap<string, number>;
  readonly relevance: number;
}

type Closeness = 'exact' | 'beginning' | 'similar';
const headingPoints: Readonly<Record<Closeness, number>> = { exact: 12, beginning: 9, similar: 5 };
const bodyPoints: Readonly<Record<Closeness, number>> = { exact: 6, beginning: 4, similar: 1 };

function candidateOf(source: Source, matches: readonly WordMatch[]): Candidate {
  const inHeading = new Map<number, Closeness>();
  const inBody = new Map<number, Closeness>();
  const terms = new Map<string, number>();
  let relevance = 0;
  for (const { at, word, result } of matches) {
    relevance += result.score;
    for (const [term, fields] of Object.entries(result.match)) {
      const close = closeness(word, term);
      for (const field of fields) {
        const into = field === 'heading' ? inHeading : inBody;
        const before = into.get(at);
        if (before === undefined || bodyPoints[close] > bodyPoints[before]) into.set(at, close);
      }
      if (!terms.has(term)) terms.set(term, at);
    }
  }
  return { source, inHeading, inBody, terms, relevance };
}

function closeness(word: Word, term: string): Closeness {
  if (word.forms.includes(term)) return 'exact';
  return term.startsWith(shortest(word)) ? 'beginning' : 'similar';
}

/** What decides the order, the weightiest first; more is better. */
type Rank = readonly number[];

const kinds: readonly Findable['kind'][] = ['chapter', 'term', 'section', 'criterion', 'question', 'platform', 'tool'];

function rankOf(candidate: Candidate, words: readonly Word[], name: string): Rank {
  const { source, inHeading, inBody, relevance } = candidate;
  const { found, place, headings, names } = source;
  const isTerm = found.kind === 'term' && names.includes(name);
  const named = isTerm ? 2 : names[0] === name ? 1 : 0;
  const counted = words.filter((_word, at) => inHeading.has(at) || inBody.has(at)).length;
  const points = words.reduce((sum, _word, at) => {
    const [heading, body] = [inHeading.get(at), inBody.get(at)];
    return sum + Math.max(heading ? headingPoints[heading] : 0, body ? bodyPoints[body] : 0);
  }, 0);
  const allInHeading = inHeading.size === words.length;
  const allSimilar = [...inHeading.values()].every(close => close === 'similar');
  // Less than an exact word is worth more than the beginning of one.
  const whole = allInHeading && !allSimilar && headings.some(heading => isCovered(heading, candidate)) ? 2 : 0;
  const kind = allInHeading ? kinds.length - kinds.indexOf(found.kind) : 0;
  return [named, counted, points + whole, kind, relevance, -place];
}

/** Whether the query has every telling word of a title. */
function isCovered(heading: readonly Spot[], { terms }: Candidate): boolean {
  return heading.every(({ word }) => word.common || word.forms.some(form => terms.has(form)));
}

function compare(a: Rank, b: Rank): number {
  let index = 0;
  while (index < a.length - 1 && a[index] === b[index]) index += 1;
  return (b[index] ?? 0) - (a[index] ?? 0);
}

function hitOf({ source, terms }: Candidate, wordsOf: ReadonlyMap<string, ReadonlySet<Word>>): SearchHit {
  const { id, kind, title, where, text, target } = source.found;
  const wanted = new Map<Word, number>();
  for (const [term, at] of terms) for (const word of wordsOf.get(term) ?? []) if (!word.common) wanted.set(word, at);
  return { id, kind, title, where, excerpt: excerptOf(text, source.body, wanted), target };
}

/** Words as they are compared as a whole: plurals are as good. */
function nameOf(words: readonly Word[]): string {
  return words.map(shortest).join(' ');
}

function shortest({ forms, text }: Word): string {
  return forms.reduce((short, form) => (form.length < short.length ? form : short), text);
}
