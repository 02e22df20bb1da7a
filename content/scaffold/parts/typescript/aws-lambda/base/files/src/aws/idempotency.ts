import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
  IdempotencyValidationError,
  makeIdempotent,
} from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { BusyError, ConflictError, type Once } from '../orders/once';
import { clientSettings } from './clients';
import { setting } from './settings';

/** As long as SQS can keep a message (14 days): what is sent on from a dead-letter queue is still recognised. */
const expiresAfterSeconds = 14 * 24 * 60 * 60;

const persistenceStore = new DynamoDBPersistenceLayer({
  tableName: setting('IDEMPOTENCY_TABLE'),
  awsSdkV3Client: new DynamoDBClient(clientSettings),
});

/**
 * Work that is done once, whichever function it came to: all share one table and one prefix. The context tells how long
 * this call may last; after that, work that never ended may be done by another.
 */
export function onceFor(context: Context): Once {
  const config = new IdempotencyConfig({
    eventKeyJmesPath: 'key',
    payloadValidationJmesPath: 'content',
    throwOnNoIdempotencyKey: true,
    expiresAfterSeconds,
    hashFunction: 'sha256',
    lambdaContext: context,
  });
  return async <Result>(key: string, content: object, work: () => Promise<Result>) => {
    const workOnce = makeIdempotent((_work: { key: string; content: object }) => work(), {
      persistenceStore,
      config,
      keyPrefix: '<% name %>',
    });
    try {
      return (await workOnce({ key, content })) as Result;
    } catch (error) {
      if (error instanceof IdempotencyValidationError) throw new ConflictError(key, { cause: error });
      if (error instanceof IdempotencyAlreadyInProgressError) throw new BusyError(key, { cause: error });
      throw error;
    }
  };
}
