import './vscode-stand-in';
import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Advisor } from '../../src/core/advisor';
import { printAssessment } from '../../src/core/assessment/assessment';
import type { FromReport, ToReport } from '../../src/protocol/report';
import { knowledge } from '../core/small-knowledge';

/** A report of a document, and what its page is told. */
async function openReport() {
  const { reportEditor } = await import('../../src/host/assessment/report-editor');
  let hear: (message: unknown) => void = () => {};
  const told: ToReport[] = [];
  const nothing = () => ({ dispose: () => {} });
  const webview = {
    html: '',
    onDidReceiveMessage: (listener: typeof hear) => {
      hear = listener;
      return nothing();
    },
    postMessage: async (message: ToReport) => told.push(message) > 0,
    asWebviewUri: (uri: unknown) => uri,
    cspSource: 'self',
  };
  const panel = { webview, visible: true, viewColumn: 1, onDidChangeViewState: nothing, onDidDispose: nothing };
  const text = printAssessment(knowledge, { workload: 'Thumbnails', answers: {}, weights: {} });
  const document = {
    uri: vscode.Uri.file('/thumbnails.assessment.json'),
    lineCount: 1,
    lineAt: () => ({ range: { end: text.length } }),
    offsetAt: (offset: number) => offset,
    getText: () => text,
  };
  const context = { extensionUri: 'extension', globalStorageUri: 'storage' };
  const advisor: Pick<Advisor, 'knowledge'> = { knowledge: async () => knowledge };
  const open = reportEditor(context as unknown as vscode.ExtensionContext, advisor as Advisor);
  await open(document as unknown as vscode.TextDocument, panel as unknown as vscode.WebviewPanel);
  return {
    webview,
    told,
    async say(intent: FromReport) {
      hear(intent);
      await later();
    },
    async change() {
      Reflect.get(vscode.workspace, 'changeTextDocument')({ document, contentChanges: [{}] });
      await later();
    },
  };
}

describe('The report of a document', () => {
  it('has its words in what VS Code loads, and gets none with its states', async () => {
    const { webview, told, say, change } = await openReport();
    const { html } = webview;
    assert.match(html, /<html lang="en">.*"openText":"Open as Text"/s);
    await say({ kind: 'ready' });
    await change();
    // Loaded again: it says so anew, from the same text.
    await say({ kind: 'ready' });
    assert.deepEqual(
      told.map(message => Object.keys(message)),
      Array(3).fill(['kind', 'state', 'memory']),
    );
    assert.doesNotMatch(JSON.stringify(told), /Open as Text/);
    assert.equal(webview.html, html);
  });
});
