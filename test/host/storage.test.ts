import './vscode-stand-in';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('What cannot be written down', () => {
  it('is said by each write', async () => {
    const { keptForAll } = await import('../../src/host/ui/storage');
    const kept = keptForAll({ globalStorageUri: 'storage' as unknown as vscode.Uri }, 'x');
    for (let write = 0; write < 3; write++) await assert.rejects(kept.write(write), /no space/);
  });

  it('is told once in a row where it is written again and again, and again after a write that succeeded', async () => {
    const { tellOnce } = await import('../../src/host/ui/messages');
    const shown = Reflect.get(vscode.window, 'shown') as string[];
    shown.length = 0;
    const told = tellOnce('Writing');
    const fail = (): Promise<void> => told(Promise.reject(new Error('There is no space left.')));
    await fail();
    await fail();
    assert.equal(shown.length, 1);
    await told(Promise.resolve());
    await fail();
    assert.equal(shown.length, 2);
    assert.match(shown[0] ?? '', /no space left/);
  });
});
