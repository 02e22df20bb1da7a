import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { type ClosedDay, closeDay } from '../../orders/close-day';
import type { Dependencies } from '../dependencies';
import { logger, metrics, observed } from '../observability';

/** Of what the scheduler sends, the part that counts: when it meant to call, which need not be when it did. */
export interface ScheduledCall {
  readonly time: string;
}

/** A failure is an exception here: the scheduler calls again, and in the end the alarm for errors sees it. */
export function schedule(dependencies: Dependencies) {
  return observed<ScheduledCall, ClosedDay>(
    () => undefined,
    async ({ time }, context) => {
      const scheduled = new Date(time);
      if (Number.isNaN(scheduled.getTime())) throw new Error(`The scheduled time "${time}" is not a time.`);
      const closed = await closeDay(scheduled, { ...dependencies, once: dependencies.onceFor(context) });
      metrics.addMetric('DaysClosed', MetricUnit.Count, 1);
      logger.info('Day closed', { ...closed });
      return closed;
    },
  );
}
