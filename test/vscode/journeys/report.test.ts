import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../../scripts/install.mjs';
import verdicts from '../../golden/verdicts.json';
import { holds, until } from '../until.js';
import { Workbench } from '../workbench.js';

const file = 'image-thumbnails.assessment.json';

describe('The report', () => {
  let workbench: Workbench;

  beforeEach(async () => {
    await workbench?.close();
    workbench = await Workbench.open({ workspace: { folder: path.join(root, 'samples') } });
    await workbench.openFile(file);
  });
  // Not after each: a test that fails has its window photographed first.
  after(() => workbench.close());

  const report = () => workbench.webviewFrame('Image thumbnails on upload');

  /** Gives "Longest run" another answer in the report, as somebody would who looks for it there. */
  async function answerLongestRun(text: string): Promise<void> {
    const page = await report();
    await page.getByText('Longest run', { exact: true }).last().click();
    const field = page.getByLabel('How long does the longest run take', { exact: false });
    await field.fill(text);
    await field.press('Enter');
  }

  /** Waits until the report has this verdict. */
  async function waitForVerdict(verdict: string): Promise<void> {
    const page = await report();
    await page.locator('#verdict h2', { hasText: verdict }).waitFor();
  }

  it('shows verdict, score, reasons with the answers they saw, and what would change them', async () => {
    await waitForVerdict('Good fit');
    const page = await report();
    await page.getByText(`Score ${verdicts[file].score} of 100`).waitFor();
    await page.getByText('The longest run takes 40 seconds', { exact: false }).first().waitFor();
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  });

  it('changes when an answer changes in it; undo takes the change back; save writes it', async () => {
    await waitForVerdict('Good fit');
    const before = workbench.readFile(file);
    await answerLongestRun('40 min');
    await waitForVerdict('Undecided');
    assert.equal(workbench.readFile(file), before, 'nothing is written before it is saved');

    await (await report()).locator('h1').click();
    await workbench.press('ControlOrMeta+Z');
    await waitForVerdict('Good fit');
    await workbench.press('ControlOrMeta+Shift+Z');
    await waitForVerdict('Undecided');

    await workbench.save();
    const after = await workbench.waitForFile(file, text => text !== before);
    assert.equal(JSON.parse(after).answers['longest-run'].value, 2400);
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
    assert.equal(changed.length, 1, `one line differs:\n${changed.join('\n')}`);
  });

  it('takes changes that follow each other quickly, each a step to undo', async () => {
    await waitForVerdict('Good fit');
    const page = await report();
    await page.getByText('Connections', { exact: true }).last().click();
    await page.getByRole('radio', { name: /Short requests/ }).focus();
    await workbench.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await waitForVerdict('Poor fit');
    await workbench.press('ControlOrMeta+Z');
    await waitForVerdict('Fit with mitigations');
    await workbench.press('ControlOrMeta+Z', 'ControlOrMeta+Z');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await waitForVerdict('Good fit');
  });

  it('keeps its reader at the place when an explanation opens beside it', async () => {
    await waitForVerdict('Good fit');
    const page = await report();
    await page.getByText('Memory', { exact: true }).last().click();
    const button = page.getByRole('button', { name: 'Explain: Memory' });
    await button.click();
    await workbench.webviewFrame(frame => frame.locator('h2#how-to-find-out').isVisible());
    await page.waitForFunction(() => innerWidth < 600);
    const top = await button.evaluate(element => element.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 700, `the button that was pressed is at ${top}`);
  });

  it('follows an edit from outside, and an edit of its text beside it', async () => {
    await waitForVerdict('Good fit');
    const text = workbench.readFile(file);
    workbench.writeFile(file, text.replace('"Image thumbnails on upload"', '"Image thumbnails on upload, renamed"'));
    const page = await workbench.webviewFrame('Image thumbnails on upload, renamed');
    assert.equal(await page.locator('h1').textContent(), 'Image thumbnails on upload, renamed');
  });

  it('keeps unsaved answers over a reload of the window', async () => {
    await waitForVerdict('Good fit');
    await answerLongestRun('40 min');
    await waitForVerdict('Undecided');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    // Backing up a file with changes, and knowing in which editor it is open, is VS Code's to do.
    await workbench.untilStored(/Backups/, '"value": 2400');
    await workbench.untilStored(/editor/, file);
    await workbench.reload();
    await waitForVerdict('Undecided');
    await workbench.page.locator('.tab.active.dirty').waitFor();
  });

  it('has the same folds open after a reload, and is at the same place', async () => {
    await waitForVerdict('Good fit');
    const page = await report();
    await page.getByText('Memory', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Explain: Memory' }).waitFor();
    const before = await page.evaluate(() => window.scrollY);
    assert.ok(before > 100, 'the answers are far down');
    // The click has scrolled first, which may be told before the fold is.
    await workbench.untilStored(/report-places/, `"question-memory"],"filter":"all","scroll":${before}`);
    await workbench.untilStored(/editor/, file);
    await workbench.reload();
    const again = await report();
    await again.getByRole('button', { name: 'Explain: Memory' }).waitFor();
    await holds(async () => assert.equal(await again.evaluate(() => window.scrollY), before));
  });

  it('can stand twice side by side, and both follow one change', async () => {
    await waitForVerdict('Good fit');
    await workbench.runCommand('View: Split Editor');
    const frames = async () => {
      const shown = [];
      for (const frame of workbench.page.frames())
        if (
          await frame
            .locator('#verdict')
            .isVisible()
            .catch(() => false)
        )
          shown.push(frame);
      return shown;
    };
    await until('both show the report', async () => (await frames()).length === 2);
    const text = workbench.readFile(file);
    workbench.writeFile(file, text.replace('"value": 40', '"value": 2400'));
    for (const frame of await frames()) await frame.locator('#verdict h2', { hasText: 'Undecided' }).waitFor();
  });

  it('opens its text, which has completion, hover and squiggles from the schema', async () => {
    await waitForVerdict('Good fit');
    await (await report()).getByRole('button', { name: 'Open as Text' }).click();
    const editor = workbench.page.locator('.monaco-editor[data-uri*="image-thumbnails"]').first();
    await editor.waitFor();
    await editor.getByText('"caller-waits"').hover();
    await workbench.page.locator('.monaco-hover', { hasText: 'To find out' }).waitFor();
    // The schema is known: nothing is underlined but what is wrong, least of all the schema's own address.
    const underlined = editor.locator('.squiggly-warning, .squiggly-error');
    const text = workbench.readFile(file);
    workbench.writeFile(file, text.replace('"value": 40', '"value": -40'));
    await underlined.first().waitFor();
    assert.equal(await underlined.count(), 1);
  });

  it('goes on with the questionnaire, and copies itself as Markdown', async () => {
    await waitForVerdict('Good fit');
    await workbench.runCommand('Serverless Advisor: Copy Report as Markdown');
    await holds(async () => assert.match(await workbench.clipboard(), /^# Image thumbnails on upload\n/));
    await (await report()).getByRole('button', { name: 'Continue Questionnaire' }).click();
    await workbench.quickInput.waitForTitle('Image thumbnails on upload');
    assert.ok((await workbench.quickInput.labels()).some(label => label.includes('Change an answer')));
  });
});
