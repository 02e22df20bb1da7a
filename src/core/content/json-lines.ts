/** Values as text with a line for each. It is nothing but ASCII, which is read without decoding it. */
export function printLines(values: readonly unknown[]): string {
  return values
    .map(value => JSON.stringify(value))
    .join('\n')
    .replaceAll(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
