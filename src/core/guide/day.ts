/** Whether a value is a day that there is, as YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && printDay(time) === value;
}

/** The day so many days later. Summer time cannot get in the way, since days of UTC are all as long. */
export function addDays(day: string, days: number): string {
  return printDay(Date.parse(day) + days * 24 * 3600 * 1000);
}

function printDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
