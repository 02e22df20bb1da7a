import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';

const dist = join(__dirname, '..', '..', 'dist');

/** Modules of Node that reach the network, start a process or run text as code. */
const outward =
  /^(?:node:)?(?:child_process|cluster|dgram|dns|http|http2|https|inspector|net|repl|tls|vm|worker_threads|undici)\b/;

/** Globals that do, called as such; a method that has such a name, called or defined, is something else. */
const callsOutward =
  /(?<![.\w$])(?:(?:fetch|importScripts|eval)\s*\((?![\w$,]*\)\s*\{)|new\s+(?:Function|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|Worker|SharedWorker)\b)|\bsendBeacon\b/;

describe('What is shipped', () => {
  it('asks its host for nothing that reaches the network or starts a process', () => {
    const bundles: readonly Metafile[] = JSON.parse(readFileSync(join(dist, 'bundles.meta.json'), 'utf8'));
    const outputs = bundles.flatMap(bundle => Object.entries(bundle.outputs));
    const asked = new Map(
      outputs.map(([path, { imports }]) => [basename(path), new Set(imports.map(({ path }) => path))]),
    );
    assert.deepEqual([...(asked.get('extension.js') ?? [])].sort(), ['./features', 'vscode']);
    assert.deepEqual([...(asked.get('features.js') ?? [])], ['vscode']);
    for (const page of ['report.js', 'guide.js']) assert.deepEqual([...(asked.get(page) ?? ['no such page'])], []);
    const ofCommandLine = [...(asked.get('cli.js') ?? [])];
    assert.ok(ofCommandLine.includes('node:fs'));
    assert.deepEqual(
      ofCommandLine.filter(name => !name.startsWith('node:') || outward.test(name)),
      [],
    );
  });

  for (const file of ['extension.js', 'features.js', 'report.js', 'guide.js', 'cli.js'])
    it(`calls nothing that reaches the network or runs text as code: ${file}`, () => {
      const found = callsOutward.exec(readFileSync(join(dist, file), 'utf8'));
      assert.equal(found?.[0], undefined, found?.input.slice(found.index - 60, found.index + 60));
    });
});
