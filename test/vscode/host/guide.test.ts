import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { holds, until } from '../until.js';

const viewType = 'serverlessAdvisor.guidePage';

/** The guide's tabs in the editor area, by their titles. */
function pages(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType))
    .map(({ label }) => label);
}

describe('The guide in the extension host', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in the editor area at a chapter, and follows to the next one in the same tab', async () => {
    await vscode.commands.executeCommand('serverlessAdvisor.openGuideInEditor', { chapter: 'does-it-fit' });
    await holds(() => assert.equal(pages()[0], 'Guide: Does it fit?'));
    await vscode.commands.executeCommand('serverlessAdvisor.openGuideInEditor', { chapter: 'cost', section: 'gone' });
    await holds(() => assert.match(pages()[0] ?? '', /^Guide: (?!Does it fit)/));
    assert.equal(pages().length, 1);
  });

  it('opens at its start for what it does not hold', async () => {
    await vscode.commands.executeCommand('serverlessAdvisor.openGuideInEditor', { chapter: 'no-such-chapter' });
    await holds(() => assert.equal(pages()[0], 'Guide'));
    for (const address of ['text', { chapter: 7 }, null])
      await vscode.commands.executeCommand('serverlessAdvisor.openGuideInEditor', address);
    assert.deepEqual(pages(), ['Guide']);
  });

  it('opens for a topic that is to be explained', async () => {
    await vscode.commands.executeCommand('serverlessAdvisor.explain', 'topic', 'cost');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab, undefined, 'it is in the side bar');
  });

  it('gives a chapter as plain Markdown, with facts filled in', async () => {
    const address = vscode.Uri.parse('serverless-advisor-guide:/does-it-fit.md');
    const text = (await vscode.workspace.openTextDocument(address)).getText();
    assert.match(text, /^# \d+\. Does it fit\?\n/);
    assert.doesNotMatch(text.replaceAll(/^```[\s\S]*?^```/gm, ''), /\{#|\{[a-z-]+\.[a-z-]+\}/);
    await vscode.commands.executeCommand('serverlessAdvisor.openChapterText', 'does-it-fit');
    await until('the preview is open', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.toString() === address.toString();
    });
  });

  it('has its commands there', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['openGuide', 'searchGuide', 'continueReading', 'reviewQuiz', 'guideForFile', 'getStarted'])
      assert.ok(commands.includes(`serverlessAdvisor.${name}`), name);
  });
});
