/** Where the reader is on a page and what is folded open: all that a page keeps to itself. */
export interface Place {
  readonly open: readonly string[];
  /** Which rows a list is narrowed down to. */
  readonly filter: string;
  /** In CSS pixels from the top. */
  readonly scroll: number;
}

/** Milliseconds after which scrolling is told; it is many events a second. */
export const scrollPause = 100;

export const topOfPage: Place = { open: [], filter: 'all', scroll: 0 };

/** What was remembered, as far as it makes sense: it may come from another version. */
export function readPlace(memory: unknown): Place {
  if (typeof memory !== 'object' || memory === null) return topOfPage;
  const { open, filter, scroll } = memory as Partial<Record<keyof Place, unknown>>;
  return {
    open: Array.isArray(open) ? open.filter(id => typeof id === 'string') : topOfPage.open,
    filter: typeof filter === 'string' ? filter : topOfPage.filter,
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) && scroll > 0 ? scroll : topOfPage.scroll,
  };
}

/** The same place with one fold opened or closed. */
export function folded(place: Place, id: string, open: boolean): Place {
  const others = place.open.filter(other => other !== id);
  return { ...place, open: open ? [...others, id] : others };
}
