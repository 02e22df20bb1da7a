import assert from 'node:assert/strict';
import { holds, until } from '../until.js';
import { Workbench } from '../workbench.js';

const file = 'nightly-clean-up.assessment.json';

interface SavedFile {
  workload: string;
  answers: Record<string, { value?: unknown; unknown?: boolean; notApplicable?: string }>;
}

describe('The questionnaire', () => {
  let workbench: Workbench;

  beforeEach(async () => {
    await workbench?.close();
    workbench = await Workbench.open();
  });
  // Not after each: a test that fails has its window photographed first.
  after(() => workbench.close());

  const saved = (): SavedFile => JSON.parse(workbench.readFile(file));

  /** Names a new workload, up to its first question. */
  async function begin(): Promise<void> {
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.waitForTitle('Assess a workload');
    await workbench.page.keyboard.type('Nightly clean-up');
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/The work \(1 of \d+\)/);
  }

  /** The title of the quick input; nothing when it is not on the screen. */
  const shownTitle = (): Promise<string | undefined> =>
    workbench.page.evaluate(() => {
      const widget = document.querySelector<HTMLElement>('.quick-input-widget');
      const isShown = widget !== null && widget.style.display !== 'none';
      return isShown ? (widget.querySelector('.quick-input-title')?.textContent ?? undefined) : undefined;
    });

  /** Waits until the next question is on the screen, and gives its title; nothing when the report came instead. */
  async function nextTitle(before: string): Promise<string | undefined> {
    // The last question is "(30 of 30)". A tab alone is no report yet: VS Code opens one, too, for a file whose saving
    // takes long.
    const isLast = /\((\d+) of \1\)$/.test(before);
    const seen = await until(`the questionnaire leaves "${before}"`, async () => {
      const title = await shownTitle();
      if (title !== undefined) return title !== before && title !== '' && { title };
      return isLast && (await workbench.tabs()).some(tab => tab.includes('nightly-clean-up')) && { title };
    });
    return seen.title;
  }

  /** Answers the question on the screen with its first option or typical value, by keys alone. */
  async function answerFirst(): Promise<string | undefined> {
    const before = await workbench.quickInput.title();
    const severalAllowed = await workbench.page.locator('.quick-input-widget .quick-input-count').isVisible();
    if (severalAllowed) await workbench.press('ArrowDown', 'Space');
    await workbench.press('Enter');
    return nextTitle(before);
  }

  it('is answered from name to verdict by keyboard alone, every answer saved before the next question', async () => {
    await begin();
    let title: string | undefined = await workbench.quickInput.title();
    const titles: string[] = [];
    while (title !== undefined) {
      titles.push(title);
      assert.equal(Object.keys(saved().answers).length, titles.length - 1, `before "${title}" all answers are saved`);
      assert.match(title, new RegExp(`^Nightly clean-up: .+ \\(${titles.length} of \\d+\\)$`));
      title = await answerFirst();
    }
    assert.ok(titles.length >= 25 && titles.length <= 35, `${titles.length} questions`);
    // The report is opened after the last answer has been saved; its tab may be older.
    await workbench.webviewFrame(`${titles.length} of ${titles.length} questions answered`);
    await holds(() => assert.equal(Object.keys(saved().answers).length, titles.length));
  });

  it('loses nothing on Escape or a click elsewhere, and goes on with the most decisive question', async () => {
    await begin();
    await answerFirst();
    await workbench.page.locator('.part.statusbar').click({ position: { x: 300, y: 10 } });
    assert.ok(await workbench.quickInput.isShown(), 'a click elsewhere leaves the question open');
    await workbench.page.locator('.quick-input-widget input[type="text"]').first().click();
    await workbench.press('Escape');
    await workbench.quickInput.waitUntilHidden();
    assert.deepEqual(Object.keys(saved().answers), ['trigger']);
    await workbench.webviewFrame('1 of 30 questions answered');

    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.pick('Nightly clean-up');
    await workbench.quickInput.waitForTitle('Nightly clean-up');
    const [decisive, listed] = await workbench.quickInput.labels();
    assert.match(decisive ?? '', /^Most decisive: /);
    assert.match(listed ?? '', /^Go on where you stopped: Waiting caller/);
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/\(\d+ of \d+\)/);
    assert.equal(`Most decisive: ${await questionTitle()}`, decisive);
  });

  /** The title of the question on the screen, which the page that explains it has as its heading. */
  async function questionTitle(): Promise<string> {
    await workbench.quickInput.pressAside(/Explain/);
    const page = await workbench.webviewFrame(frame => frame.locator('h2#how-to-find-out').isVisible());
    return ((await page.locator('h1').textContent()) ?? '').trim();
  }

  it('takes "don\'t know", "not applicable" with its reason, and typed numbers with units', async () => {
    await begin();
    await answerFirst();
    await workbench.quickInput.pick("Don't know");
    await workbench.quickInput.waitForTitle(/\(3 of/);
    await workbench.quickInput.pick('Not applicable…');
    await workbench.quickInput.waitForTitle('Connections');
    await workbench.press('Enter');
    await workbench.page.locator('.quick-input-widget', { hasText: 'A reason is needed' }).waitFor();
    await workbench.page.keyboard.type('It only reads a table');
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/\(4 of/);
    await workbench.page.keyboard.type('plenty');
    await workbench.press('Enter');
    await workbench.page.locator('.quick-input-widget', { hasText: '"plenty" cannot be read' }).waitFor();
    await workbench.quickInput.type('1.5 MB');
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/\(5 of/);
    const { answers } = saved();
    assert.deepEqual(answers['caller-waits'], { unknown: true });
    assert.deepEqual(answers.connections, { notApplicable: 'It only reads a table' });
    assert.deepEqual(answers.payload, { value: 1.5 });
  });

  it('goes back to the question before, shows its answer there, and takes another', async () => {
    await begin();
    await answerFirst();
    await answerFirst();
    assert.equal(saved().answers['caller-waits']?.value, true);
    await workbench.quickInput.press('Back');
    await workbench.quickInput.waitForTitle(/\(2 of/);
    const current = (await workbench.quickInput.items()).find(item => item.description === 'current answer');
    assert.equal(current?.label, 'Yes');
    await workbench.quickInput.pick('No');
    await workbench.quickInput.waitForTitle(/\(3 of/);
    assert.equal(saved().answers['caller-waits']?.value, false);
  });

  it('explains questions one after the other in one place, and keeps the keyboard and what is ticked', async () => {
    const explanation = (heading: string) =>
      workbench.webviewFrame(frame => frame.locator('h1', { hasText: heading }).isVisible());
    await begin();
    await workbench.press('ArrowDown', 'Space');
    await workbench.quickInput.pressAside(/Explain/);
    await explanation('Trigger');
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/\(2 of/);
    assert.deepEqual(Object.keys(saved().answers), ['trigger']);
    await workbench.quickInput.pressAside(/Explain/);
    const page = await explanation('Waiting caller');
    await page.getByText('What it decides').waitFor();
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/\(3 of/);
    // VS Code opens a tab for the assessment as well where saving takes long.
    const explanations = (await workbench.tabs()).filter(tab => !tab.includes('nightly-clean-up'));
    assert.deepEqual(explanations, ['caller-waits']);
  });

  it('makes way for the command palette', async () => {
    await begin();
    await workbench.press('F1');
    await workbench.webviewFrame(/^0 of \d+ questions answered/);
    assert.equal(await workbench.quickInput.value(), '>');
  });

  it('refuses a name that is taken, and names the way on', async () => {
    await workbench.close();
    workbench = await Workbench.open({ workspace: { [file]: '{ "format": 1, "workload": "Old" }' } });
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.pick(/New workload/);
    await workbench.quickInput.type('Nightly clean-up');
    await workbench.page.locator('.quick-input-widget', { hasText: 'is there already' }).waitFor();
    await workbench.press('Escape');
    assert.equal(workbench.readFile(file), '{ "format": 1, "workload": "Old" }');
  });
});
