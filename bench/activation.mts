/**
 * `tsx bench/activation.mts [windows]`: how long VS Code itself says that the extension took to load and activate,
 * beside its built-in Git extension in the same window. A fresh window each time.
 */
import path from 'node:path';
import { root } from '../scripts/install.mjs';
import { Workbench } from '../test/vscode/workbench';

const windows = Number(process.argv[2] ?? 5);
const times: { ours: number; git: number }[] = [];
for (let window = 0; window < windows; window++) {
  const workbench = await Workbench.open({
    workspace: { folder: path.join(root, 'samples') },
    // The list of running extensions draws only the rows that fit.
    viewport: { width: 1280, height: 3000 },
  });
  // VS Code starts Git by itself, this extension when someone turns to it: in a window that has come to rest by then.
  await workbench.page.waitForTimeout(4000);
  const sidebar = await workbench.sidebar('Serverless Advisor');
  await sidebar.getByText('Arena game server').waitFor();
  await workbench.runCommand('Developer: Show Running Extensions');
  const time = async (name: string): Promise<number> => {
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      has: workbench.page.locator('.name', { hasText: new RegExp(`^${name}$`) }),
    });
    const text = await row.locator('.activation-time').textContent();
    return Number(/(\d+)\s*ms/.exec(text ?? '')?.[1]);
  };
  times.push({ ours: await time('Serverless Advisor'), git: await time('Git') });
  await workbench.close();
}
await Workbench.closeAll();
const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const ours = times.map(time => time.ours);
const git = times.map(time => time.git);
console.log(`Serverless Advisor  ${ours.join(', ')} ms; median ${median([...ours])} ms`);
console.log(`Git (built in)      ${git.join(', ')} ms; median ${median([...git])} ms`);
