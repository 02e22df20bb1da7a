import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in the Node extension host', () => {
  const extension = () => vscode.extensions.getExtension('serverless-advisor.serverless-advisor');

  it('is there', () => {
    assert.ok(extension());
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
