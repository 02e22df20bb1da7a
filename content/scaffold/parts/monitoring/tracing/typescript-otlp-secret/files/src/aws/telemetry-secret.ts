import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientSettings } from './clients';

/** A new key is in use after this time at the latest, without a deployment. */
const keptMillis = 15 * 60 * 1000;

let client: SecretsManagerClient | undefined;
let kept: { headers: Promise<Record<string, string>>; until: number } | undefined;

/** The headers that open the backend, from the secret that TELEMETRY_SECRET names. A failure is not kept. */
export function headersFromSecret(): Promise<Record<string, string>> {
  if (kept && Date.now() < kept.until) return kept.headers;
  const headers = read(process.env.TELEMETRY_SECRET);
  kept = { headers, until: Date.now() + keptMillis };
  headers.catch(() => {
    kept = undefined;
  });
  return headers;
}

async function read(name: string | undefined): Promise<Record<string, string>> {
  if (!name) return {};
  client ??= new SecretsManagerClient(clientSettings);
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  return headersOf(SecretString);
}

// <% slot headers %>
