import * as vscode from 'vscode';
import { until } from '../until.js';
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
    const made = await until('a folder is made', async () => {
      const found = (await foldersNow()).find(name => !before.has(name));
      if (found === undefined) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return found;
    });
    await done;
    const project = vscode.Uri.joinPath(folder, made);
    const manifest = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(project, '.serverless-advisor.json'));
    assert.ok(new TextDecoder().decode(manifest).includes('"aws-lambda"'), 'it remembers its choices');
    await vscode.workspace.fs.readFile(vscode.Uri.joinPath(project, 'template.yaml'));
    await vscode.workspace.fs.delete(project, { recursive: true });
  }).timeout(60_000);
});
