import type { Spot, Word } from './words';

/** A piece of text that matches or stands around what does. */
export interface Marked {
  readonly text: string;
  readonly match: boolean;
}

/** About so many characters are enough to tell whether it is what one looks for. */
const excerptLength = 120;
/** How much of it stands before the first match at most. */
const lead = 40;

/**
 * The part of a text in which most of what is looked for stands together, cut at words, with what matches marked; its
 * beginning when nothing does. `wanted` are the words that match, each with the place of what it answers in the query.
 */
export function excerptOf(text: string, spots: readonly Spot[], wanted: ReadonlyMap<Word, number>): readonly Marked[] {
  const matches: number[] = [];
  for (const [at, { word }] of spots.entries()) if (wanted.has(word)) matches.push(at);
  const from = bestOf(spots, matches, wanted);
  const start = startOf(text, spots, from);
  const end = endOf(text, spots, from, start);
  const marked = matches.flatMap(at => spots[at] ?? []).filter(spot => spot.start >= start && spot.end <= end);
  return cut(text, start, end, marked);
}

/** The match from which on most words of the query stand close together; the first when several do. */
function bestOf(spots: readonly Spot[], matches: readonly number[], wanted: ReadonlyMap<Word, number>): number {
  const inQuery = new Set(wanted.values()).size;
  let best = matches[0] ?? 0;
  let most = 0;
  for (const [index, at] of matches.entries()) {
    const near = new Set<number | undefined>();
    const start = spots[at]?.start ?? 0;
    for (const other of matches.slice(index, index + 12)) {
      const spot = spots[other];
      if (spot && spot.end - start <= excerptLength - lead) near.add(wanted.get(spot.word));
    }
    if (near.size > most) [best, most] = [at, near.size];
    if (most === inQuery) break;
  }
  return best;
}

/** Where the sentence begins, if that is near; else some words before, the more the less comes after. */
function startOf(text: string, spots: readonly Spot[], at: number): number {
  const from = spots[at]?.start ?? 0;
  const reach = Math.max(lead, excerptLength - (text.length - from));
  if (from <= reach) return 0;
  const sentence = text.slice(from - reach, from).search(/[.?!] /);
  if (sentence >= 0) return from - reach + sentence + 2;
  let first = at;
  for (let index = at; index >= 0; index -= 1) {
    const start = spots[index]?.start ?? 0;
    if (start < from - reach) break;
    if (start === 0 || /\s/.test(text.charAt(start - 1))) first = index;
  }
  return spots[first]?.start ?? 0;
}

/** The end of the last word that has room, with the sign that ends a sentence. `from` is a spot at or after the start. */
function endOf(text: string, spots: readonly Spot[], from: number, start: number): number {
  if (text.length - start <= excerptLength) return text.length;
  let end = start;
  for (let at = from; at < spots.length; at += 1) {
    const spot = spots[at];
    if (!spot || spot.end > start + excerptLength) break;
    const [, sign] = /^([.!?)"”]*)(?=\s|[,;:'’]|$)/.exec(text.slice(spot.end, spot.end + 4)) ?? [];
    if (sign !== undefined) end = spot.end + sign.length;
  }
  // A word without end is cut where it must be.
  return end > start ? end : start + excerptLength;
}

function cut(text: string, start: number, end: number, matches: readonly Spot[]): readonly Marked[] {
  const pieces: Marked[] = [];
  const add = (piece: string, match: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, match });
  };
  if (start > 0) add('… ', false);
  let from = start;
  for (const match of matches) {
    add(text.slice(from, match.start), false);
    add(text.slice(match.start, match.end), true);
    from = match.end;
  }
  add(text.slice(from, end), false);
  if (end < text.length && !/[.!?]/.test(text.charAt(end - 1))) add(' …', false);
  return pieces;
}
