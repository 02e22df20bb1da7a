import './vscode-stand-in';
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { noProgress, type Progress, withSection } from '../../src/core/guide/progress';
import { keepIn } from '../../src/host/ui/kept-value';
import { openDisk } from './small-disk';

/** VS Code's memory of a window, that has taken a value but may never write it down. */
function openMemory(written: Record<string, unknown> = {}) {
  const values: Record<string, unknown> = { ...written };
  return {
    values,
    get: (key: string) => values[key],
    update: async (key: string, value: unknown) => {
      values[key] = value;
    },
    setKeysForSync: () => {},
  };
}

const key = 'serverlessAdvisor.guide.progress';
const read = (section: string) => (now: Progress) => withSection(now, 'topic', section);
const sections = (...ids: string[]) => ({ topic: ids });

describe('The progress in the guide', () => {
  const disk = openDisk();
  let open: (
    memory: ReturnType<typeof openMemory>,
  ) => Promise<import('../../src/host/guide/progress-store').ProgressStore>;
  before(async () => {
    const { openProgress } = await import('../../src/host/guide/progress-store');
    open = async memory => {
      const store = openProgress(memory as unknown as vscode.ExtensionContext['globalState'], keepIn(disk));
      await store.load();
      return store;
    };
  });

  it('is written down before anybody hears of it', async () => {
    const store = await open(openMemory());
    const heard = new Promise<unknown>(resolve => store.onDidChange(() => resolve(keepIn(disk).read())));
    await store.change(read('why'));
    assert.deepEqual(((await heard) as Progress).sections, sections('why'));
  });

  it('that cannot be written down is told to whoever changed it, each time, and goes on in this window', async () => {
    const full = { read: async () => undefined, write: () => Promise.reject(new Error('There is no space left.')) };
    const memory = { ...openMemory(), update: () => Promise.reject(new Error('The window is closing.')) };
    const { openProgress } = await import('../../src/host/guide/progress-store');
    const store = openProgress(memory as unknown as vscode.ExtensionContext['globalState'], full);
    const unheard: unknown[] = [];
    const listen = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', listen);
    let heard = 0;
    store.onDidChange(() => heard++);
    for (const section of ['why', 'do']) await assert.rejects(store.change(read(section)), /no space/);
    await new Promise(setImmediate);
    process.off('unhandledRejection', listen);
    assert.deepEqual([store.read().sections, heard, unheard], [sections('why', 'do'), 2, []]);
  });

  it("is there when VS Code's memory has lost it, and in that memory again with the next change", async () => {
    const memory = openMemory();
    const store = await open(memory);
    assert.deepEqual(store.read().sections, sections('why'));
    await store.change(read('do'));
    assert.deepEqual((memory.values[key] as Progress).sections, sections('why', 'do'));
  });

  it('of a later version is read as far as it goes, and never written over', async () => {
    const later = { version: 2, sections: sections('why'), streak: 7, at: Date.now() + 1000 };
    const memory = openMemory({ [key]: later });
    const store = await open(memory);
    assert.deepEqual(store.read().sections, sections('why'));
    await assert.rejects(store.change(read('do')), /newer version/);
    assert.deepEqual(memory.values[key], later);
  });

  it('is the one of another machine when that is newer, and not when it is older', async () => {
    const synced = { ...noProgress, platform: 'synced' };
    const later = await open(openMemory({ [key]: { ...synced, at: Date.now() + 60_000 } }));
    assert.equal(later.read().platform, 'synced');
    const sooner = await open(openMemory({ [key]: { ...synced, at: 5 } }));
    assert.deepEqual(sooner.read().sections, sections('why', 'do'));
    const undated = await open(openMemory({ [key]: synced }));
    assert.deepEqual(undated.read().sections, sections('why', 'do'));
  });

  it('loses nothing of two changes at once, in one window or in two that do not hear of each other', async () => {
    const [one, other] = [await open(openMemory()), await open(openMemory())];
    await Promise.all([one.change(read('a')), one.change(read('b'))]);
    await other.change(read('c'));
    assert.deepEqual((await open(openMemory())).read().sections, sections('why', 'do', 'a', 'b', 'c'));
  });

  it('goes on where it cannot be written down, and says so', async () => {
    const store = await open(openMemory());
    disk.cutOff = 0.5;
    let heard = 0;
    store.onDidChange(() => {
      heard += 1;
    });
    await assert.rejects(store.change(read('d')), /no space left/);
    assert.equal(heard, 1);
    assert.ok(store.read().sections.topic?.includes('d'));
    disk.cutOff = undefined;
    await store.change(read('e'));
    assert.deepEqual((await open(openMemory())).read().sections, sections('why', 'do', 'a', 'b', 'c', 'd', 'e'));
  });
});
