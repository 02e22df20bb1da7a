import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type * as vscode from 'vscode';
import type { GuideState } from '../../src/core/guide/guide-state';
import { stateOf } from './guide-sample';
import { hostPages } from './host-words';

const dist = join(__dirname, '..', '..', 'dist');

/** What VS Code loads for a page. */
async function textOf(name: 'report' | 'guide', changed: Record<string, string> = {}): Promise<string> {
  const { reportWords, guideWords, renderPage } = await hostPages();
  const webview = { cspSource: 'https://host', asWebviewUri: (uri: vscode.Uri) => `https://host/${uri}` };
  return renderPage(webview as unknown as vscode.Webview, 'extension' as unknown as vscode.Uri, {
    ...{ script: `${name}.js`, style: `${name}.css`, title: name },
    words: { ...(name === 'report' ? reportWords() : guideWords()), ...changed },
  });
}

/** Loads a page as it is shipped, in a window of its own, and gives it a message: what it says, and what it shows then. */
async function load(name: 'report' | 'guide', html: string, message: unknown) {
  const window_ = new Window({
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
    },
  });
  const said: unknown[] = [];
  Reflect.set(window_, 'acquireVsCodeApi', () => ({
    postMessage: (intent: unknown) => said.push(structuredClone(intent)),
  }));
  window_.document.write(html);
  window_.eval(await readFile(join(dist, `${name}.js`), 'utf8'));
  window_.dispatchEvent(new window_.MessageEvent('message', { data: message }));
  const shown = window_.document.getElementById('page')?.textContent ?? '';
  await window_.happyDOM.close();
  return { first: said[0], shown };
}

describe('A page as it is shipped', () => {
  const damaged = { kind: 'show', state: { kind: 'damaged', file: 'a.assessment.json', problems: [] }, memory: {} };

  it('has its words whenever it is loaded, from a state that brings none', async () => {
    const report = await textOf('report');
    const guide = await textOf('guide');
    const home: { readonly kind: 'show'; readonly state: GuideState } = {
      kind: 'show',
      state: stateOf({ kind: 'home' }),
    };
    for (let times = 0; times < 2; times++) {
      const { first, shown } = await load('report', report, damaged);
      assert.deepEqual(first, { kind: 'ready' });
      assert.match(shown, /This file cannot be read as an assessment/);
      assert.match((await load('guide', guide, home)).shown, /Practice Guide/);
    }
  });

  it('shows what its words are, and runs nothing of them', async () => {
    const hostile = '</script><script>document.body.textContent = "run"</script><img src=x onerror=alert(1)>';
    const { shown } = await load('report', await textOf('report', { damaged: hostile }), damaged);
    assert.ok(shown.includes(hostile), shown);
  });
});
