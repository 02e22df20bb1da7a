import { SSMProvider } from '@aws-lambda-powertools/parameters/ssm';
import { SSMClient } from '@aws-sdk/client-ssm';
import { hmacSigner, type Signer } from '../orders/signer';
import { clientSettings } from './clients';
import { setting } from './settings';

/** In seconds. So long a changed key may take to arrive; the free tier of Parameter Store has a low limit of calls. */
const maxAge = 300;

/** Signs with the key in Parameter Store. It is fetched when it is first needed, and its value is written nowhere. */
export function openSigner(): Signer {
  const parameters = new SSMProvider({ awsSdkV3Client: new SSMClient(clientSettings) });
  return hmacSigner(async () => {
    const key = await parameters.get(setting('SIGNING_KEY_PARAMETER'), { decrypt: true, maxAge });
    if (!key) throw new Error('The parameter of the signing key has no value.');
    return key;
  });
}
