// node:assert does not exist in a web worker; these few are all that the smoke tests need.

export function ok(value: unknown, message = 'expected something true'): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: T, expected: T): void {
  ok(Object.is(actual, expected), `expected ${print(expected)}, got ${print(actual)}`);
}

function print(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
