import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A registry on this machine that knows one thing: its answer to the question for known weaknesses. */
export interface Registry {
  readonly address: string;
  /** The names of the packages that it has been asked about. */
  asked(): readonly string[];
  close(): void;
}

/** A weakness in every version of a package, as a registry tells of it. */
export function weakness(severity: 'low' | 'high'): object {
  return {
    id: 1,
    title: 'Something is wrong with it',
    url: 'https://example.org/advisory',
    severity,
    vulnerable_versions: '>=0',
    cwe: [],
    cvss: { score: 0, vectorString: null },
  };
}

/** Starts one; a body that is no text is sent as JSON. */
export async function startRegistry(status: number, body: unknown): Promise<Registry> {
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const isBulk = request.url === '/-/npm/v1/security/advisories/bulk';
      // npm falls back to an older form of the question.
      const isQuestion = request.method === 'POST' && request.url?.startsWith('/-/npm/v1/security/') === true;
      if (isBulk)
        for (const name of Object.keys(JSON.parse(String(gunzipSync(Buffer.concat(chunks)))))) asked.add(name);
      response.writeHead(isQuestion ? status : 404, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(isQuestion ? body : {}));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => [...asked],
    close: () => server.close(),
  };
}

/** Has npm ask a registry at this address, once and whatever this machine has configured; it keeps answers, so each has a cache. */
export function npmSettings(address: string, caches: string): NodeJS.ProcessEnv {
  const npm_config_cache = join(caches, `npm-${new URL(address).port}`);
  return { npm_config_registry: address, npm_config_cache, npm_config_fetch_retries: '0' };
}
