import * as aws from '@pulumi/aws';
import { isDev, prefix } from './settings.ts';
import type { Extra } from './shared.ts';

/** The orders, in a table that is paid per request and can be taken back to any second of the last 35 days. */
export function createOrders(): Extra {
  const table = new aws.dynamodb.Table(
    'orders',
    {
      name: `${prefix}-orders`,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attributes: [{ name: 'id', type: 'S' }],
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true },
      // Outside dev, AWS refuses to delete the table until somebody turns this off, and Pulumi refuses even to try.
      deletionProtectionEnabled: !isDev,
    },
    { protect: !isDev },
  );
  return {
    environment: () => ({ ORDERS_TABLE: table.name }),
    statements: [{ Sid: 'KeepOrders', Action: 'dynamodb:PutItem', Resource: table.arn }],
    reading: [{ Sid: 'ReadOrders', Action: 'dynamodb:GetItem', Resource: table.arn }],
  };
}
