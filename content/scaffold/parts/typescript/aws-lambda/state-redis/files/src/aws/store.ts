import { createClient } from '@redis/client';
import type { OrderStore } from '../orders/store';
import { logger } from './observability';
import { setting } from './settings';

/** Thirty days. Without an end the memory would be full one day, and Redis would refuse or drop records. */
const expiresAfterSeconds = 30 * 24 * 60 * 60;
const timeoutMillis = 2000;

/** Records as texts in Redis. The address begins with rediss://, so the connection is encrypted. */
export function openStore(): OrderStore {
  const client = createClient({
    url: setting('REDIS_URL'),
    // The older protocol does all that is needed here, and saves a round trip with each new connection.
    RESP: 2,
    socket: {
      connectTimeout: timeoutMillis,
      // A function that slept for long finds its connection dead: it tries again quickly, and gives up while there is
      // still time to say why.
      reconnectStrategy: retries => (retries < 3 ? 100 * 2 ** retries : new Error('Redis cannot be reached.')),
    },
    commandOptions: { timeout: timeoutMillis },
  });
  // Without a listener a lost connection would end the process.
  client.on('error', (error: Error) => logger.warn('Connection to Redis', error));

  let connecting: Promise<unknown> | undefined;
  /** The connection, made with the first command and kept for the calls after it. */
  async function connected(): Promise<typeof client> {
    if (client.isOpen) return client;
    connecting ??= client.connect().finally(() => {
      connecting = undefined;
    });
    await connecting;
    return client;
  }

  /** The client's own time-out ends when a command is sent. If no answer comes after that, the connection is given up. */
  async function answered<Answer>(command: Promise<Answer>): Promise<Answer> {
    const timer = setTimeout(() => client.destroy(), timeoutMillis);
    try {
      return await command;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async save(id, value) {
      const redis = await connected();
      const expiration = { type: 'EX', value: expiresAfterSeconds } as const;
      // NX: only if there is no such key yet.
      await answered(redis.set(keyOf(id), JSON.stringify(value), { condition: 'NX', expiration }));
    },
    async find(id) {
      const redis = await connected();
      const text = await answered(redis.get(keyOf(id)));
      return text === null ? undefined : JSON.parse(text);
    },
  };
}

function keyOf(id: string): string {
  return `orders:${id}`;
}
