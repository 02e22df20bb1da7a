/** The secret is the licence key and nothing else. */
export function headersOf(secret: string): Record<string, string> {
  return { 'api-key': secret.trim() };
}
