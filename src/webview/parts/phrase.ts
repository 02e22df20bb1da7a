import type { Counted } from '../../protocol/report';

/** A phrase with its `{0}`, `{1}` and so on filled. Values are text: whatever they hold, nothing in them is filled again. */
export function fillIn(phrase: string, ...values: readonly (string | number)[]): string {
  return phrase.replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)] ?? ''));
}

/** The form of a phrase that goes with a count, with the count at `{0}` and further values behind it. */
export function count(phrase: Counted, amount: number, language: string, ...values: readonly string[]): string {
  const form = new Intl.PluralRules(language).select(amount) === 'one' ? phrase.one : phrase.other;
  return fillIn(form, amount.toLocaleString(language), ...values);
}

/** A day (2026-11-12) as the language writes it. The day itself must not shift with the reader's time zone. */
export function printDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A share from 0 to 1 in percent. Only all is 100% and only nothing is 0%: rounding must not claim more. */
export function printShare(share: number, language: string): string {
  const percent = share <= 0 || share >= 1 ? share : Math.min(Math.max(share, 0.01), 0.99);
  return percent.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}
