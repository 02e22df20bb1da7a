import './vscode-stand-in';
import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { openGuide } from '../../src/core/guide/guide';
import type { GuideState } from '../../src/core/guide/guide-state';
import { placeAt } from '../../src/core/guide/history';
import { noProgress } from '../../src/core/guide/progress';
import type { GuideDesk } from '../../src/host/guide/guide-desk';
import type { GuideMemory, Stand } from '../../src/host/guide/guide-surface';
import type { FromGuide, ToGuide } from '../../src/protocol/guide';
import { knowledge } from '../core/small-knowledge';
import { guideFile } from './guide-file';

const guide = openGuide(guideFile);
const chapter = (id: string) => ({ kind: 'chapter', chapter: id, section: null }) as const;

/** A page and what it is told, with a memory that takes its time to write. */
async function openPage(before?: unknown) {
  const { openSurface } = await import('../../src/host/guide/guide-surface');
  let hear: (message: unknown) => void = () => {};
  const shown: GuideState[] = [];
  const told: ToGuide[] = [];
  const kept: GuideMemory[] = [];
  const waiting: { readonly finish: () => void; readonly fail: (error: Error) => void }[] = [];
  const webview = {
    html: '',
    onDidReceiveMessage: (listener: typeof hear) => {
      hear = listener;
      return { dispose: () => {} };
    },
    postMessage: async (message: ToGuide) => {
      told.push(message);
      shown.push(message.state);
      return true;
    },
    asWebviewUri: (uri: unknown) => uri,
    cspSource: 'self',
  } as unknown as vscode.Webview;
  const stand: Stand = {
    kind: 'side bar',
    webview,
    isVisible: () => true,
    recall: async () => before,
    keep: memory =>
      new Promise((resolve, fail) => {
        const finish = () => {
          kept.push(memory);
          resolve();
        };
        waiting.push({ finish, fail });
      }),
    moved: () => {},
  };
  const desk = {
    extensionUri: 'extension',
    progress: { read: () => noProgress, onDidChange: () => ({ dispose: () => {} }) },
    path: { make: async () => undefined },
    today: () => '2026-11-24',
    load: async () => ({ guide, knowledge }),
  } as unknown as GuideDesk;
  openSurface(desk, stand);
  const settle = async () => {
    for (let turns = 0; turns < 5; turns++) await later();
  };
  return {
    webview,
    shown,
    told,
    kept,
    settle,
    async say(intent: FromGuide) {
      hear(intent);
      await settle();
    },
    async failToWrite() {
      for (const { fail } of waiting.splice(0)) fail(new Error('There is no space left.'));
      await settle();
    },
    /** What was to be written down so far is. */
    async write() {
      for (const { finish } of waiting.splice(0)) finish();
      await settle();
    },
  };
}

describe('A page of the guide', () => {
  it('shows a place when it is written down, and not before', async () => {
    const page = await openPage();
    await page.say({ kind: 'ready' });
    assert.equal(page.shown.length, 0);
    await page.write();
    assert.deepEqual(
      page.shown.map(({ place }) => place),
      [{ kind: 'home' }],
    );
    await page.say({ kind: 'go', place: chapter('topic') });
    assert.equal(page.shown.length, 1);
    await page.write();
    assert.deepEqual(page.shown.at(-1)?.place, chapter('topic'));
    assert.deepEqual(page.kept.map(({ history }) => placeAt(history)).at(-1), chapter('topic'));
  });

  it('has its words in what VS Code loads, and gets none with its states', async () => {
    const page = await openPage();
    const { html } = page.webview;
    assert.match(html, /<html lang="en">.*"openMarkdown":"Open as Markdown"/s);
    await page.say({ kind: 'ready' });
    await page.write();
    await page.say({ kind: 'go', place: chapter('topic') });
    await page.write();
    // Loaded again: it says so anew, from the same text.
    await page.say({ kind: 'ready' });
    await page.write();
    assert.deepEqual(
      page.told.map(message => Object.keys(message)),
      Array(3).fill(['kind', 'state']),
    );
    assert.doesNotMatch(JSON.stringify(page.told), /Open as Markdown/);
    assert.equal(page.webview.html, html);
  });

  it('goes on where it was, with its way back and how each visit looked', async () => {
    const page = await openPage();
    await page.say({ kind: 'ready' });
    await page.say({ kind: 'go', place: chapter('topic') });
    await page.say({ kind: 'go', place: chapter('state') });
    await page.say({ kind: 'back' });
    const visits = { 1: { section: null, scroll: 10, query: 'cold' }, 2: { section: null, scroll: 250, query: '' } };
    await page.say({ kind: 'remember', visits });
    await page.write();
    const again = await openPage(JSON.parse(JSON.stringify(page.kept.at(-1))));
    await again.say({ kind: 'ready' });
    await again.write();
    const [state] = again.shown;
    assert.deepEqual(state?.place, chapter('topic'));
    assert.deepEqual(state?.visits, visits);
    assert.ok(state?.canGoBack && state.canGoForward);
  });

  it('begins at its start where what was kept makes no sense', async () => {
    for (const before of [
      null,
      'text',
      { history: 7, visits: [] },
      { visits: { 1: { section: null, scroll: 9, query: '' } } },
    ]) {
      const page = await openPage(before);
      await page.say({ kind: 'ready' });
      await page.write();
      assert.deepEqual(
        page.shown.map(({ place, visits }) => [place, visits]),
        [[{ kind: 'home' }, {}]],
      );
    }
  });

  it('shows a place that cannot be written down, since reading matters more', async () => {
    const page = await openPage();
    await page.say({ kind: 'ready' });
    await page.failToWrite();
    assert.deepEqual(page.shown.at(-1)?.place, { kind: 'home' });
  });
});
