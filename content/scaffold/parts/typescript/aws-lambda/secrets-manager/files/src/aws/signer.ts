import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { hmacSigner, type Signer } from '../orders/signer';
import { clientSettings } from './clients';
import { setting } from './settings';

/** In seconds. So long a rotated key may take to arrive, and so seldom the secret is paid for. */
const maxAge = 300;

/** Signs with the key in Secrets Manager. It is fetched when it is first needed, and its value is written nowhere. */
export function openSigner(): Signer {
  const secrets = new SecretsProvider({ awsSdkV3Client: new SecretsManagerClient(clientSettings) });
  return hmacSigner(async () => {
    const key = await secrets.get(setting('SIGNING_KEY_SECRET'), { maxAge });
    if (typeof key !== 'string' || key === '') throw new Error('The secret of the signing key has no value.');
    return key;
  });
}
