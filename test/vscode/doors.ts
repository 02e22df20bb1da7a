import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/install.mjs';
import type { Order, Saying } from './doors/extension.js';
import { until } from './until.js';
import { Workbench } from './workbench.js';

const source = path.join(root, 'test', 'vscode', 'doors');

/** A window in which the extension's doors to VS Code can be opened one by one, with whatever words. */
export interface Doors {
  readonly workbench: Workbench;
  /** Shows words on a surface; whoever wants to see them looks at the window. */
  show(surface: string, sayings: readonly Saying[]): Promise<void>;
  /** Takes away what is shown. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openDoors(viewport: { width: number; height: number }): Promise<Doors> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doors '));
  cpSync(path.join(source, 'package.json'), path.join(folder, 'package.json'));
  await build({
    entryPoints: [path.join(source, 'extension.ts')],
    outfile: path.join(folder, 'extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const workbench = await Workbench.open({
    extension: { folder },
    viewport,
    workspace: { 'README.md': '# Doors\n' },
    settings: { 'workbench.hover.delay': 0, 'workbench.editor.enablePreview': true },
  });
  const portFile = path.join(folder, 'port');
  const port = await until(
    'the doors are open',
    () => existsSync(portFile) && (readFileSync(portFile, 'utf8') || false),
  );
  const address = `http://127.0.0.1:${port}`;
  const send = async (order: Order): Promise<void> => {
    const response = await fetch(address, { method: 'POST', body: JSON.stringify(order) });
    if (!response.ok) throw new Error(`${order.surface}: ${response.status} ${await response.text()}`);
  };
  return {
    workbench,
    show: (surface, sayings) => send({ surface, sayings }),
    clear: () => send({ surface: 'close', sayings: [] }),
    async close() {
      await workbench.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
