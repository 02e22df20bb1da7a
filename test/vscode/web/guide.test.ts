import * as vscode from 'vscode';
import { holds } from '../until.js';
import * as assert from './assert.js';

describe('In a browser without Node', () => {
  it('the guide opens at a chapter, in the editor area and in the side bar', async () => {
    await vscode.commands.executeCommand('serverlessAdvisor.openGuideInEditor', { chapter: 'does-it-fit' });
    const label = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label;
    await holds(() => assert.equal(label(), 'Guide: Does it fit?'));
    await vscode.commands.executeCommand('serverlessAdvisor.openGuide', { criterion: 'cold-starts' });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('a chapter is there as Markdown, with facts filled in', async () => {
    const chapter = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('serverless-advisor-guide:/does-it-fit.md'),
    );
    assert.ok(/^# \d+\. Does it fit\?\n/.test(chapter.getText()), chapter.getText().slice(0, 200));
    assert.ok(chapter.getText().includes('15 minutes'), 'the longest run of AWS Lambda');
  });
});
