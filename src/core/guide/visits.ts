import { isRecord } from '../language/record';
import { type History, longestHistory } from './history';

/** How a page looked at a visit. */
export interface Visit {
  /** The section that is read, by its id; nothing above the first one. */
  readonly section: string | null;
  /** In CSS pixels from the top of that section, or of the page: what lies above it may be folded another way the next time. */
  readonly scroll: number;
  /** What stood in the search field. */
  readonly query: string;
}

/** By the number of the visit, as the history has it. */
export type Visits = Readonly<Record<string, Visit>>;

/** What a section's id may come to, and what stood in the search field: more than is ever searched for. */
export const longestWords = 200;

const untouched: Visit = { section: null, scroll: 0, query: '' };

/** What was kept, as far as it makes sense: it may come from another version, or from a page that is no longer ours. */
export function readVisits(value: unknown): Visits {
  if (!isRecord(value)) return {};
  // No history has more visits; the numbers of the newest are the highest, and stand last.
  const newest = Object.entries(value).slice(-longestHistory);
  return Object.fromEntries(
    newest.flatMap(([id, visit]): [string, Visit][] =>
      isNumber(id) && isVisit(visit) ? [[id, readVisit(visit)]] : [],
    ),
  );
}

/** The visits after something changed at one. Those that are no longer in the history are forgotten. */
export function withVisit(visits: Visits, history: History, visit: number, change: Partial<Visit>): Visits {
  const changed: Visits = { ...visits, [visit]: { ...untouched, ...visits[visit], ...change } };
  const ids = new Set(history.entries.map(entry => String(entry.visit)));
  return Object.fromEntries(Object.entries(changed).filter(([id]) => ids.has(id)));
}

/** A search that is longer than any is remembered by its beginning. */
function readVisit({ section, scroll, query }: Visit): Visit {
  return { section, scroll, query: query.slice(0, longestWords) };
}

function isNumber(id: string): boolean {
  return /^\d{1,10}$/.test(id);
}

function isVisit(value: unknown): value is Visit {
  if (!isRecord(value)) return false;
  const { section, scroll, query } = value;
  const isPlaced = section === null || (typeof section === 'string' && section.length <= longestWords);
  return isPlaced && typeof scroll === 'number' && Number.isFinite(scroll) && typeof query === 'string';
}
