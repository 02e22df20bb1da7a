import type { EventBridgeEvent } from 'aws-lambda';
import { type Outcome, placeOrder } from '../../orders/place-order';
import type { Dependencies } from '../dependencies';
import { observed } from '../observability';
import { report } from '../report';

type OrderRequested = EventBridgeEvent<'OrderRequested', unknown>;

/**
 * An order per event. A bad order is reported and done with: it would stay bad however often it came. A failure is an
 * exception, after which Lambda tries again and in the end sets the event aside.
 */
export function events(dependencies: Dependencies) {
  return observed<OrderRequested, Outcome>(
    event => event.id,
    async (event, context) => {
      const outcome = await placeOrder(event.detail, { ...dependencies, once: dependencies.onceFor(context) });
      report(outcome, { eventId: event.id, source: event.source });
      return outcome;
    },
  );
}
