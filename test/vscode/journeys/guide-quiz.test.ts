import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { QuizQuestion } from '../../../src/core/guide/guide.js';
import {
  chapterOf,
  focused,
  guidePage,
  openChapter,
  openHome,
  ownErrors,
  passDays,
  plain,
  questionOf,
} from '../guide.js';
import { Workbench } from '../workbench.js';

const { title: chapter, quiz: questions } = chapterOf('what-serverless-is');
const [first, ...others] = questions;

describe('The quiz of a chapter', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  it('is answered by keyboard alone, says why an answer is wrong, and when the question comes back', async () => {
    assert.ok(first);
    const page = await openChapter(workbench, chapter);
    const question = questionOf(page, first);
    await question.getByRole('button', { name: 'Check' }).focus();
    await workbench.press('Enter');
    await question.getByText('Choose an answer first.').waitFor();
    // The arrows go through a group of radio buttons, and choose.
    await workbench.press('Shift+Tab', 'Space');
    const wrong = plain(first.options.find(({ correct }) => !correct)?.text ?? []);
    while ((await focusedOption(page)) !== wrong) await workbench.press('ArrowDown');
    await workbench.press('Tab');
    assert.equal(await focused(page), 'Check');
    await workbench.press('Enter');

    await page.getByRole('status').filter({ hasText: 'Not quite.' }).waitFor();
    await question
      .getByText(/The question comes back on /)
      .last()
      .waitFor();
    for (const { feedback } of first.options)
      await question.getByText(plain(feedback).slice(0, 40), { exact: false }).waitFor();
    assert.equal(await question.getByText('Not right.').count(), 1);
    assert.equal(await question.getByText('Would have been right.').count(), 1);
    assert.equal(await focused(page), 'Try Again', 'the focus stays at the button');

    await workbench.press('Tab');
    assert.match(await focused(page), /^Read again: /);
    await workbench.press('Enter');
    await page.waitForFunction(id => document.activeElement?.id === id, first.section);
  });

  it('counts right answers on the start page', async () => {
    const page = await guidePage(workbench, chapter);
    for (const question of others) await answerRightly(page, question);
    await page.getByText(`${others.length} of ${questions.length} right so far.`).waitFor();
    await page.getByRole('button', { name: 'Start of the Guide' }).click();
    const home = await guidePage(workbench, 'Practice Guide');
    await home.getByText(new RegExp(`and have ${others.length} of \\d+ questions right`)).waitFor();
  });

  it('still has the answers after a reload, and a section that was read', async () => {
    const page = await openChapter(workbench, chapter);
    await page.getByRole('button', { name: 'More Actions' }).click();
    await page.getByRole('menuitem', { name: 'Mark as Read' }).click();
    await page.getByText(/^(\d+) of \1 sections read$/).waitFor();
    await workbench.reload();
    const again = await guidePage(workbench, chapter);
    await again.getByText(/^(\d+) of \1 sections read$/).waitFor();
    await again.getByText(`${others.length} of ${questions.length} right so far.`).waitFor();
    assert.equal(await again.getByRole('button', { name: 'Try Again' }).count(), questions.length);
  });

  it('puts a question again when its day has come, and not twice on a day', async () => {
    assert.ok(first);
    await passDays(workbench, 1);
    const home = await openHome(workbench);
    await home.getByRole('link', { name: '1 question to look at again' }).click();
    const review = await guidePage(workbench, 'To look at again');
    await answerRightly(review, first);
    await review.getByText('That was all for today.').waitFor();
    await review.getByText(/^The next one comes back on /).waitFor();
    await review.getByRole('main').getByRole('link', { name: 'Start of the Guide' }).click();
    await guidePage(workbench, 'Practice Guide');
    assert.equal(await home.getByRole('link', { name: /to look at again/ }).count(), 0);
  });

  it('is exported as a document, and forgotten when someone says so', async () => {
    const home = await openHome(workbench);
    await home.getByRole('button', { name: 'Export…' }).click();
    // The dialog takes no answer before it has looked into the folder.
    await workbench.quickInput.waitForItem('..');
    await workbench.quickInput.accept();
    const text = await workbench.waitForFile('serverless-guide-progress.md');
    assert.match(text, /^# /);
    assert.match(text, new RegExp(`${chapter}`));
    await workbench.notification('The progress was exported');

    await home.getByRole('button', { name: 'Reset…' }).click();
    const asked = await workbench.dialog('Reset the progress in the guide?');
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await home.getByText(/You have read/).waitFor();
    await home.getByRole('button', { name: 'Reset…' }).click();
    await (await workbench.dialog('Reset the progress')).getByRole('button', { name: 'Reset' }).click();
    await home.getByText('Nothing read yet', { exact: false }).waitFor();
    const page = await openChapter(workbench, chapter);
    assert.equal(await page.getByRole('button', { name: 'Try Again' }).count(), 0);
    assert.deepEqual(ownErrors(workbench), []);
  });
});

async function answerRightly(page: Frame, asked: QuizQuestion): Promise<void> {
  const question = questionOf(page, asked);
  for (const { text } of asked.options.filter(({ correct }) => correct))
    await question.getByLabel(plain(text), { exact: true }).check();
  await question.getByRole('button', { name: 'Check' }).click();
  await question.getByText('Yes, that is it.').waitFor();
}

/** The words beside the radio button that has the focus. */
function focusedOption(page: Frame): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('label')?.textContent?.trim() ?? '');
}
