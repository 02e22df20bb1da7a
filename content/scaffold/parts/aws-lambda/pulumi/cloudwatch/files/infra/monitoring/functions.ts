import type { OrderFunction } from '../function.ts';
import type { Shared } from '../shared.ts';
import { createAlarm } from './alarm.ts';
import type { Graph } from './dashboard.ts';

/** Alarms of every function, beside the one for errors, and what the dashboard shows of them. */
export function watchFunctions(
  triggers: Readonly<Record<string, { function: OrderFunction }>>,
  shared: Shared,
): Graph[] {
  const functions = Object.values(triggers).map(trigger => trigger.function);
  for (const { trigger, name, settings } of functions) {
    const metrics = { namespace: 'AWS/Lambda', dimensions: { FunctionName: name }, period: 60 };
    createAlarm(`${trigger}-throttles`, shared, {
      ...metrics,
      description: `${name} was refused: more calls at once than the function or the account may run.`,
      metric: 'Throttles',
      statistic: 'Sum',
      periods: 3,
      threshold: 1,
    });
    createAlarm(`${trigger}-duration`, shared, {
      ...metrics,
      description: `${name} takes more than four fifths of its time-out. Soon calls will be cut off.`,
      metric: 'Duration',
      statistic: 'p99',
      periods: 5,
      threshold: settings.timeout * 1000 * 0.8,
    });
  }
  const ofAll = (metric: string, statistic: string) =>
    functions.map(({ name }) => ['AWS/Lambda', metric, 'FunctionName', name, { stat: statistic }]);
  return [
    { title: 'Calls', metrics: ofAll('Invocations', 'Sum') },
    { title: 'Errors and throttles', metrics: [...ofAll('Errors', 'Sum'), ...ofAll('Throttles', 'Sum')] },
    { title: 'Duration, 99th percentile (ms)', metrics: ofAll('Duration', 'p99') },
    { title: 'Calls at the same time', metrics: ofAll('ConcurrentExecutions', 'Maximum') },
  ];
}
