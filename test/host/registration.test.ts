import './vscode-stand-in';
import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { AssessmentFeature } from '../../src/host/assessment/registration';
import type { GuideFeature } from '../../src/host/guide/registration';
import type { ScaffoldFeature } from '../../src/host/scaffold/registration';

type Registered = Map<string, never>;

const assessments = 'tree serverlessAdvisor.assessments';
const plan = 'tree serverlessAdvisor.plan';
const report = 'editor serverlessAdvisor.report';
const guideView = 'view serverlessAdvisor.guide';
const guidePage = 'panel serverlessAdvisor.guidePage';

/** A page of VS Code's that can be closed, hidden and shown. */
function makePage() {
  const hearers = { close: new Set<() => void>(), show: new Set<() => void>() };
  const event = (name: keyof typeof hearers) => (hear: () => void) => {
    hearers[name].add(hear);
    return { dispose: () => hearers[name].delete(hear) };
  };
  const page = { onDidDispose: event('close'), onDidChangeVisibility: event('show') };
  const tell = (name: keyof typeof hearers) => () => {
    for (const hear of [...hearers[name]]) hear();
  };
  return { page, close: tell('close'), show: tell('show') };
}

describe('What is registered at activation', () => {
  let api: typeof vscode & { registered: Registered };
  let loads: number;
  /** Lets the code be loaded that someone waits for, or the loading fail. */
  let finish: (error?: Error) => Promise<void>;
  let done: unknown[];
  let rows: readonly string[];
  let changed: vscode.EventEmitter<void>;
  let changedPage: vscode.EventEmitter<string>;
  let registrations: vscode.Disposable;

  const get = <T>(name: string): T => {
    const found: T | undefined = api.registered.get(name);
    assert.ok(found, name);
    return found;
  };
  const run = (id: string, ...args: unknown[]): Promise<unknown> =>
    get<(...args: unknown[]) => Promise<unknown>>(`command serverlessAdvisor.${id}`)(...args);
  const told = async <T>(what: T): Promise<T> => {
    done.push(what);
    return what;
  };

  beforeEach(async () => {
    // By its name, which is not there in plain Node.
    api = await import('vscode' as string).then(module => module.default ?? module);
    const { loadOnce } = await import('../../src/host/ui/later');
    const { registerAssessment } = await import('../../src/host/assessment/registration');
    const { registerGuide } = await import('../../src/host/guide/registration');
    const { registerScaffold } = await import('../../src/host/scaffold/registration');
    api.registered.clear();
    [loads, done, rows] = [0, [], ['a file']];
    changed = new api.EventEmitter<void>();
    changedPage = new api.EventEmitter<string>();
    const waiting: ((error?: Error) => void)[] = [];
    finish = async error => {
      for (const go of waiting.splice(0)) go(error);
      await turn();
    };
    const slowly = <T>(feature: T) =>
      loadOnce(async () => {
        loads++;
        const error = await new Promise<Error | undefined>(resolve => waiting.push(resolve));
        if (error) throw error;
        return feature;
      });
    const treeRows = {
      onDidChangeTreeData: changed.event,
      getChildren: () => rows,
      getTreeItem: (row: unknown) => row,
    };
    const feature = {
      run: (...call: unknown[]) => told(call),
      rows: treeRows,
      planRows: () => treeRows,
      showReport: (document: unknown) => told(document),
      fillView: () => told('view'),
      restorePanel: () => told('page'),
      documents: { onDidChange: changedPage.event, textOf: () => 'a page' },
      chapterPages: { textOf: () => 'a chapter' },
      tasks: { provideTasks: async () => ['a task'], resolveTask: async () => undefined },
    };
    registrations = api.Disposable.from(
      registerAssessment(slowly(feature as unknown as AssessmentFeature)),
      registerScaffold(slowly(feature as unknown as ScaffoldFeature)),
      registerGuide(slowly(feature as unknown as GuideFeature)),
    );
  });
  afterEach(() => registrations.dispose());

  it('loads nothing by itself', () => assert.equal(loads, 0));

  it('runs a command that came before its code, with what it was given', async () => {
    const running = run('openReport', 'a file', true);
    await turn();
    assert.deepEqual(done, []);
    await finish();
    await running;
    assert.deepEqual(done, [['serverlessAdvisor.openReport', 'a file', true]]);
  });

  it('keeps from a command what a menu puts behind the file that it was opened on', async () => {
    const running = [
      run('openReport', { path: '/a' }, [{ path: '/a' }, { path: '/b' }]),
      run('explain', 'question', 'x', true),
    ];
    await finish();
    await Promise.all(running);
    assert.deepEqual(done, [
      ['serverlessAdvisor.openReport', { path: '/a' }, undefined],
      ['serverlessAdvisor.explain', 'question', 'x', true],
    ]);
  });

  it('loads once for two commands at once, and runs both in their order', async () => {
    const running = [run('guideBack'), run('guideForward')];
    await finish();
    await Promise.all(running);
    assert.equal(loads, 1);
    assert.deepEqual(done, [['serverlessAdvisor.guideBack'], ['serverlessAdvisor.guideForward']]);
  });

  for (const name of [assessments, plan])
    it(`fills a tree that was asked before its rows were there, as they then are, and hears of each change: ${name}`, async () => {
      const tree = get<vscode.TreeDataProvider<unknown>>(name);
      let heard = 0;
      tree.onDidChangeTreeData?.(() => heard++);
      const children = tree.getChildren();
      rows = ['another file'];
      await finish();
      assert.deepEqual(await children, ['another file']);
      changed.fire();
      assert.equal(heard, 1);
      assert.equal(await tree.getTreeItem('a row'), 'a row');
      assert.equal(loads, 1);
    });

  it('fills a report that was open when the window started', async () => {
    const { page } = makePage();
    const filled = get<{ resolveCustomTextEditor(document: unknown, panel: unknown): Promise<void> }>(
      report,
    ).resolveCustomTextEditor('a document', page);
    await finish();
    await filled;
    assert.deepEqual(done, ['a document']);
  });

  const viewOf = () => get<{ resolveWebviewView(view: unknown): Promise<void> }>(guideView);
  const pageOf = () => get<{ deserializeWebviewPanel(panel: unknown): Promise<void> }>(guidePage);

  it('fills the view and the page of the guide that a window brings back, the view before a command that came after it', async () => {
    const filled = [viewOf().resolveWebviewView(makePage().page), pageOf().deserializeWebviewPanel(makePage().page)];
    filled.push(run('reviewQuiz').then(() => {}));
    await finish();
    await Promise.all(filled);
    assert.deepEqual(done, ['view', 'page', ['serverlessAdvisor.reviewQuiz']]);
    assert.equal(loads, 1);
  });

  it('leaves a page alone that was closed while its code was loaded', async () => {
    const { page, close } = makePage();
    const filled = viewOf().resolveWebviewView(page);
    close();
    await finish();
    await filled;
    assert.deepEqual(done, []);
  });

  it('serves documents and tasks that were asked for before their code was there, and tells of a document that has changed', async () => {
    const documents = get<vscode.TextDocumentContentProvider>('documents serverless-advisor');
    const chapters = get<vscode.TextDocumentContentProvider>('documents serverless-advisor-guide');
    const tasks = get<vscode.TaskProvider>('tasks serverless-advisor');
    const heard: unknown[] = [];
    documents.onDidChange?.(uri => heard.push(uri));
    const asked = [
      documents.provideTextDocumentContent('an address' as never, undefined as never),
      chapters.provideTextDocumentContent('an address' as never, undefined as never),
      tasks.provideTasks(undefined as never),
    ];
    await finish();
    assert.deepEqual(await Promise.all(asked), ['a page', 'a chapter', ['a task']]);
    changedPage.fire('an address');
    assert.deepEqual(heard, ['an address']);
  });

  it('says in a sentence that code could not be loaded, to all who waited, and loads it for the next who asks', async () => {
    const said = /^Error: Serverless Advisor could not load .* Try it again;/;
    const failed = [assert.rejects(run('openGuide'), said), assert.rejects(run('searchGuide'), said)];
    await finish(new Error('ENOENT: /somewhere/features.js'));
    await Promise.all(failed);
    assert.deepEqual([loads, done], [1, []]);
    const again = run('openGuide');
    await finish();
    await again;
    assert.deepEqual(done, [['serverlessAdvisor.openGuide']]);
    assert.equal(loads, 2);
  });

  it('fills the view of the guide when it is shown again after its code could not be loaded', async () => {
    const { page, show } = makePage();
    const filled = assert.rejects(viewOf().resolveWebviewView(page), /could not load/);
    await finish(new Error('no space'));
    await filled;
    show();
    await finish();
    assert.deepEqual(done, ['view']);
  });

  it('asks a tree anew whose rows could not be loaded', async () => {
    const tree = get<vscode.TreeDataProvider<unknown>>(assessments);
    const failed = assert.rejects(Promise.resolve(tree.getChildren()), /could not load/);
    await finish(new Error('no space'));
    await failed;
    const children = tree.getChildren();
    await finish();
    assert.deepEqual(await children, ['a file']);
  });
});
