import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';

/** Both take their names and levels from the environment (POWERTOOLS_…). */
export const logger = new Logger();
/** Metrics travel as log lines: nothing is called, and nothing can fail or slow down an answer. */
export const metrics = new Metrics();

/**
 * A handler whose log lines carry the ids of the call and what it belongs to, and whose failure is logged before the
 * platform sees it.
 */
export function observed<Event, Result>(
  correlationIdOf: (event: Event) => string | undefined,
  handler: (event: Event, context: Context) => Promise<Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async (event, context) => {
    logger.addContext(context);
    logger.setCorrelationId(correlationIdOf(event) ?? context.awsRequestId);
    try {
      return await handler(event, context);
    } catch (error) {
      logger.error('The call failed.', error as Error);
      throw error;
    } finally {
      // Without any, the library would write a warning for each health check.
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    }
  };
}
