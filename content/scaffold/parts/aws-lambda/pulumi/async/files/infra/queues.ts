import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { denyPlaintext, policy, type Statement } from './policy.ts';
import { prefix } from './settings.ts';

const days = 86_400;

/** A service that puts messages into a queue by itself, and for which of its resources it may. */
export interface Sender {
  readonly service: string;
  readonly sourceArn: pulumi.Input<string>;
}

/**
 * The place for what failed each time. An event waits here for 14 days, the longest that SQS can keep it
 * (docs.aws.amazon.com, SQS quotas, 2026-11), until somebody has mended the cause and sends it on.
 */
export function createDeadLetters(trigger: string, sender?: Sender): aws.sqs.Queue {
  return createQueue(`${trigger}-dead-letters`, { messageRetentionSeconds: 14 * days }, sender);
}

/** A queue that is encrypted, at rest and on the way. */
export function createQueue(name: string, args: aws.sqs.QueueArgs, sender?: Sender): aws.sqs.Queue {
  const queue = new aws.sqs.Queue(name, { name: `${prefix}-${name}`, sqsManagedSseEnabled: true, ...args });
  const allowSender: Statement[] = sender
    ? [
        {
          Sid: 'AllowSender',
          Principal: { Service: sender.service },
          Action: 'sqs:SendMessage',
          Resource: queue.arn,
          Condition: { ArnEquals: { 'aws:SourceArn': sender.sourceArn } },
        },
      ]
    : [];
  new aws.sqs.QueuePolicy(name, {
    queueUrl: queue.url,
    policy: policy(denyPlaintext('sqs:*', queue.arn), ...allowSender),
  });
  return queue;
}
