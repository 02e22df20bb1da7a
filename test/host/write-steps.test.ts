import './vscode-stand-in';
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { PreparedStep } from '../../src/host/scaffold/write-journal';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('A write that stopped half-way', () => {
  const root = { path: '/shop', scheme: 'file', toString: () => '/shop' } as unknown as vscode.Uri;
  let files: Map<string, string>;
  let restore: () => void;
  let steps: PreparedStep[];

  before(async () => {
    const api = await import('vscode' as string).then(module => module.default ?? module);
    const found = ({ path }: vscode.Uri): string => {
      const text = files.get(path);
      if (text === undefined) throw new api.FileSystemError('FileNotFound');
      return text;
    };
    const { fs } = api.workspace;
    restore = () => Object.assign(api.workspace, { fs });
    api.workspace.fs = {
      stat: async (uri: vscode.Uri) => ({ type: api.FileType.File, size: found(uri).length }),
      readFile: async (uri: vscode.Uri) => bytes(found(uri)),
      writeFile: async ({ path }: vscode.Uri, content: Uint8Array) =>
        void files.set(path, new TextDecoder().decode(content)),
      delete: async (uri: vscode.Uri) => {
        found(uri);
        files.delete(uri.path);
      },
    };
  });
  after(() => restore());
  beforeEach(() => {
    steps = [
      { path: 'new.ts', before: undefined, after: bytes('new') },
      { path: 'changed.ts', before: bytes('old'), after: bytes('changed') },
      { path: 'gone.ts', before: bytes('gone'), after: undefined },
      { path: 'later.ts', before: undefined, after: bytes('later') },
    ];
    files = new Map([
      ['/shop/new.ts', 'new'],
      ['/shop/changed.ts', 'changed'],
    ]);
  });

  const putBack = async (saved: [string, string][] = []) => {
    const { putBack } = await import('../../src/host/scaffold/write-steps');
    const asked: string[] = [];
    const mayGoOn = async () => void asked.push([...files.keys()].join());
    const came = await putBack(root, steps, new Map(saved.map(([path, text]) => [path, bytes(text)])), mayGoOn);
    assert.equal(asked.length, steps.length, 'the lock is asked for before each file');
    return came;
  };

  it('leaves nothing behind: new files go, what was changed or deleted is as it was', async () => {
    assert.deepEqual(await putBack(), { left: [], others: [] });
    assert.deepEqual([...files].sort(), [
      ['/shop/changed.ts', 'old'],
      ['/shop/gone.ts', 'gone'],
    ]);
  });

  it('leaves alone what somebody has made since, and names it', async () => {
    files.set('/shop/new.ts', 'mine');
    files.set('/shop/later.ts', 'mine too');
    assert.deepEqual(await putBack(), { left: [], others: ['new.ts', 'later.ts'] });
    assert.equal(files.get('/shop/new.ts'), 'mine');
    assert.equal(files.get('/shop/changed.ts'), 'old');
  });

  it('takes for its own what is half-written, and what a formatter made of it when it was saved', async () => {
    files.set('/shop/new.ts', 'ne');
    files.set('/shop/changed.ts', 'changed\n');
    assert.deepEqual(await putBack([['changed.ts', 'changed\n']]), { left: [], others: [] });
    assert.deepEqual([...files.keys()].sort(), ['/shop/changed.ts', '/shop/gone.ts']);
  });

  it('names what was not written yet by the order in which VS Code goes about it', async () => {
    const { firstInTurn, stepsLeft } = await import('../../src/host/scaffold/write-steps');
    const left = async () => (await stepsLeft(root, steps)).map(({ path }) => path);
    assert.deepEqual(await left(), ['later.ts']);
    files.set('/shop/gone.ts', 'gone');
    files.set('/shop/changed.ts', 'old');
    assert.deepEqual(await left(), ['changed.ts', 'gone.ts', 'later.ts']);
    assert.equal(firstInTurn(steps), 'new.ts');
    assert.equal(firstInTurn(steps.slice(1, 3)), 'gone.ts');
    assert.equal(firstInTurn(steps.slice(1, 2)), 'changed.ts');
    assert.equal(firstInTurn([]), undefined);
  });
});
