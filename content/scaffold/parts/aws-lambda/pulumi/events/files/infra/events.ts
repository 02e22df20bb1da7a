import * as aws from '@pulumi/aws';
import { OrderFunction } from './function.ts';
import { createDeadLetters } from './queues.ts';
import { functionSettings, prefix } from './settings.ts';
import type { Shared } from './shared.ts';

export interface Events {
  readonly function: OrderFunction;
  readonly bus: aws.cloudwatch.EventBus;
  readonly deadLetters: aws.sqs.Queue;
}

/** Orders that other systems put on the bus. */
export function createEvents(shared: Shared): Events {
  // A bus of its own: who may send here cannot touch the events of AWS itself, which arrive on the default bus.
  const bus = new aws.cloudwatch.EventBus('bus', { name: prefix });
  const rule = new aws.cloudwatch.EventRule('events-order-requested', {
    name: `${prefix}-order-requested`,
    description: 'Orders, from any source',
    eventBusName: bus.name,
    eventPattern: JSON.stringify({ 'detail-type': ['OrderRequested'] }),
  });
  const deadLetters = createDeadLetters('events', { service: 'events.amazonaws.com', sourceArn: rule.arn });
  const events = new OrderFunction('events', {
    description: 'Takes orders from the event bus',
    shared,
    concurrency: functionSettings('events').concurrency,
    failures: deadLetters,
  });
  const permission = new aws.lambda.Permission(
    'events-permission',
    {
      action: 'lambda:InvokeFunction',
      function: events.function.name,
      qualifier: events.live.name,
      principal: 'events.amazonaws.com',
      sourceArn: rule.arn,
    },
    { parent: events },
  );
  new aws.cloudwatch.EventTarget(
    'events-target',
    {
      rule: rule.name,
      eventBusName: bus.name,
      targetId: 'function',
      arn: events.live.arn,
      // Two places where an event can fail: on the way to Lambda, which is this one, and in the function, which has its own.
      retryPolicy: { maximumRetryAttempts: 20, maximumEventAgeInSeconds: 3600 },
      deadLetterConfig: { arn: deadLetters.arn },
    },
    { parent: events, dependsOn: [permission] },
  );
  return { function: events, bus, deadLetters };
}
