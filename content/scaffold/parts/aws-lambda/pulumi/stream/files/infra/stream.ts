import * as aws from '@pulumi/aws';
import { OrderFunction } from './function.ts';
import { createDeadLetters } from './queues.ts';
import { functionSettings, prefix } from './settings.ts';
import type { Shared } from './shared.ts';

export interface StreamTrigger {
  readonly function: OrderFunction;
  readonly source: aws.kinesis.Stream;
  readonly deadLetters: aws.sqs.Queue;
}

/** Orders that come as records, in the order of their keys. */
export function createStream(shared: Shared): StreamTrigger {
  const deadLetters = createDeadLetters('stream');
  const source = new aws.kinesis.Stream('orders', {
    name: `${prefix}-stream`,
    streamModeDetails: { streamMode: 'ON_DEMAND' },
    // What is set aside names the records and does not hold them: four days are the time to fetch them from here.
    retentionPeriod: 96,
    encryptionType: 'KMS',
    kmsKeyId: 'alias/aws/kinesis',
  });
  const stream = new OrderFunction('stream', {
    description: 'Takes orders from the stream',
    shared,
    statements: [
      {
        Sid: 'ReadRecords',
        Action: [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
        ],
        Resource: source.arn,
      },
      { Sid: 'SetFailuresAside', Action: 'sqs:SendMessage', Resource: deadLetters.arn },
    ],
  });
  new aws.lambda.EventSourceMapping(
    'stream-source',
    {
      eventSourceArn: source.arn,
      functionName: stream.live.arn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      maximumBatchingWindowInSeconds: 1,
      parallelizationFactor: functionSettings('stream').concurrency,
      // A bad record would hold up its shard until it expires. Halving the batch finds it; then it is set aside.
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 5,
      maximumRecordAgeInSeconds: 21_600,
      destinationConfig: { onFailure: { destinationArn: deadLetters.arn } },
    },
    { parent: stream },
  );
  return { function: stream, source, deadLetters };
}
