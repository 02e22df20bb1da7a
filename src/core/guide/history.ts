import { isRecord } from '../language/record';
import { type Guide, type GuidePlace, isSamePlace, placeOf } from './guide';

/** The places gone to, and which of them is shown. Never empty. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** Index of the entry that is shown. */
  readonly at: number;
}

export interface HistoryEntry {
  /** Different for each visit, also of the same place: a page remembers by it how far it was scrolled. */
  readonly visit: number;
  readonly place: GuidePlace;
}

/** How many places a history remembers. */
export const longestHistory = 50;

/** A history that begins at a place. */
export function startHistory(place: GuidePlace): History {
  return { entries: [{ visit: 1, place }], at: 0 };
}

/**
 * Goes to a place, as a browser does: what lay ahead is cut off. The place that is shown already adds nothing but is visited
 * anew, so that someone who has scrolled away from it gets there.
 */
export function visit(history: History, place: GuidePlace): History {
  // Also above what is cut off: the page may still remember it.
  const next = nextVisit(history.entries);
  if (isSamePlace(placeAt(history), place))
    return { ...history, entries: history.entries.with(history.at, { visit: next, place }) };
  const entries = [...history.entries.slice(0, history.at + 1), { visit: next, place }].slice(-longestHistory);
  return { entries, at: entries.length - 1 };
}

/** The place before; where there is none, the history as it is. */
export function goBack(history: History): History {
  return canGoBack(history) ? { ...history, at: history.at - 1 } : history;
}

/** The place that was gone back from; where there is none, the history as it is. */
export function goForward(history: History): History {
  return canGoForward(history) ? { ...history, at: history.at + 1 } : history;
}

export function canGoBack(history: History): boolean {
  return history.at > 0;
}

export function canGoForward(history: History): boolean {
  return history.at < history.entries.length - 1;
}

/** The place that is shown. */
export function placeAt({ entries, at }: History): GuidePlace {
  return entries[at]?.place ?? { kind: 'home' };
}

/**
 * The history that a page kept, which can be from another version of the guide or anything at all. Places that are not
 * there are left out; nothing when none is left.
 */
export function readHistory(value: unknown, guide: Guide): History | undefined {
  if (!isRecord(value) || !Array.isArray(value.entries)) return undefined;
  const wanted = typeof value.at === 'number' && Number.isInteger(value.at) ? value.at : value.entries.length - 1;
  // No history of ours is longer; of anything else, as much as one has room for is looked at.
  const first = Math.max(0, Math.min(wanted, value.entries.length - longestHistory));
  const entries: HistoryEntry[] = [];
  let at = 0;
  for (const [index, entry] of value.entries.slice(first, first + longestHistory).entries()) {
    const place = isRecord(entry) ? readPlace(entry.place, guide) : undefined;
    const last = entries.at(-1);
    // Two visits of a place come together where what lay between them is gone.
    if (place && !(last && isSamePlace(last.place, place)))
      entries.push({ visit: readVisit(entry.visit, entries), place });
    if (first + index <= wanted) at = Math.max(0, entries.length - 1);
  }
  return entries.length === 0 ? undefined : { entries, at };
}

/** A number that makes no sense, or that another visit has, is replaced by the next. */
function readVisit(value: unknown, others: readonly HistoryEntry[]): number {
  const fits = typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e9;
  return fits && !others.some(other => other.visit === value) ? value : nextVisit(others);
}

function nextVisit(entries: readonly HistoryEntry[]): number {
  return Math.max(0, ...entries.map(entry => entry.visit)) + 1;
}

function readPlace(value: unknown, guide: Guide): GuidePlace | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, chapter: id, section } = value;
  if (kind === 'home' || kind === 'review') return { kind };
  const chapter = kind === 'chapter' && typeof id === 'string' ? guide.chapterById.get(id) : undefined;
  if (!chapter) return undefined;
  if (section === null) return placeOf(chapter.id);
  const known = chapter.sections.find(candidate => candidate.id === section);
  return known && placeOf(chapter.id, known.id);
}
