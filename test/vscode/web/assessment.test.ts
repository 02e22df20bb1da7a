import * as vscode from 'vscode';
import verdicts from '../../golden/verdicts.json';
import * as assert from './assert.js';

describe('In a browser without Node', () => {
  const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');

  it('a report opens and has the verdict that the command line gives', async () => {
    const file = vscode.Uri.joinPath(folder(), 'image-thumbnails.assessment.json');
    await vscode.commands.executeCommand('serverlessAdvisor.openReport', file);
    await vscode.commands.executeCommand('serverlessAdvisor.copyReport', file);
    const report = await vscode.env.clipboard.readText();
    assert.ok(report.includes('**Good fit.**'), report.slice(0, 200));
    assert.ok(
      report.includes(`Score ${verdicts['image-thumbnails.assessment.json'].score} of 100`),
      report.slice(0, 400),
    );
  });

  it('questions are explained, and the schema is served', async () => {
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('serverless-advisor://explain/question/memory.md'),
    );
    assert.ok(page.getText().includes('How to find out'), page.getText().slice(0, 200));
    const schema = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('serverless-advisor://schemas/assessment.schema.json'),
    );
    assert.equal(JSON.parse(schema.getText()).title, 'Serverless Advisor assessment');
  });
});
