import { type AddressInfo, createServer, type Socket } from 'node:net';

const values = new Map<string, string>();

/** What the imitation sees, and whether it keeps silent instead of answering. */
export const fakeRedis = { connections: new Set<Socket>(), silent: false };

/** As much of Redis as the store uses, without TLS: what a real one adds is the matter of the client. */
export async function startFakeRedis(): Promise<{ url: string; reset(): void }> {
  const server = createServer(socket => {
    fakeRedis.connections.add(socket);
    socket.on('close', () => fakeRedis.connections.delete(socket));
    socket.on('error', () => undefined);
    let received = '';
    socket.on('data', data => {
      received += data.toString('utf8');
      for (let command = takeCommand(); command; command = takeCommand())
        if (!fakeRedis.silent) socket.write(answer(command));
    });

    /** The next whole command that has arrived: "*2\r\n$3\r\nGET\r\n$1\r\na\r\n" is GET a. */
    function takeCommand(): string[] | undefined {
      const [header, count] = /^\*(\d+)\r\n/.exec(received) ?? [];
      if (!header) return undefined;
      let rest = received.slice(header.length);
      const command: string[] = [];
      while (command.length < Number(count)) {
        const [size, length] = /^\$(\d+)\r\n/.exec(rest) ?? [];
        if (!size || rest.length < size.length + Number(length) + 2) return undefined;
        command.push(rest.slice(size.length, size.length + Number(length)));
        rest = rest.slice(size.length + Number(length) + 2);
      }
      received = rest;
      return command;
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, reset: () => values.clear() };
}

function answer([name = '', key = '', value = '', ...options]: string[]): string {
  if (name === 'GET') return textOf(values.get(key));
  if (name === 'SET') {
    if (options.includes('NX') && values.has(key)) return textOf(undefined);
    values.set(key, value);
    return '+OK\r\n';
  }
  // What a client says of itself when it connects.
  return name === 'CLIENT' ? '+OK\r\n' : `-ERR unknown command '${name}'\r\n`;
}

function textOf(value: string | undefined): string {
  return value === undefined ? '$-1\r\n' : `$${Buffer.byteLength(value)}\r\n${value}\r\n`;
}
