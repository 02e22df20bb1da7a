import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const script = join(__dirname, '..', '..', 'scripts', 'audit.mjs');

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A weakness in every version of a package that we ship, as a registry tells of it. */
const weakness = {
  id: 1,
  title: 'Something is wrong with it',
  url: 'https://example.org/advisory',
  severity: 'low',
  vulnerable_versions: '>=0',
  cwe: [],
  cvss: { score: 0, vectorString: null },
};

describe('The audit of what is shipped', function () {
  this.timeout(60_000);
  let cache: string;
  let registry: Server | undefined;
  /** The names of the packages that the registry was asked about. */
  let asked: string[];

  before(() => {
    cache = mkdtempSync(join(tmpdir(), 'audit-'));
  });
  after(() => rmSync(cache, { recursive: true, force: true }));
  afterEach(() => {
    registry?.close();
    registry = undefined;
  });

  it('passes when the registry has been asked about every package and knows of nothing', async () => {
    const { code, output } = await auditWith(200, {});
    assert.equal(code, 0, output);
    assert.match(output, /Known weaknesses: 0 in \d+ packages\./);
    for (const name of ['preact', 'markdown-it', 'entities', 'jsonc-parser']) assert.ok(asked.includes(name), name);
    assert.ok(!asked.includes('esbuild'), 'tools are not shipped');
  });

  it('fails on a weakness, however slight, and names the package and where to read about it', async () => {
    const { code, output } = await auditWith(200, { entities: [weakness] });
    assert.equal(code, 1, output);
    assert.match(output, /^entities .*low$/m);
    assert.match(output, /Something is wrong with it \(https:\/\/example\.org\/advisory\)/);
    assert.match(output, /^markdown-it /m);
  });

  for (const [status, body] of [
    [405, ''],
    [404, { error: 'not found' }],
    [503, 'later'],
    [200, '<html>not a report</html>'],
  ] as const)
    it(`says in a line that a registry cannot be asked that answers ${status} ${JSON.stringify(body)}`, async () => {
      const { code, output } = await auditWith(status, body);
      assert.equal(code, 0, output);
      assert.match(output, /^Known weaknesses: the registry cannot be asked here \(.+\)\.$/m);
      assert.equal(output.trim().split('\n').length, 1, output);
    });

  it('says in a line that a registry cannot be asked that is not there', async () => {
    const { code, output } = await audit('http://127.0.0.1:9');
    assert.equal(code, 0, output);
    assert.match(output, /^Known weaknesses: the registry cannot be asked here \(.*ECONNREFUSED.*\)\.$/m);
  });

  it('fails when npm itself fails, which is not for a registry to answer', async () => {
    const { code, output } = await audit('http://127.0.0.1:9', { npm_config_package_lock: 'false' });
    assert.equal(code, 1, output);
    assert.match(output, /npm could not audit/);
  });

  async function auditWith(status: number, body: unknown): Promise<Ended> {
    asked = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const isQuestion = request.method === 'POST' && request.url?.startsWith('/-/npm/v1/security/') === true;
        if (isQuestion && asked.length === 0)
          asked = Object.keys(JSON.parse(String(gunzipSync(Buffer.concat(chunks)))));
        response.writeHead(isQuestion ? status : 404, { 'content-type': 'application/json' });
        response.end(typeof body === 'string' ? body : JSON.stringify(isQuestion ? body : {}));
      });
    });
    registry = server;
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return audit(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  it('says it also when npm has been told to be silent', async () => {
    const { code, output } = await audit('http://127.0.0.1:9', { npm_config_loglevel: 'silent' });
    assert.equal(code, 0, output);
    assert.match(output, /cannot be asked here/);
  });

  function audit(address: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = spawn(process.execPath, [script], {
      env: {
        ...process.env,
        npm_config_registry: address,
        npm_config_cache: cache,
        npm_config_fetch_retries: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    return new Promise(resolve => child.once('close', code => resolve({ code, output })));
  }
});
