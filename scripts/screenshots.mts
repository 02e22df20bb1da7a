/** `npm run screenshots`: takes the pictures of the README anew, from the real thing. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from '../test/vscode/workbench';
import { root } from './install.mjs';

const folder = path.join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const workspace = { folder: path.join(root, 'samples') };
const viewport = { width: 1280, height: 800 };

const dark = await Workbench.open({ workspace, theme: 'dark', viewport });
await (await dark.sidebar('Serverless Advisor')).getByText('Image thumbnails on upload').click();
await (await dark.webviewFrame('Image thumbnails on upload')).locator('#verdict').waitFor();
await take(dark, 'report');
await (await dark.sidebar('Serverless Advisor')).getByText('Travel expense approval').click();
const approval = await dark.webviewFrame('Travel expense approval');
await approval.getByRole('heading', { name: 'Blockers' }).scrollIntoViewIfNeeded();
await approval.evaluate(() => document.querySelector('#blockers')?.scrollIntoView());
await take(dark, 'blockers');
await dark.close();

const light = await Workbench.open({ workspace, theme: 'light', viewport });
await light.runCommand('Serverless Advisor: Assess a Workload');
await light.quickInput.pick(/Partner webhooks/);
await light.quickInput.waitForTitle('Partner webhooks');
await light.press('Enter');
await light.quickInput.waitForTitle(/\(\d+ of \d+\)/);
await take(light, 'questionnaire');
await light.close();
await Workbench.closeAll();

async function take(workbench: Workbench, name: string): Promise<void> {
  // The pointer would leave a tooltip in the picture.
  await workbench.page.mouse.move(viewport.width / 2, viewport.height - 5);
  await workbench.page.waitForTimeout(1000);
  await workbench.page.screenshot({ path: path.join(folder, `${name}.png`) });
}
