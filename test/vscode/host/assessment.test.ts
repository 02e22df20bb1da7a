import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { holds, until } from '../until.js';

const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'a folder is open');
  return first.uri;
};

/** Opens a sample's report and waits until VS Code shows it. */
async function openReport(name: string): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(folder(), `${name}.assessment.json`);
  await vscode.commands.executeCommand('serverlessAdvisor.openReport', file);
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  assert.ok(input instanceof vscode.TabInputCustom);
  assert.equal(input.viewType, 'serverlessAdvisor.report');
  assert.equal(input.uri.toString(), file.toString());
  return file;
}

describe('In the extension host', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('an assessment file opens as a report by itself', async () => {
    const file = vscode.Uri.joinPath(folder(), 'game-server.assessment.json');
    await vscode.commands.executeCommand('vscode.open', file);
    await until(
      'the report is the default editor',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
    );
  });

  it('the report has the verdict that the command line gives', async () => {
    for (const [name, verdict] of [
      ['image-thumbnails', 'Good fit.'],
      ['approval-workflow', 'Fit with mitigations.'],
      ['game-server', 'Poor fit.'],
      ['new-idea', 'Undecided.'],
    ] as const) {
      const file = await openReport(name);
      await vscode.commands.executeCommand('serverlessAdvisor.copyReport', file);
      assert.ok((await vscode.env.clipboard.readText()).includes(`**${verdict}**`), name);
    }
  });

  it('the text of an assessment has completion from the schema that the file names', async () => {
    await openReport('image-thumbnails');
    const file = vscode.Uri.joinPath(folder(), 'partner-webhooks.assessment.json');
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const place = document.positionAt(document.getText().indexOf('"answers"') + '"answers": {'.length);
    await holds(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file,
        place,
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('network'), labels.slice(0, 20).join(', '));
    });
  });

  it('a wrong value in the text is a problem with a sentence', async () => {
    await openReport('image-thumbnails');
    const file = vscode.Uri.joinPath(folder(), 'wrong-value.assessment.json');
    const text =
      '{ "$schema": "serverless-advisor://schemas/assessment.schema.json", "format": 1, "workload": "x", "answers": { "memory": { "value": "lots" } } }';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    await until('there is a problem', () => vscode.languages.getDiagnostics(file).length > 0);
    assert.match(vscode.languages.getDiagnostics(file)[0]?.message ?? '', /number|type/i);
    await vscode.workspace.fs.delete(file);
  });

  it('explains questions, criteria and topics, and says so when there is nothing', async () => {
    for (const [path, heading] of [
      ['question/memory', '# '],
      ['criterion/cold-starts', '# Cold starts'],
      ['topic/performance', '# '],
      ['topic/nowhere', 'There is nothing here.'],
    ] as const) {
      const document = await vscode.workspace.openTextDocument(
        vscode.Uri.parse(`serverless-advisor://explain/${path}.md`),
      );
      assert.ok(document.getText().startsWith(heading), `${path}: ${document.getText().slice(0, 60)}`);
    }
  });

  it('reads nothing of a file that is too large', async () => {
    let reads = 0;
    const provider: vscode.FileSystemProvider = {
      onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 60_000_000 }),
      readFile: () => {
        reads += 1;
        return new Uint8Array();
      },
      watch: () => new vscode.Disposable(() => {}),
      readDirectory: () => [],
      createDirectory: () => {},
      writeFile: () => {},
      delete: () => {},
      rename: () => {},
    };
    const registration = vscode.workspace.registerFileSystemProvider('giant', provider, { isReadonly: true });
    const file = vscode.Uri.parse('giant:/large.assessment.json');
    try {
      await vscode.env.clipboard.writeText('as before');
      // Whether it is for a report, a project, a path through the guide or the questionnaire.
      await vscode.commands.executeCommand('serverlessAdvisor.copyReport', file);
      await vscode.commands.executeCommand('serverlessAdvisor.scaffold', file);
      await vscode.commands.executeCommand('serverlessAdvisor.guidePathFromAssessment', file);
      assert.equal(await vscode.env.clipboard.readText(), 'as before');
      assert.equal(reads, 0);
    } finally {
      registration.dispose();
    }
  });

  it('opens the text of a report at a place', async () => {
    const file = await openReport('image-thumbnails');
    const document = await vscode.workspace.openTextDocument(file);
    const offset = document.getText().indexOf('"answers"');
    await vscode.commands.executeCommand('serverlessAdvisor.openText', file, offset);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, document.positionAt(offset).line);
  });
});
