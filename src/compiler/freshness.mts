/** What was read so long ago that somebody should look again. A remark, not a problem: knowledge does not break on a date. */

import type { Knowledge } from '../core/content/knowledge';
import type { GuideFile } from '../core/guide/guide';

/** Something that was last held against its source on a day (YYYY-MM-DD). */
export interface Dated {
  readonly id: string;
  readonly asOf: string;
}

/** Facts, notes and tools that were read more than so many months before today, the oldest first. */
export function staleFacts({ factById, noteById, tools }: Knowledge, today: string, months: number): Dated[] {
  const dated = [...factById, ...noteById].map(([id, { asOf }]): Dated => ({ id, asOf }));
  return olderThan([...dated, ...tools.map(({ id, asOf }) => ({ id, asOf }))], today, months);
}

/** Chapters that were reviewed more than so many months before today, the oldest first. */
export function staleChapters({ chapters }: GuideFile, today: string, months: number): Dated[] {
  return olderThan(
    chapters.map(({ id, reviewed }) => ({ id: `${id}.md`, asOf: reviewed })),
    today,
    months,
  );
}

function olderThan(items: readonly Dated[], today: string, months: number): Dated[] {
  const line = monthsBefore(today, months);
  return items.filter(({ asOf }) => asOf < line).sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

/** The same day so many months earlier, or the last of that month when it is shorter. */
function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}
