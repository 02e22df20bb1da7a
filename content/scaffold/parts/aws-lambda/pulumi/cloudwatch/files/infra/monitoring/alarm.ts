import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { prefix } from '../settings.ts';
import type { Shared } from '../shared.ts';

export interface AlarmArgs {
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  /** For example `Sum`, `Maximum` or a percentile as `p99`. */
  readonly statistic: string;
  /** Seconds. */
  readonly period: number;
  /** How many periods in a row. */
  readonly periods: number;
  /** From this value on. */
  readonly threshold: number;
}

/** An alarm that tells when it begins and when it is over. No data is no trouble: nothing happened. */
export function createAlarm(name: string, shared: Shared, args: AlarmArgs): void {
  const isPercentile = args.statistic.startsWith('p');
  new aws.cloudwatch.MetricAlarm(name, {
    name: `${prefix}-${name}`,
    alarmDescription: args.description,
    namespace: args.namespace,
    metricName: args.metric,
    dimensions: args.dimensions,
    ...(isPercentile ? { extendedStatistic: args.statistic } : { statistic: args.statistic }),
    period: args.period,
    evaluationPeriods: args.periods,
    threshold: args.threshold,
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [...shared.alarmActions],
    okActions: [...shared.alarmActions],
  });
}
