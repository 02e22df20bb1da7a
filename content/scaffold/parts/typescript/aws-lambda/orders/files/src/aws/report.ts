import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Outcome } from '../orders/place-order';
import { logger, metrics } from './observability';

/**
 * Logs and counts what became of an order; `origin` tells where to find it again. A repeated order is not counted: the
 * metric is the number of orders, not of deliveries. Of an order the log has its id and its total: who ordered what is
 * the customer's matter and stays out of it.
 */
export function report(outcome: Outcome, origin: Record<string, string | number>): void {
  if (outcome.kind === 'placed') {
    const { id, total } = outcome.order;
    if (!outcome.repeated) metrics.addMetric('OrdersPlaced', MetricUnit.Count, 1);
    logger.info('Order placed', { orderId: id, total, repeated: outcome.repeated, ...origin });
    return;
  }
  metrics.addMetric('OrdersRejected', MetricUnit.Count, 1);
  logger.warn('Order rejected', { reason: outcome.kind, problems: outcome.problems, ...origin });
}
