import './vscode-stand-in';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lockName, writeName } from '../../src/core/scaffold/journal';
import { longestRun } from '../../src/core/scaffold/run-mark';

const otherRun = '4711-8823423-0123456789abcdef';
/** Folders in which another run has just said that it is writing, as VS Code answers for them. */
function projectsInUse(names: readonly string[]): object {
  return {
    isTrusted: true,
    workspaceFolders: [],
    getWorkspaceFolder: () => undefined,
    asRelativePath: String,
    findFiles: async (glob: string) =>
      glob.includes(writeName) && glob.endsWith('/*')
        ? names.map(name => vscode.Uri.file(`/${name}/${lockName}/${otherRun}`))
        : [],
    fs: {
      stat: async (at: vscode.Uri) => ({
        type: at.path.endsWith(otherRun) ? vscode.FileType.File : vscode.FileType.Directory,
        mtime: Date.now(),
        size: 0,
        ctime: 1,
      }),
      readDirectory: async () => [[otherRun, vscode.FileType.File]],
      writeFile: async () => undefined,
      delete: async () => undefined,
    },
  };
}

describe('Writes that may have been interrupted', () => {
  const wait = globalThis.setTimeout;
  const later: (() => void)[] = [];
  const workspace = { ...vscode.workspace };
  before(() => {
    globalThis.setTimeout = ((act: () => void, time: number) =>
      time === longestRun ? later.push(act) : wait(act, time)) as typeof setTimeout;
  });
  after(() => {
    globalThis.setTimeout = wait;
    Object.assign(vscode.workspace, workspace);
  });

  it('are looked for again once for all of the projects in which another run may be writing, however often', async () => {
    Object.assign(vscode.workspace, projectsInUse(['one', 'two', 'three']));
    const { recoverWorkspace } = await import('../../src/host/scaffold/interrupted-writes');
    await recoverWorkspace();
    for (let round = 0; round < 3; round++) {
      assert.equal(later.length, 1);
      later.pop()?.();
      await recoverWorkspace();
    }
  });
});
