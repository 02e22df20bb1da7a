/**
 * npm run screenshots
 *
 * Takes the pictures of the README anew, from the real thing.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { enterThrough, enterTo, openPlanPane, planRow } from '../test/vscode/scaffold';
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
// Tall enough for a plan, with all of the side bar for it.
const planning = { width: 1280, height: 1000 };
const scaffold = await Workbench.open({ workspace: { 'notes.md': '# Notes\n' }, theme: 'dark', viewport: planning });
await openPlanPane(scaffold);
await scaffold.runCommand('Serverless Advisor: Scaffold a Function Project');
await scaffold.quickInput.type('order-intake');
await enterTo(scaffold, 'Triggers');
await scaffold.quickInput.toggle('Queue');
await enterThrough(scaffold);
await scaffold.quickInput.pick(/Look at the files first/);
await (await planRow(scaffold, '.github/workflows/deploy.yml')).click();
await scaffold.waitForTab(/deploy\.yml/);
await take(scaffold, 'plan', planning);
await scaffold.close();

const guide = await Workbench.open({ workspace, theme: 'light', viewport: planning });
await guide.runCommand('Serverless Advisor: Open the Guide');
for (const pane of ['Assessments', 'Scaffold'])
  await guide.page.getByRole('button', { name: `${pane} Section` }).click();
const home = await guide.webviewFrame(frame => frame.getByRole('heading', { name: 'Practice Guide' }).isVisible());
await home.getByRole('button', { name: 'Developer' }).click();
await guide.runCommand('Serverless Advisor: Open the Guide in the Editor Area');
await guide.waitForTab(/Guide/);
const wide = await guide.webviewFrame(
  async frame => frame !== home && (await frame.getByRole('heading', { name: 'Practice Guide' }).isVisible()),
);
await wide
  .getByRole('link', { name: /Performance and cold starts/ })
  .first()
  .click();
await wide.locator('#cold-starts').evaluate(heading => heading.scrollIntoView());
await take(guide, 'guide', planning);
await guide.close();
await Workbench.closeAll();

async function take(workbench: Workbench, name: string, size = viewport): Promise<void> {
  // The pointer would leave a tooltip in the picture.
  await workbench.page.mouse.move(size.width / 2, size.height - 5);
  await workbench.page.waitForTimeout(1000);
  await workbench.page.screenshot({ path: path.join(folder, `${name}.png`) });
}
