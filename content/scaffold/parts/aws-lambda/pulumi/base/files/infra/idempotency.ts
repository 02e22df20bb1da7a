import * as aws from '@pulumi/aws';
import { prefix } from './settings.ts';
import type { Extra } from './shared.ts';

/**
 * What has been done already, by the key of each event. Triggers deliver some events twice; the second time, a function finds
 * the first answer here and does nothing. Records expire by themselves, so there is no backup: it would bring back only what
 * has expired.
 */
export function createIdempotency(): Extra {
  const table = new aws.dynamodb.Table('idempotency', {
    name: `${prefix}-idempotency`,
    billingMode: 'PAY_PER_REQUEST',
    hashKey: 'id',
    attributes: [{ name: 'id', type: 'S' }],
    ttl: { attributeName: 'expiration', enabled: true },
    // With a key of the account, every use of it stands in CloudTrail.
    serverSideEncryption: { enabled: true },
  });
  return {
    environment: () => ({ IDEMPOTENCY_TABLE: table.name }),
    statements: [
      {
        Sid: 'RememberWhatIsDone',
        Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        Resource: table.arn,
      },
    ],
  };
}
