import assert from 'node:assert/strict';
import { Workbench } from '../workbench.js';
describe('driver', () => {
  let w: Workbench;
  before(async () => { w = await Workbench.open({ extension: { folder: '/tmp/helper/ext' }, workspace: { 'a b.scratch.json': '{"n":1}', 'sub/x.txt': 'hi' }, theme: 'dark' }); });
  after(() => w.close());
  it('wizard', async () => {
    await w.runCommand('Scratch: Run Wizard');
    assert.equal(await w.quickInput.title(), 'Wizard'); assert.equal(await w.quickInput.step(), '1/3');
    assert.equal(await w.quickInput.placeholder(), 'Question 1');
    console.log(await w.quickInput.buttons());
    await w.quickInput.pick('Option 1.2'); assert.equal(await w.quickInput.step(), '2/3');
    await w.screenshot('wizard');
    const labels = await w.quickInput.labels(); assert.equal(labels.length, 40, labels.join());
    await w.quickInput.press('Back'); assert.equal(await w.quickInput.step(), '1/3');
    await w.quickInput.press('Explain'); await w.notification('Explained'); assert.deepEqual(await w.notifications(), ['Explained']);
    await w.quickInput.pick('Option 1.3'); await w.quickInput.pick('Option 2.35'); assert.equal(await w.quickInput.step(), '3/3');
    await w.quickInput.pick(/3\.0/);
    await w.quickInput.waitForTitle('Several'); await w.quickInput.toggle('B'); await w.quickInput.toggle('C');
    assert.deepEqual((await w.quickInput.items()).map(i => i.checked), [false, true, true]);
    await w.quickInput.accept(); assert.equal(await w.quickInput.title(), 'Name');
    await w.quickInput.type('ab'); await w.page.waitForTimeout(300); assert.match(await w.quickInput.message(), /too short/);
    await w.quickInput.type('abc'); await w.quickInput.accept();
    const n = await w.notification('abc'); console.log(await n.innerText());
  });
  it('not offered', async () => {
    await assert.rejects(w.quickInput.pick('nope'));
  });
  it('panel, axe', async () => {
    await w.runCommand('Scratch: Open Panel'); const f = await w.webviewFrame('Panel content');
    const v = await w.axe(f); console.log(v.map(x => x.id)); await w.waitForTab('My Panel');
    await f.getByRole('button', { name: 'Press' }).click();
    await w.runCommand("Scratch: Notify"); await (await w.notification('Careful')).getByRole('button', { name: 'Yes' }).click(); await w.notification('You said Yes');
  });
  it('sidebar', async () => {
    await w.sidebar('Scratch Box'); const f = await w.webviewFrame(/Guide content/); assert.ok(f); await w.screenshot('sidebar');
  });
  it('custom editor', async () => {
    await w.openFile('a b.scratch.json'); await w.webviewFrame('"n":1'); w.writeFile('a b.scratch.json', '{"n":2}'); await w.webviewFrame('"n":2');
    await w.reopenWith(/Text Editor/); await w.screenshot('text'); await w.page.locator('.monaco-editor .view-line').first().click(); await w.press('End'); await w.page.keyboard.type(' '); await w.save(); assert.equal(w.readFile('a b.scratch.json'), '{"n":2} ');
    await w.openFile('sub/x.txt'); console.log(await w.tabs(), await w.statusBar(), w.consoleErrors);
  });
});
describe('restricted', () => {
  for (const theme of ['light', 'dark', 'high contrast dark', 'high contrast light'] as const) it('opens '+theme, async () => {
    const w = await Workbench.open({ extension: { folder: '/tmp/helper/ext' }, theme, trusted: false, viewport: {width: 900, height: 600} });
    await w.page.waitForTimeout(500); await w.screenshot('theme ' + theme); console.log(await w.statusBar()); await w.close();
  });
});
