import assert from 'node:assert/strict';
import { enterThrough, planPane, planRow } from '../scaffold.js';
import { Workbench } from '../workbench.js';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high contrast dark': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

describe('The plan of a project, in a side bar of 300 pixels', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: { 'orders/README.md': '# Orders\n', 'orders/.gitignore': 'x\n' } });
    const sidebar = await workbench.sidebar('Serverless Advisor');
    await sidebar.locator('.pane-header', { hasText: 'Assessments' }).click();
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await enterThrough(workbench);
    await workbench.quickInput.pick(/Look at the files/);
    await planRow(workbench, '.github/workflows/ci.yml');
  });
  after(() => workbench.close());

  it('can be gone through by keys, and every row says what it is', async () => {
    const list = planPane(workbench).locator('.monaco-list').first();
    await list.focus();
    await workbench.press('Home', 'ArrowDown', 'ArrowDown', 'Enter');
    await workbench.waitForTab(/\(planned\)/);
    const labels = await list
      .locator('.monaco-list-row')
      .evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));
    assert.ok(
      labels.every(label => label !== ''),
      labels.join('\n'),
    );
    assert.ok(
      labels.some(label => label.startsWith('.github/workflows/ci.yml, GitHub Actions')),
      labels.join('\n'),
    );
  });

  for (const [theme, name] of Object.entries(themes))
    it(`has no serious finding in the ${theme} theme`, async () => {
      workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': name }));
      const kind = {
        light: 'vs',
        dark: 'vs-dark',
        'high contrast dark': 'hc-black',
        'high contrast light': 'hc-light',
      };
      await workbench.page.locator(`.monaco-workbench.${kind[theme as keyof typeof kind]}`).waitFor();
      const violations = await workbench.axe();
      const ours = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => ({
          id,
          html: nodes
            .filter(({ target }) => String(target).includes('.pane'))
            .map(({ html, target }) => `${target}: ${html}`),
        }))
        .filter(({ html }) => html.length > 0);
      assert.deepEqual(ours, []);
    });
});
