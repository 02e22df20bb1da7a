import type { Unit } from '../content/types';
import { kept, type Language, say, spokenLanguage, writeNumber } from './words';

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
    case 'per-month':
    case 'gigabyte-seconds-per-month':
      return say(`quantity.${unit}`, { number: printNumber(value) });
    case 'percent':
      // Rounded further, a target of six nines would read as 100%.
      return writeNumber(value, { style: 'unit', unit: 'percent', ...roundedTo(value, 7) });
    case 'ratio':
      return say('quantity.ratio', { count: Number(value.toPrecision(3)), number: printNumber(value) });
    case 'usd':
      return printDollars(value, value >= 0.01 || value === 0 ? cents : { maximumFractionDigits: 20 });
    case 'usd-per-month': {
      const isExact = value < 100 && !Number.isInteger(value);
      return say('quantity.usd-per-month', { amount: printDollars(value, isExact ? cents : roundedTo(value, 3)) });
    }
    case 'count':
      return printNumber(value >= 10 ? Math.round(value) : value);
  }
}

/**
 * Reads what a person types for a quantity: a number, with a unit of the same kind if they like ("15 min", "1.5 GB",
 * "2,000", "2 000", "3 million"). Without one it is in `unit`. Nothing when it cannot be read: a decimal comma is not
 * guessed at in English.
 */
export function parseQuantity(text: string, unit: Unit): number | undefined {
  if (text.length > longestTyped) return undefined;
  // All up to the last digit has to be the number; what stands behind it is words.
  const [, digits = '', words = ''] = /^(.*\d)(\D*)$/s.exec(text.trim().replace(/^\$\s*/, '')) ?? [];
  const { decimal, amount } = typedNumber(spokenLanguage().locale);
  if (!amount.test(digits)) return undefined;
  const factor = factorOf(words.trim().toLowerCase().replace(/\s+/g, ' '), unit);
  if (factor === undefined) return undefined;
  const [whole = '', fraction = ''] = digits.split(decimal);
  const value = Number(`${whole.replace(/\D/g, '')}.${fraction}`) * factor;
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined;
}

/** What a number is multiplied by: a unit ("min"), a scale ("million"), or both. A word that could be either is a unit. */
function factorOf(words: string, unit: Unit): number | undefined {
  if (words === '') return 1;
  const { units, scales } = typedIn(spokenLanguage());
  const ofUnit = units[unit].get(words);
  if (ofUnit !== undefined) return ofUnit;
  for (const [scaleWord, scale] of scales) {
    if (words === scaleWord) return scale;
    if (!words.startsWith(scaleWord)) continue;
    const factor = units[unit].get(words.slice(scaleWord.length).trimStart());
    // "mb" is no million of bytes: a scale and a letter of its own run together are no two words.
    if (factor !== undefined && /^\P{L}/u.test(words.slice(scaleWord.length))) return scale * factor;
  }
  return undefined;
}

/** The unit a number is saved in, as a person reads it beside a field: "seconds", "MB". */
export function unitName(unit: Unit): string {
  return say(`unit.${unit}`);
}

/** How a number is typed: the sign before its fraction, and its whole form, thousands set apart by another sign or a blank if at all. */
const typedNumber = kept(locale => {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const [fraction, thousands] = decimal === ',' ? [',', '.'] : ['\\.', ','];
  const amount = new RegExp(
    `^(?:(?:[1-9]\\d{0,2}(?:[${thousands}'’\\s]\\d{3})+|\\d+)(?:${fraction}\\d+)?|${fraction}\\d+)$`,
  );
  return { decimal, amount };
});

/** No quantity is longer, with its unit in words, in UTF-16 code units. What is longer was pasted by mistake. */
const longestTyped = 100;

/** Seconds in a day. */
const day = 86_400;

type Typed = keyof Language['typed'];

/** What a unit may be called, with its worth in the unit that is saved, and what large numbers may be called, longest words first. */
interface TypedWords {
  readonly units: Readonly<Record<Unit, ReadonlyMap<string, number>>>;
  readonly scales: readonly (readonly [string, number])[];
}

const typedWords = new WeakMap<Language, TypedWords>();

function typedIn(language: Language): TypedWords {
  const known = typedWords.get(language) ?? readTyped(language);
  typedWords.set(language, known);
  return known;
}

function readTyped({ typed }: Language): TypedWords {
  const worth = (worths: Partial<Record<Typed, number>>, times = 1): Map<string, number> =>
    new Map(
      Object.entries(worths).flatMap(([name, factor]) =>
        typed[name as Typed].map(word => [word, factor * times] as const),
      ),
    );
  const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
  return {
    scales: [...worth(scales)].sort(([a], [b]) => b.length - a.length),
    units: {
      seconds: worth(durations),
      milliseconds: worth(durations, 1000),
      days: worth(durations, 1 / day),
      megabytes: sizes,
      count: new Map(),
      'per-second': worth({ perSecond: 1, perMinute: 1 / 60, perHour: 1 / 3600 }),
      'per-month': worth({ perMonth: 1, perDay: 30, perHour: 730, perYear: 1 / 12 }),
      percent: worth({ percent: 1 }),
      ratio: worth({ times: 1 }),
      usd: worth({ dollars: 1 }),
      'usd-per-month': worth({ dollars: 1, perMonth: 1, dollarsPerMonth: 1, perYear: 1 / 12 }),
      'gigabyte-seconds-per-month': worth({ gigabyteSecondsPerMonth: 1 }),
    },
  };
}

/** In seconds. */
const durations = {
  millisecond: 0.001,
  second: 1,
  minute: 60,
  hour: 3600,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
};

/** In megabytes, by the signs that are the same in every language. */
const sizes: ReadonlyMap<string, number> = new Map(
  Object.entries({
    b: 1 / 1_048_576,
    // A letter alone, as in -Xmx512m, is a unit here and no thousand or million.
    'k,kb,ki,kib': 1 / 1024,
    'm,mb,mi,mib': 1,
    'g,gb,gi,gib': 1024,
    't,tb,ti,tib': 1_048_576,
  }).flatMap(([words, megabytes]) => words.split(',').map(word => [word, megabytes] as const)),
);

function printDuration(seconds: number): string {
  if (seconds === 0) return printUnit(0, 'second');
  if (seconds < 1) return printUnit(seconds * 1000, 'millisecond', 'short');
  // 230 seconds is a number that people know; as 3.83 minutes they would not recognise it.
  const loses = Number.isInteger(seconds) && seconds < 1000 && Number((seconds / 60).toPrecision(3)) * 60 !== seconds;
  if (seconds < 120 || loses) return printUnit(seconds, 'second');
  if (seconds < 2 * 3600 && seconds !== 3600) return printUnit(seconds / 60, 'minute');
  if (seconds < 2 * day) return printUnit(seconds / 3600, 'hour');
  if (seconds < 730 * day) return printUnit(seconds / day, 'day');
  return printUnit(seconds / (365 * day), 'year');
}

function printSize(megabytes: number): string {
  const gigabytes = megabytes / 1024;
  // 1,769 MB is a number that people know; as 1.73 GB they would not recognise it.
  const loses =
    Number.isInteger(megabytes) && megabytes < 10_000 && Number(gigabytes.toPrecision(3)) * 1024 !== megabytes;
  if (megabytes >= 1024 && !loses) return printUnit(gigabytes, 'gigabyte', 'short');
  if (megabytes >= 1 || megabytes === 0) return printUnit(megabytes, 'megabyte', 'short');
  const kilobytes = megabytes * 1024;
  return say('quantity.kilobytes', { number: printNumber(kilobytes >= 10 ? Math.round(kilobytes) : kilobytes) });
}

function printUnit(value: number, unit: string, unitDisplay: 'short' | 'long' = 'long'): string {
  return writeNumber(value, { style: 'unit', unit, unitDisplay, ...roundedTo(value, 3) });
}

function printNumber(value: number): string {
  return writeNumber(value, roundedTo(value, 3));
}

const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

function printDollars(value: number, digits: Intl.NumberFormatOptions): string {
  // Of millions and more only the name of the currency leaves the words: its sign would make them "$1.5m".
  const currencyDisplay = value >= 1e6 ? 'name' : 'narrowSymbol';
  const currency = { style: 'currency', currency: 'USD', currencyDisplay } as const;
  return writeNumber(value, { ...currency, minimumFractionDigits: 0, ...digits });
}

/** Rounds to significant digits, never cutting whole ones but of millions and more, which are written in words. */
function roundedTo(value: number, digits: number): Intl.NumberFormatOptions {
  if (value >= 1e6) return { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: digits };
  return value >= 10 ** (digits - 1) ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits };
}
