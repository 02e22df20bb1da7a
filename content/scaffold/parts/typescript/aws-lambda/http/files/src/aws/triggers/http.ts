import { STATUS_CODES } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
// <% slot import-find %>
import { BusyError } from '../../orders/once';
import { parseJson } from '../../orders/order';
import { type OrderPorts, placeOrder } from '../../orders/place-order';
import type { Dependencies } from '../dependencies';
import { observed } from '../observability';
import { report } from '../report';

type Request = APIGatewayProxyEventV2;
type Answer = APIGatewayProxyStructuredResultV2;

interface Route {
  readonly method: string;
  /** Against the whole path. A group named id is what the answer is asked for. */
  readonly path: RegExp;
  answer(ports: OrderPorts, request: Request, id: string): Promise<Answer>;
}

/** The largest order that is allowed is well below; what is larger is not even parsed. */
const maxBodyBytes = 64 * 1024;

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/health$/, answer: async () => json(200, { status: 'ok' }) },
  { method: 'POST', path: /^\/orders$/, answer: postOrder },
  // <% slot routes %>
];

/** An exception is left to the platform: the caller gets a 500 without details, and the alarm for errors sees it. */
export function http(dependencies: Dependencies) {
  return observed<Request, Answer>(
    request => request.requestContext.requestId,
    async (request, context) => {
      const ports = { ...dependencies, once: dependencies.onceFor(context) };
      const { method } = request.requestContext.http;
      const matching = routes.filter(({ path }) => path.test(request.rawPath));
      const route = matching.find(candidate => candidate.method === method);
      if (route) return route.answer(ports, request, route.path.exec(request.rawPath)?.groups?.id ?? '');
      if (matching.length === 0) return problem(404, 'There is nothing at this path.');
      const allow = matching.map(candidate => candidate.method).join(', ');
      return problem(405, `This path answers ${allow}.`, undefined, { allow });
    },
  );
}

async function postOrder(ports: OrderPorts, request: Request): Promise<Answer> {
  const body = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > maxBodyBytes) return problem(400, `The body is larger than ${maxBodyBytes} bytes.`);
  try {
    const outcome = await placeOrder(parseJson(body.toString('utf8')), ports);
    report(outcome, {});
    if (outcome.kind === 'placed') return json(201, outcome.order);
    if (outcome.kind === 'conflict') return problem(409, 'The order was not placed.', outcome.problems);
    return problem(400, 'The order was not placed.', outcome.problems);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    return problem(409, 'The same order is being placed at this moment.', undefined, { 'retry-after': '1' });
  }
}

// <% slot answers apart %>

function json(statusCode: number, body: object): Answer {
  return { statusCode, headers: headersOf('application/json'), body: JSON.stringify(body) };
}

/** A problem as RFC 9457 describes it: the title says what kind it is, the detail what was wrong this time. */
function problem(
  statusCode: number,
  detail: string,
  problems: readonly string[] = [],
  headers: Record<string, string> = {},
): Answer {
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[statusCode],
    status: statusCode,
    detail,
    ...(problems.length > 0 && { problems }),
  };
  return {
    statusCode,
    headers: { ...headersOf('application/problem+json'), ...headers },
    body: JSON.stringify(body),
  };
}

function headersOf(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
}
