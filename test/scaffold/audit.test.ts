import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadCatalogue } from '../../scripts/scaffold/request.mts';
import { type Outcome, runLines } from '../../scripts/tools/shell.mts';
import { completeChoices } from '../../src/core/scaffold/choices';
import { plan } from '../../src/core/scaffold/plan';
import { npmSettings, type Registry, startRegistry, weakness } from '../scripts/registry';

describe('The audit of a generated project', function () {
  this.timeout(60_000);
  let folder: string;
  let registry: Registry | undefined;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audited-'));
    const catalogue = await loadCatalogue();
    const choices = completeChoices(catalogue, { language: 'typescript', iac: 'pulumi', ci: 'github-actions' });
    const script = plan(catalogue, { name: 'orders', choices }).find(({ path }) => path === 'pipeline/audit.sh');
    write('pipeline/audit.sh', script?.text ?? '');
    lock('.', { name: 'orders', dependencies: { shipped: '1.0.0' }, devDependencies: { tool: '1.0.0' } });
    lock('infra', { name: 'infra', devDependencies: { cloud: '1.0.0' } });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => {
    registry?.close();
    registry = undefined;
  });

  it('passes what nothing serious is known of, and asks about all that is deployed or deploys', async () => {
    const { passed, output } = await audit(200, { shipped: [weakness('low')], tool: [weakness('high')] });
    assert.ok(passed, output);
    assert.deepEqual(registry?.asked(), ['shipped', 'cloud']);
  });

  for (const name of ['shipped', 'cloud'])
    it(`fails on a serious weakness: ${name}`, async () => {
      const { passed, output } = await audit(200, { [name]: [weakness('high')] });
      assert.ok(!passed, output);
      assert.match(output, /Something is wrong with it/);
    });

  it('names a registry that cannot be asked, and stops nobody', async () => {
    const { passed, output } = await audit(405, '');
    assert.ok(passed, output);
    assert.equal(output.match(/^NOT AUDITED: the registry cannot be asked\. .*405/gm)?.length, 2, output);
  });

  it('fails when npm itself fails, which is not for a registry to answer', async () => {
    const { passed, output } = await audit(200, {}, { npm_config_package_lock: 'false' });
    assert.ok(!passed, output);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  /** A package with the lock file that npm asks by. */
  function lock(path: string, manifest: { name: string; dependencies?: object; devDependencies?: object }): void {
    const { dependencies = {}, devDependencies = {} } = manifest;
    const entries = [...Object.keys(dependencies), ...Object.keys(devDependencies)].map(name => [
      `node_modules/${name}`,
      { version: '1.0.0', ...(name in devDependencies ? { dev: true } : {}) },
    ]);
    const packages = { '': manifest, ...Object.fromEntries(entries) };
    write(`${path}/package.json`, JSON.stringify(manifest));
    write(`${path}/package-lock.json`, JSON.stringify({ name: manifest.name, lockfileVersion: 3, packages }));
  }

  async function audit(status: number, body: unknown, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    registry = await startRegistry(status, body);
    return runLines('bash pipeline/audit.sh', {
      cwd: folder,
      env: { ...npmSettings(registry.address, folder), ...env },
    });
  }
});
