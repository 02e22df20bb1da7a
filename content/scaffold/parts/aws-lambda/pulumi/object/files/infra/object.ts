import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { createBucket } from './buckets.ts';
import { OrderFunction } from './function.ts';
import { createDeadLetters } from './queues.ts';
import { account, functionSettings } from './settings.ts';
import type { Shared } from './shared.ts';

export interface ObjectTrigger {
  readonly function: OrderFunction;
  readonly bucket: aws.s3.Bucket;
  readonly deadLetters: aws.sqs.Queue;
}

/** Orders that come as files, one a line. */
export function createObject(shared: Shared): ObjectTrigger {
  const deadLetters = createDeadLetters('object');
  const bucket = createBucket('uploads', [
    // Long enough to repeat what went wrong; the orders themselves are elsewhere by then.
    { id: 'done', status: 'Enabled', filter: {}, expiration: { days: 90 } },
  ]);
  const object = new OrderFunction('object', {
    description: 'Takes orders from files in the bucket for uploads',
    shared,
    environment: { UPLOADS_BUCKET: bucket.bucket },
    statements: [
      { Sid: 'ReadUploads', Action: 's3:GetObject', Resource: pulumi.interpolate`${bucket.arn}/*.jsonl` },
    ],
    concurrency: functionSettings('object').concurrency,
    failures: deadLetters,
  });
  const permission = new aws.lambda.Permission(
    'object-permission',
    {
      action: 'lambda:InvokeFunction',
      function: object.function.name,
      qualifier: object.live.name,
      principal: 's3.amazonaws.com',
      sourceArn: bucket.arn,
      // A deleted bucket's name can be taken by another account.
      sourceAccount: account,
    },
    { parent: object },
  );
  new aws.s3.BucketNotification(
    'object-notification',
    {
      bucket: bucket.id,
      lambdaFunctions: [
        { id: 'orders', lambdaFunctionArn: object.live.arn, events: ['s3:ObjectCreated:*'], filterSuffix: '.jsonl' },
      ],
    },
    // S3 tries the call when it is set up.
    { parent: object, dependsOn: [permission] },
  );
  return { function: object, bucket, deadLetters };
}
