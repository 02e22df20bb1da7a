import type { Place } from '../../core/place';

/** Milliseconds after which scrolling is told; it is many events a second. */
export const scrollPause = 100;

/** The same place with one fold opened or closed. */
export function folded(place: Place, id: string, open: boolean): Place {
  const others = place.open.filter(other => other !== id);
  return { ...place, open: open ? [...others, id] : others };
}
