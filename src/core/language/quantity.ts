import type { Unit } from '../content/types';

/**
 * A quantity as a person says it, in a unit that fits its size: 900 seconds are "15 minutes". Three significant
 * digits; the same on every machine.
 */
export function printQuantity(value: number, unit: Unit): string {
  switch (unit) {
    case 'seconds':
      return printDuration(value);
    case 'milliseconds':
      return printDuration(value / 1000);
    case 'days':
      return printDuration(value * day);
    case 'megabytes':
      return printSize(value);
    case 'per-second':
      return `${printNumber(value)} per second`;
    case 'per-month':
      return `${printNumber(value)} per month`;
    case 'percent':
      // Rounded further, a target of six nines would read as 100%.
      return `${printNumber(value, 7)}%`;
    case 'ratio':
      return plural(value, 'time');
    case 'usd':
      return value >= 0.01 || value === 0 ? `$${value.toFixed(2)}` : `$${String(value)}`;
    case 'usd-per-month':
      return `$${value < 100 && !Number.isInteger(value) ? value.toFixed(2) : printNumber(value)} per month`;
    case 'gigabyte-seconds-per-month':
      return `${printNumber(value)} GB-seconds per month`;
    case 'count':
      return printNumber(value >= 10 ? Math.round(value) : value);
  }
}

/**
 * Reads what a person types for a quantity: a number, with a unit of the same kind if they like ("15 min", "1.5 GB",
 * "2,000", "2 000", "3 million"). Without one it is in `unit`. Nothing when it cannot be read: a decimal comma is not
 * guessed at.
 */
export function parseQuantity(text: string, unit: Unit): number | undefined {
  if (text.length > longestTyped) return undefined;
  // All up to the last digit has to be the number; what stands behind it is words.
  const [, digits = '', words = ''] = /^(.*\d)(\D*)$/s.exec(text.trim().replace(/^\$\s*/, '')) ?? [];
  if (!amount.test(digits)) return undefined;
  const factor = factorOf(words.trim().toLowerCase().replace(/\s+/g, ' '), unitWords[unit]);
  if (factor === undefined) return undefined;
  const value = Number(digits.replace(/[^\d.]/g, '')) * factor;
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined;
}

/** What a number is multiplied by: a unit ("min"), a scale ("million"), or both. A word that could be either is a unit. */
function factorOf(words: string, units: Readonly<Record<string, number>>): number | undefined {
  if (words === '') return 1;
  if (Object.hasOwn(units, words)) return units[words];
  const [, scaleWord = '', unitWord = ''] = /^(k|thousand|m|mio|million|bn|billion)\b ?(.*)$/.exec(words) ?? [];
  const scale = scales[scaleWord];
  if (scale === undefined) return undefined;
  if (unitWord === '') return scale;
  const unit = Object.hasOwn(units, unitWord) ? units[unitWord] : undefined;
  return unit === undefined ? undefined : scale * unit;
}

/** The unit a number is saved in, as a person reads it beside a field: "seconds", "MB". */
export function unitName(unit: Unit): string {
  const names: Partial<Record<Unit, string>> = {
    megabytes: 'MB',
    count: '',
    'per-second': 'per second',
    'per-month': 'per month',
    ratio: 'times',
    usd: 'US dollars',
    'usd-per-month': 'US dollars per month',
    'gigabyte-seconds-per-month': 'GB-seconds per month',
  };
  return names[unit] ?? unit;
}

/** No quantity is longer, with its unit in words, in UTF-16 code units. What is longer was pasted by mistake. */
const longestTyped = 100;

/** A number, its thousands set apart by commas, spaces or apostrophes if at all. */
const amount = /^(?:(?:[1-9]\d{0,2}(?:[,'’\s]\d{3})+|\d+)(?:\.\d+)?|\.\d+)$/;

/** Seconds in a day. */
const day = 86_400;

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

const durations = Object.entries({
  'ms,msec,millisecond,milliseconds': 0.001,
  's,sec,secs,second,seconds': 1,
  'm,min,mins,minute,minutes': 60,
  'h,hr,hrs,hour,hours': 3600,
  'd,day,days': day,
  'w,week,weeks': 7 * day,
  'month,months': 30 * day,
  'y,year,years': 365 * day,
}).flatMap(([words, seconds]) => words.split(',').map(word => [word, seconds] as const));

const sizes = Object.entries({
  b: 1 / 1_048_576,
  // A letter alone, as in -Xmx512m, is a unit here and no thousand or million.
  'k,kb,ki,kib': 1 / 1024,
  'm,mb,mi,mib': 1,
  'g,gb,gi,gib': 1024,
  't,tb,ti,tib': 1_048_576,
}).flatMap(([words, megabytes]) => words.split(',').map(word => [word, megabytes] as const));

/** What a unit may be called, with its worth in the unit that is saved. */
const unitWords: Readonly<Record<Unit, Readonly<Record<string, number>>>> = {
  seconds: Object.fromEntries(durations),
  milliseconds: Object.fromEntries(durations.map(([word, seconds]) => [word, seconds * 1000])),
  days: Object.fromEntries(durations.map(([word, seconds]) => [word, seconds / day])),
  megabytes: Object.fromEntries(sizes),
  count: {},
  'per-second': {
    '/s': 1,
    'per second': 1,
    'a second': 1,
    rps: 1,
    '/min': 1 / 60,
    'per minute': 1 / 60,
    'a minute': 1 / 60,
    'per hour': 1 / 3600,
  },
  'per-month': {
    '/month': 1,
    'per month': 1,
    'a month': 1,
    'per day': 30,
    'a day': 30,
    '/day': 30,
    'per hour': 730,
    'per year': 1 / 12,
  },
  percent: { '%': 1, percent: 1 },
  ratio: { x: 1, times: 1, time: 1 },
  usd: { usd: 1, dollars: 1 },
  'usd-per-month': { usd: 1, dollars: 1, 'per month': 1, '/month': 1, 'usd per month': 1, 'per year': 1 / 12 },
  'gigabyte-seconds-per-month': { 'gb-seconds per month': 1, 'gb-s': 1 },
};

function printDuration(seconds: number): string {
  if (seconds === 0) return '0 seconds';
  if (seconds < 1) return `${printNumber(seconds * 1000)} ms`;
  // 230 seconds is a number that people know; as 3.83 minutes they would not recognise it.
  const loses = Number.isInteger(seconds) && seconds < 1000 && Number(printNumber(seconds / 60)) * 60 !== seconds;
  if (seconds < 120 || loses) return plural(seconds, 'second');
  if (seconds < 2 * 3600 && seconds !== 3600) return plural(seconds / 60, 'minute');
  if (seconds < 2 * day) return plural(seconds / 3600, 'hour');
  if (seconds < 730 * day) return plural(seconds / day, 'day');
  return plural(seconds / (365 * day), 'year');
}

function printSize(megabytes: number): string {
  const gigabytes = printNumber(megabytes / 1024);
  // 1,769 MB is a number that people know; as 1.73 GB they would not recognise it.
  const loses = Number.isInteger(megabytes) && megabytes < 10_000 && Number(gigabytes) * 1024 !== megabytes;
  if (megabytes >= 1024 && !loses) return `${gigabytes} GB`;
  if (megabytes >= 1 || megabytes === 0) return `${printNumber(megabytes)} MB`;
  const kilobytes = megabytes * 1024;
  return `${kilobytes >= 10 ? Math.round(kilobytes) : printNumber(kilobytes)} KB`;
}

function plural(count: number, noun: string): string {
  const text = printNumber(count);
  return `${text} ${noun}${text === '1' ? '' : 's'}`;
}

function printNumber(value: number, digits = 3): string {
  if (value >= 1e9) return `${significant(value / 1e9, digits)} billion`;
  if (value >= 1e6) return `${significant(value / 1e6, digits)} million`;
  return significant(value, digits);
}

/** Rounds to significant digits, never cutting whole ones, and groups thousands. */
function significant(value: number, digits: number): string {
  const whole = Math.abs(value) >= 10 ** (digits - 1);
  const rounded = whole ? String(Math.round(value)) : String(Number(value.toPrecision(digits)));
  const [integer = '0', fraction] = rounded.includes('e') ? [rounded] : rounded.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}
