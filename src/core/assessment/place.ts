/** Where the reader is in a report and what is folded open: all that its page keeps to itself. */
export interface Place {
  /** What is folded open, by its anchor. */
  readonly open: readonly string[];
  /** Which rows a list is narrowed down to. */
  readonly filter: string;
  /** In CSS pixels from the top. */
  readonly scroll: number;
}

export const topOfPage: Place = { open: [], filter: 'all', scroll: 0 };

/** What a place may come to, far above any of ours: a report has some hundred folds, and a fold a name of some twenty letters. */
export const mostOpen = 1000;
export const longestName = 200;

/** The same place with one fold opened or closed. */
export function folded(place: Place, id: string, open: boolean): Place {
  const others = place.open.filter(other => other !== id);
  return { ...place, open: open ? [...others, id] : others };
}

/** What was remembered, as far as it makes sense: it may come from another version, or from a page that is no longer ours. */
export function readPlace(memory: unknown): Place {
  if (typeof memory !== 'object' || memory === null) return topOfPage;
  const { open, filter, scroll } = memory as Partial<Record<keyof Place, unknown>>;
  return {
    open: Array.isArray(open) ? open.slice(0, mostOpen).filter(isName) : topOfPage.open,
    filter: isName(filter) ? filter : topOfPage.filter,
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) && scroll > 0 ? scroll : topOfPage.scroll,
  };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestName;
}
