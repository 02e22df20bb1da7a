import type { History } from '../../core/guide/history';

/** What the page keeps to itself: where it was, and how it looked at each visit. */
export interface Memory {
  /** As the extension gave it; it reads it with care when it gets it back. */
  readonly history: unknown;
  readonly visits: Readonly<Record<string, Visit>>;
}

export interface Visit {
  /** In CSS pixels from the top. */
  readonly scroll: number;
  /** What stood in the search field. */
  readonly query: string;
}

const untouched: Visit = { scroll: 0, query: '' };

/** What was remembered, as far as it makes sense: it may come from another version. */
export function readMemory(value: unknown): Memory {
  if (!isRecord(value)) return { history: null, visits: {} };
  const visits: [string, unknown][] = isRecord(value.visits) ? Object.entries(value.visits) : [];
  return {
    history: value.history ?? null,
    visits: Object.fromEntries(
      visits.flatMap(([id, visit]): [string, Visit][] => (isVisit(visit) ? [[id, visit]] : [])),
    ),
  };
}

/** The memory after something changed at a visit. Visits that are no longer in the history are forgotten. */
export function remembered(memory: Memory, history: History, visit: number, change: Partial<Visit>): Memory {
  const visits: Record<string, Visit> = {
    ...memory.visits,
    [visit]: { ...untouched, ...memory.visits[visit], ...change },
  };
  const ids = new Set(history.entries.map(entry => String(entry.visit)));
  return { history, visits: Object.fromEntries(Object.entries(visits).filter(([id]) => ids.has(id))) };
}

function isVisit(value: unknown): value is Visit {
  return (
    isRecord(value) &&
    typeof value.scroll === 'number' &&
    Number.isFinite(value.scroll) &&
    typeof value.query === 'string'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
