/** `key=value,key=value`, as OTEL_EXPORTER_OTLP_HEADERS would have it; values are percent-encoded where they must be. */
export function headersOf(secret: string): Record<string, string> {
  const pairs = secret.split(',').map(pair => {
    const [key = '', ...value] = pair.split('=');
    return [key.trim(), decodeURIComponent(value.join('=').trim())] as const;
  });
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}
