import assert from 'node:assert/strict';
import { enterThrough, enterTo, filesIn, openPlanPane, planPane, planRow, tall, waitForNoPlan } from '../scaffold.js';
import { Workbench } from '../workbench.js';

const scaffold = 'Serverless Advisor: Scaffold a Function Project';

describe('The choices of a project', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: { 'notes.txt': 'What was here before.\n' }, viewport: tall });
    await openPlanPane(workbench);
  });
  after(() => workbench.close());

  const onDisk = () => filesIn(workbench.folder);

  async function begin(): Promise<void> {
    await workbench.runCommand(scaffold);
    await workbench.quickInput.waitForTitle('(1/');
  }

  for (const [stage, goThere] of [
    ['the name', async () => {}],
    ['a choice', () => enterTo(workbench, 'Pipeline')],
    ['the folder', () => enterTo(workbench, 'Folder')],
    ['the plan', () => enterThrough(workbench)],
  ] as const)
    it(`can be left at ${stage} by Escape without a trace`, async () => {
      await begin();
      await goThere();
      await workbench.quickInput.cancel();
      await workbench.quickInput.waitUntilHidden();
      await waitForNoPlan(workbench);
      assert.deepEqual(onDisk(), ['notes.txt']);
    });

  it('begin with a name that every resource can have', async () => {
    await begin();
    await workbench.quickInput.type('My Orders');
    await workbench.quickInput.waitForMessage('"my-orders" would do.');
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('(2/');
  });

  it('can be taken back one by one, the folder too, and keep what was chosen', async () => {
    await enterTo(workbench, 'State');
    await workbench.quickInput.pick('S3');
    await enterTo(workbench, 'Folder');
    await workbench.quickInput.press('Back');
    await workbench.quickInput.waitForTitle('Feature flags');
    for (const title of ['Secrets', 'Monitoring', 'Pipeline', 'Infrastructure as code', 'State']) {
      await workbench.quickInput.press('Back');
      await workbench.quickInput.waitForTitle(title);
    }
    const active = workbench.page.locator('.quick-input-list .monaco-list-row.focused');
    assert.match((await active.textContent()) ?? '', /^S3/);
  });

  it('that do not go together push each other out, and say why', async () => {
    await enterTo(workbench, 'Monitoring');
    await workbench.quickInput.toggle('Datadog');
    await workbench.quickInput.waitForItem(/X-Ray.*not together with Datadog/);
    const items = await workbench.quickInput.items();
    assert.deepEqual(
      items.filter(({ checked }) => checked).map(({ label }) => label),
      ['CloudWatch', 'Datadog'],
    );
    assert.match(items.find(({ label }) => label === 'X-Ray')?.detail ?? '', /^One backend of traces at a time/);
    await workbench.quickInput.toggle('X-Ray');
    await workbench.quickInput.waitForItem(/Datadog.*not together with X-Ray/);
    await workbench.quickInput.toggle('Datadog');
    await workbench.quickInput.waitForItem(/X-Ray.*not together with Datadog/);
  });

  it('end in a good project by Enter alone, in a folder of its own', async () => {
    const steps = await enterThrough(workbench);
    assert.deepEqual(steps, ['Monitoring 9/12', 'Secrets 10/12', 'Feature flags 11/12', 'Folder 12/12']);
    await workbench.quickInput.accept();
    await workbench.notification('files written to orders.');
    const { choices } = JSON.parse(workbench.readFile('orders/.serverless-advisor.json'));
    assert.deepEqual(
      [choices.trigger, choices.state, choices.iac, choices.monitoring],
      [['http'], 's3', 'sam', ['cloudwatch', 'datadog']],
    );
    assert.ok(onDisk().includes('orders/.github/workflows/ci.yml'));
    assert.equal(workbench.readFile('notes.txt'), 'What was here before.\n');
  });

  it('of an open plan can be changed, and a second plan does not take its place without a word', async () => {
    await workbench.runCommand(scaffold);
    await workbench.quickInput.pick(/New project/);
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('billing');
    await enterThrough(workbench);
    await workbench.quickInput.pick(/Look at the files/);
    await planRow(workbench, 'package.json');

    await workbench.runCommand(scaffold);
    await workbench.quickInput.pick(/Go on with the plan for billing/);
    await workbench.quickInput.waitForTitle('billing: Plan');
    await workbench.quickInput.pick(/Change a choice/);
    await workbench.quickInput.pick('Language');
    await workbench.quickInput.pick('Python');
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('billing: Plan');
    await workbench.quickInput.cancel();
    await planRow(workbench, 'pyproject.toml');
    assert.ok(!onDisk().some(file => file.startsWith('billing/')));

    await workbench.runCommand(scaffold);
    await workbench.quickInput.pick(/Make another plan/);
    await waitForNoPlan(workbench);
    await workbench.quickInput.cancel();
  });

  it('are gone after the window is loaded again, and no button speaks of a plan', async () => {
    await workbench.runCommand(scaffold);
    await workbench.quickInput.pick(/New project/);
    await workbench.quickInput.waitForTitle('(1/');
    await enterThrough(workbench);
    await workbench.quickInput.pick(/Look at the files/);
    await (await planRow(workbench, '.gitignore')).click();
    await workbench.waitForTab('.gitignore (planned)');
    await workbench.reload();
    await workbench.sidebar('Serverless Advisor');
    await waitForNoPlan(workbench);
    await planPane(workbench).getByRole('button', { name: 'Write the Plan' }).waitFor({ state: 'hidden' });
    const tabs = await workbench.tabs();
    assert.ok(!tabs.some(tab => tab.includes('planned')), tabs.join());
  });
});
