import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmSettings, type Registry, startRegistry, weakness } from './registry';

const script = join(__dirname, '..', '..', 'scripts', 'audit.mjs');

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

describe('The audit of what is shipped', function () {
  this.timeout(60_000);
  let caches: string;
  let registry: Registry | undefined;

  before(() => {
    caches = mkdtempSync(join(tmpdir(), 'audit-'));
  });
  after(() => rmSync(caches, { recursive: true, force: true }));
  afterEach(() => {
    registry?.close();
    registry = undefined;
  });

  it('passes when the registry has been asked about every package and knows of nothing', async () => {
    const { code, output } = await auditWith(200, {});
    assert.equal(code, 0, output);
    assert.match(output, /^Known weaknesses: 0 in \d+ packages\.$/m);
    const asked = registry?.asked() ?? [];
    for (const name of ['preact', 'minisearch', 'jsonc-parser']) assert.ok(asked.includes(name), name);
    for (const name of ['esbuild', 'markdown-it', 'entities']) assert.ok(!asked.includes(name), `${name} is a tool`);
  });

  it('fails on a weakness, however slight, and names the package and where to read about it', async () => {
    const { code, output } = await auditWith(200, { minisearch: [weakness('low')] });
    assert.equal(code, 1, output);
    assert.match(output, /^minisearch .*low$/m);
    assert.match(output, /Something is wrong with it \(https:\/\/example\.org\/advisory\)/);
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

  it('says in a line that a registry cannot be asked that is not there, also when npm has been told to be silent', async () => {
    for (const npm_config_loglevel of ['notice', 'silent']) {
      const { code, output } = await audit('http://127.0.0.1:9', { npm_config_loglevel });
      assert.equal(code, 0, output);
      assert.match(output, /^Known weaknesses: the registry cannot be asked here \(.*ECONNREFUSED.*\)\.$/m);
    }
  });

  it('fails when npm itself fails, which is not for a registry to answer', async () => {
    const { code, output } = await audit('http://127.0.0.1:9', { npm_config_package_lock: 'false' });
    assert.equal(code, 1, output);
    assert.match(output, /npm could not audit/);
  });

  async function auditWith(status: number, body: unknown): Promise<Ended> {
    registry = await startRegistry(status, body);
    return audit(registry.address);
  }

  function audit(address: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...npmSettings(address, caches), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    return new Promise(resolve => child.once('close', code => resolve({ code, output })));
  }
});
