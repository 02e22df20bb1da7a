import { type Place, readPlace, topOfPage } from '../../core/assessment/place';
import type { KeptValue } from '../ui/kept-value';

/** Where the reader of each report is, as its page tells it: what comes back after a reload of the window. */
export interface ReportPlaces {
  /** What a page last told; the top when it has not. */
  of(page: string): Place;
  /** Resolves when it is written down. */
  keep(page: string, memory: Place): Promise<void>;
  /** A report that was closed begins at its top the next time. */
  forget(page: string): Promise<void>;
}

/** How many are kept: those of windows that ended without closing their reports would only ever grow. */
const most = 50;

export async function openReportPlaces(kept: KeptValue): Promise<ReportPlaces> {
  const before = await kept.read();
  const places = new Map(Array.isArray(before) ? before.slice(-most).flatMap(readEntry) : []);
  return {
    of: page => places.get(page) ?? topOfPage,
    keep(page, memory) {
      places.delete(page);
      places.set(page, memory);
      return kept.write([...places].slice(-most));
    },
    async forget(page) {
      if (places.delete(page)) await kept.write([...places].slice(-most));
    },
  };
}

function readEntry(entry: unknown): [string, Place][] {
  return Array.isArray(entry) && typeof entry[0] === 'string' ? [[entry[0], readPlace(entry[1])]] : [];
}
