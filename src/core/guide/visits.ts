import type { History } from './history';

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

const untouched: Visit = { section: null, scroll: 0, query: '' };

/** What was kept, as far as it makes sense: it may come from another version. */
export function readVisits(value: unknown): Visits {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, visit]): [string, Visit][] => (isVisit(visit) ? [[id, visit]] : [])),
  );
}

/** The visits after something changed at one. Those that are no longer in the history are forgotten. */
export function withVisit(visits: Visits, history: History, visit: number, change: Partial<Visit>): Visits {
  const changed: Visits = { ...visits, [visit]: { ...untouched, ...visits[visit], ...change } };
  const ids = new Set(history.entries.map(entry => String(entry.visit)));
  return Object.fromEntries(Object.entries(changed).filter(([id]) => ids.has(id)));
}

function isVisit(value: unknown): value is Visit {
  if (!isRecord(value)) return false;
  const { section, scroll, query } = value;
  const isPlaced = section === null || typeof section === 'string';
  return isPlaced && typeof scroll === 'number' && Number.isFinite(scroll) && typeof query === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
