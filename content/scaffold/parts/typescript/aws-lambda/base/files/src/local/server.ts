import './environment';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
// <% slot import-telemetry %>
// <% slot import-events %>
// <% slot import-http %>
// <% slot import-object %>
// <% slot import-queue %>
// <% slot import-schedule %>
// <% slot import-stream %>
import { contextFor } from './context';
import { dependencies } from './dependencies';
// <% slot import-http-event %>
// <% slot import-uploads %>

type Handler = (event: never, context: Context) => Promise<unknown>;

const functions: Record<string, Handler> = {
  // <% slot functions %>
};
// <% slot traced %>

/** Runs a function with the event in the body or, without a body, with the sample in events/. */
async function runTrigger(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!handler) return send(response, 404, { error: `There is no trigger "${name}".` });
  const body = await text(request);
  let event: unknown;
  try {
    event = JSON.parse(body || (await readFile(`events/${name}.json`, 'utf8')));
  } catch {
    return send(response, 400, { error: 'The body is not JSON.' });
  }
  const result = await handler(event as never, contextFor(name));
  send(response, 200, result ?? null);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body, undefined, 2)}\n`);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, trigger] = /^\/_triggers\/([^/]+)$/.exec(pathname) ?? [];
  if (trigger && request.method === 'POST') return runTrigger(trigger, request, response);
  // <% slot answer %>
  return send(response, 404, { error: `Nothing here. Try POST /_triggers/${Object.keys(functions)[0]}.` });
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    // In the cloud the gateway would answer 500, or the event would come again.
    send(response, 500, { error: 'The function failed; the reason is in the terminal.' });
  });
});

// Only this machine may ask: nothing here checks who calls.
server.listen(Number(process.env.PORT ?? 3000), 'localhost', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening at http://localhost:${port}`);
  for (const name of Object.keys(functions)) console.log(`  POST /_triggers/${name}`);
});
