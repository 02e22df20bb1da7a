/** Whether a value of JSON is an object: what may be in it has to be looked at one by one. A list is none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
