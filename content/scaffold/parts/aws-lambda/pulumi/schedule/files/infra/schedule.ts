import * as aws from '@pulumi/aws';
import { OrderFunction } from './function.ts';
import { policy, trust } from './policy.ts';
import { createDeadLetters } from './queues.ts';
import { account, functionSettings, prefix } from './settings.ts';
import type { Shared } from './shared.ts';

export interface Schedule {
  readonly function: OrderFunction;
  readonly deadLetters: aws.sqs.Queue;
}

/** Closes the business day each night. */
export function createSchedule(shared: Shared): Schedule {
  const deadLetters = createDeadLetters('schedule');
  const schedule = new OrderFunction('schedule', {
    description: 'Closes the business day',
    shared,
    concurrency: functionSettings('schedule').concurrency,
    failures: deadLetters,
  });
  const parent = { parent: schedule };

  const role = new aws.iam.Role(
    'schedule-caller',
    {
      name: `${prefix}-schedule-caller`,
      description: `EventBridge Scheduler calls ${schedule.name} with it`,
      // Only for this account: nobody else's schedules may borrow the role.
      assumeRolePolicy: trust('scheduler.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } }),
    },
    parent,
  );
  const rights = new aws.iam.RolePolicy(
    'schedule-caller-rights',
    {
      name: 'call',
      role: role.name,
      policy: policy(
        { Sid: 'Call', Action: 'lambda:InvokeFunction', Resource: schedule.live.arn },
        { Sid: 'SetFailuresAside', Action: 'sqs:SendMessage', Resource: deadLetters.arn },
      ),
    },
    parent,
  );

  const group = new aws.scheduler.ScheduleGroup('schedule-group', { name: prefix }, parent);
  new aws.scheduler.Schedule(
    'schedule-close-day',
    {
      name: `${prefix}-close-day`,
      groupName: group.name,
      description: 'Closes the business day before',
      scheduleExpression: 'cron(0 2 * * ? *)',
      // In UTC no hour of the year is missing or there twice.
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: schedule.live.arn,
        roleArn: role.arn,
        // The time that was meant, also when a delivery comes late: the Scheduler fills it in.
        input: JSON.stringify({
          id: '<aws.scheduler.execution-id>',
          source: 'aws.scheduler',
          time: '<aws.scheduler.scheduled-time>',
          resources: ['<aws.scheduler.schedule-arn>'],
        }),
        // For an hour, in case Lambda does not take the call. A call that it took and that failed is the function's affair.
        retryPolicy: { maximumRetryAttempts: 20, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: deadLetters.arn },
      },
    },
    { ...parent, dependsOn: [rights] },
  );
  return { function: schedule, deadLetters };
}
