import type { Counted } from '../../protocol/report';

/** How a language counts, and how it writes numbers, shares, days and lists. */
function writingOf(language: string) {
  return {
    form: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(language),
    share: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }),
    // The day itself must not shift with the reader's time zone.
    day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
    list: new Intl.ListFormat(language, { style: 'narrow' }),
  };
}

let writing = writingOf('en');

/** Says once, before anything is drawn, which language (a BCP 47 tag) the page is in. */
export function setLanguage(language: string): void {
  writing = writingOf(language);
}

/**
 * A phrase with its `{0}`, `{1}` and so on filled; numbers are written as the language does. Values are text: whatever
 * they hold, nothing in them is filled again.
 */
export function fillIn(phrase: string, ...values: readonly (string | number)[]): string {
  return phrase.replace(/\{(\d)\}/g, (_whole, index: string) => {
    const value = values[Number(index)] ?? '';
    return typeof value === 'number' ? printNumber(value) : value;
  });
}

/** The form of a phrase that goes with a count, with the count at `{0}` and further values behind it. */
export function count(phrase: Counted, amount: number, ...values: readonly (string | number)[]): string {
  return fillIn(writing.form.select(amount) === 'one' ? phrase.one : phrase.other, amount, ...values);
}

/** A number as the language writes it. */
export function printNumber(number: number): string {
  return writing.number.format(number);
}

/** A day (2026-11-12) as the language writes it. */
export function printDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : writing.day.format(date);
}

/** A share from 0 to 1 in percent. Only all is 100% and only nothing is 0%: rounding must not claim more. */
export function printShare(share: number): string {
  return writing.share.format(share <= 0 || share >= 1 ? share : Math.min(Math.max(share, 0.01), 0.99));
}

/** Things in a row, with what the language puts between them. */
export function inList<Item>(items: readonly Item[]): (Item | string)[] {
  const places = items.map((_, index) => String(index));
  return writing.list
    .formatToParts(places)
    .map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? '') : value));
}
