import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { parseCatalogue } from '../../../src/core/scaffold/catalogue';
import { completeChoices } from '../../../src/core/scaffold/choices';
import { manifestPath, printManifest } from '../../../src/core/scaffold/manifest';

describe('The tasks of projects', () => {
  const workspace = (): string => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const made: string[] = [];
  const put = (folder: string, manifest: string | Uint8Array): void => {
    mkdirSync(folder, { recursive: true });
    made.push(folder);
    writeFileSync(path.join(folder, manifestPath), manifest);
  };
  let manifest: string;
  before(async () => {
    const extension = vscode.extensions.getExtension('serverless-advisor.serverless-advisor');
    assert.ok(extension);
    await extension.activate();
    const file = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'scaffold.jsonl');
    const catalogue = parseCatalogue(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    manifest = printManifest({ name: 'good', choices: completeChoices(catalogue, {}), files: {} });
  });
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const broken: [what: string, lay: (folder: string) => void][] = [
    [
      'nested without end',
      folder => put(folder, `{"version":${'['.repeat(100_000)}${']'.repeat(100_000)},"name":"bad"}`),
    ],
    ['of another version', folder => put(folder, '{"version":2}')],
    ['that is not text', folder => put(folder, Uint8Array.of(0xff, 0xfe, 0xff))],
    [
      'that names a choice that there is not',
      folder => put(folder, manifest.replace('"choices": {', '"choices": { "__proto__": "x",')),
    ],
    [
      'behind a link',
      folder => {
        const outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'outside-')));
        put(path.join(outside, 'deeper'), manifest);
        made.push(outside, folder);
        symlinkSync(outside, folder);
      },
    ],
  ];
  for (const [what, lay] of broken)
    it(`are there though another project has a manifest ${what}`, async () => {
      put(path.join(workspace(), 'good'), manifest);
      lay(path.join(workspace(), 'bad'));
      const tasks = await vscode.tasks.fetchTasks({ type: 'serverless-advisor' });
      const projects = new Set(tasks.map(({ definition }) => String(definition.project)));
      assert.deepEqual([...projects], ['good']);
      assert.ok(
        tasks.some(({ name }) => name === 'Install (good)'),
        tasks.map(({ name }) => name).join(),
      );
    });
});
