import type { Once } from './once';
// <% slot import-store %>

/** What closing a day needs from outside. */
export interface DayPorts {
  readonly once: Once;
  // <% slot ports %>
}

export interface ClosedDay {
  /** The day that is closed, for example 2026-11-22. */
  readonly day: string;
  /** ISO 8601, UTC. */
  readonly closedAt: string;
}

/** The business day that ended before a time, in UTC. */
export function dayBefore(time: Date): string {
  const day = new Date(time);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/**
 * Closes the day before the scheduled time. The clock would be wrong for it: a call that is late or repeated a day later
 * would close another day.
 */
export async function closeDay(scheduled: Date, ports: DayPorts): Promise<ClosedDay> {
  const day = dayBefore(scheduled);
  return ports.once(`day-${day}`, { day }, async () => {
    const closed: ClosedDay = { day, closedAt: new Date().toISOString() };
    // <% slot keep %>
    return closed;
  });
}
