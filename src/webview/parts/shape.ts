/** What a page asks of a message before it takes it for what it should be. */

import { isRecord } from '../../core/language/record';

type Tests<T> = { readonly [Key in keyof T]?: (value: unknown) => boolean };

/** Whether it is an object whose entries pass their tests. */
export function has<T>(value: unknown, tests: Tests<T>): value is T {
  if (!isRecord(value)) return false;
  return Object.entries<((value: unknown) => boolean) | undefined>(tests).every(([key, test]) => test?.(value[key]));
}

export function orNull(test: (value: unknown) => boolean): (value: unknown) => boolean {
  return value => value === null || test(value);
}

export function isListOfObjects(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isRecord);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
