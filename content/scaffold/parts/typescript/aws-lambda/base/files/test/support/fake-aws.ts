import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Item = Record<string, { S?: string; N?: string }>;

/** The part of a request to DynamoDB that matters here. */
interface TableRequest {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: { readonly id: { readonly S: string } };
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Item;
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** What the imitation holds. Tests look into it, and break it on purpose. */
export const cloud = {
  tables: new Map<string, Map<string, Item>>(),
  // <% slot fake-cloud %>
  /** The next requests whose path or body contains this text fail, as in an outage. */
  broken: undefined as string | undefined,
  /** What was asked, for example "DynamoDB_20120810.PutItem". */
  requests: [] as string[],
};

/** Imitates as much of AWS as these functions use, so that the tests try the real clients, conditions and time-outs. */
export async function startFakeAws(): Promise<{ url: string; reset(): void }> {
  const server = createServer(async (request, response) => {
    const { status, body } = replyTo(request, await text(request));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reset() {
      cloud.tables.clear();
      // <% slot fake-reset %>
      cloud.broken = undefined;
      cloud.requests.length = 0;
    },
  };
}

function replyTo(request: IncomingMessage, body: string): Reply {
  const path = (request.url ?? '').replace(/\?.*$/, '');
  const target = String(request.headers['x-amz-target'] ?? '');
  cloud.requests.push(target || `${request.method} ${path}`);
  if (cloud.broken && `${path} ${body}`.includes(cloud.broken)) return refusal('AccessDeniedException');
  if (target.startsWith('DynamoDB_')) return replyOfTable(target, JSON.parse(body) as TableRequest);
  // <% slot fake-answer %>
  return refusal('UnknownOperationException');
}

function replyOfTable(target: string, request: TableRequest): Reply {
  const table = cloud.tables.get(request.TableName) ?? new Map<string, Item>();
  cloud.tables.set(request.TableName, table);
  const id = request.Key?.id.S ?? request.Item?.id?.S ?? '';
  const existing = table.get(id);
  if (target.endsWith('.GetItem')) return success(existing ? { Item: existing } : {});
  if (target.endsWith('.DeleteItem')) table.delete(id);
  if (target.endsWith('.UpdateItem')) table.set(id, updated(existing ?? request.Key ?? {}, request));
  if (target.endsWith('.PutItem')) {
    // Every condition here means "unless it is there".
    if (existing && request.ConditionExpression) return refusal('ConditionalCheckFailedException', { Item: existing });
    table.set(id, request.Item ?? {});
  }
  return success({});
}

/** What "SET #a = :a, #b = :b" makes of an item. */
function updated(item: Item, request: TableRequest): Item {
  const changes = [...(request.UpdateExpression ?? '').matchAll(/(#\w+) = (:\w+)/g)].flatMap(([, name, value]) => {
    const field = request.ExpressionAttributeNames?.[name ?? ''];
    const content = request.ExpressionAttributeValues?.[value ?? ''];
    return field && content ? [[field, content] as const] : [];
  });
  return { ...item, ...Object.fromEntries(changes) };
}

// <% slot fake-functions apart %>

function success(body: object): Reply {
  return { status: 200, body: JSON.stringify(body) };
}

/** With 400, because the SDK does not try again after it: a test of an outage need not wait. */
function refusal(type: string, more: object = {}): Reply {
  return { status: 400, body: JSON.stringify({ __type: type, message: type, ...more }) };
}
