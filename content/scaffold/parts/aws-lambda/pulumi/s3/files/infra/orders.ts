import * as pulumi from '@pulumi/pulumi';
import { createBucket } from './buckets.ts';
import type { Extra } from './shared.ts';

/** The orders, an object each. */
export function createOrders(): Extra {
  const bucket = createBucket('orders');
  return {
    environment: () => ({ ORDERS_BUCKET: bucket.bucket }),
    statements: [
      { Sid: 'KeepOrders', Action: 's3:PutObject', Resource: pulumi.interpolate`${bucket.arn}/orders/*` },
    ],
    reading: [
      { Sid: 'ReadOrders', Action: 's3:GetObject', Resource: pulumi.interpolate`${bucket.arn}/orders/*` },
      // Without it S3 answers that it may not say whether an order exists, instead of that there is none.
      { Sid: 'TellWhatIsMissing', Action: 's3:ListBucket', Resource: bucket.arn },
    ],
  };
}
