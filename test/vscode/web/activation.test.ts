import * as vscode from 'vscode';
import * as assert from './assert.js';

describe('the extension in the web worker extension host', () => {
  const extension = () => vscode.extensions.getExtension('serverless-advisor.serverless-advisor');

  it('runs where there is no Node', () => {
    assert.equal(typeof process, 'undefined');
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });

  it('activates', async () => {
    await extension()?.activate();
    assert.equal(extension()?.isActive, true);
  });

  it('registers its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('serverlessAdvisor.assess'));
  });
});
