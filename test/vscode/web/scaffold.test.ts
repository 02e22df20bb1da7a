import * as vscode from 'vscode';
import * as assert from './assert.js';

describe('In a browser without Node', () => {
  it('a project is planned and written by Enter alone', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
    const foldersNow = async () =>
      (await vscode.workspace.fs.readDirectory(folder))
        .filter(([, type]) => type === vscode.FileType.Directory)
        .map(([name]) => name);
    const before = new Set(await foldersNow());
    const done = vscode.commands.executeCommand('serverlessAdvisor.scaffold');
    let made: string | undefined;
    for (let tries = 0; tries < 100 && made === undefined; tries++) {
      await new Promise(resolve => setTimeout(resolve, 150));
      made = (await foldersNow()).find(name => !before.has(name));
      if (made === undefined) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await done;
    assert.ok(made, 'a folder was made');
    const project = vscode.Uri.joinPath(folder, made ?? '');
    const manifest = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(project, '.serverless-advisor.json'));
    assert.ok(new TextDecoder().decode(manifest).includes('"aws-lambda"'), 'it remembers its choices');
    await vscode.workspace.fs.readFile(vscode.Uri.joinPath(project, 'template.yaml'));
    await vscode.workspace.fs.delete(project, { recursive: true });
  }).timeout(60_000);
});
