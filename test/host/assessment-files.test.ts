import './vscode-stand-in';
import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { largestAssessment } from '../../src/core/assessment/assessment-parser';

/** Files by their paths, with their sizes; what is asked of them, and how many bytes of them are held at once. */
function diskOf(sizes: Readonly<Record<string, number>>) {
  const asked = { stat: 0, read: 0, decode: 0 };
  const disk = {
    textDocuments: [],
    asRelativePath: String,
    decode: async (bytes: Uint8Array) => {
      asked.decode += 1;
      return new TextDecoder().decode(bytes);
    },
    fs: {
      stat: async ({ path }: vscode.Uri) => {
        asked.stat += 1;
        const size = sizes[path];
        if (size === undefined) throw new Error(`There is no ${path}.`);
        return { type: vscode.FileType.File, size, mtime: 1, ctime: 1 };
      },
      readFile: async ({ path }: vscode.Uri) => {
        asked.read += 1;
        await nextTurn();
        return new TextEncoder().encode(path.includes('ü') ? '{"ü": 1}' : '{}');
      },
    },
  };
  return { disk, asked, files: Object.keys(sizes).map(path => vscode.Uri.file(path)) };
}

describe('The assessments of a workspace', () => {
  const workspace = { ...vscode.workspace };
  after(() => void Object.assign(vscode.workspace, workspace));

  const numbered = (count: number, size: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`/${index}.assessment.json`, size]));

  it('are described in their order, many of them together, each as soon as it is there', async () => {
    const { disk, files } = diskOf(numbered(100, 1000));
    Object.assign(vscode.workspace, disk);
    const { describeEach, describeFiles } = await import('../../src/host/ui/assessment-files');
    let together = 0;
    let most = 0;
    const slowFirst = async (file: vscode.Uri): Promise<{ path: string }> => {
      most = Math.max(most, ++together);
      for (let turn = file.path.startsWith('/0') ? 5 : 1; turn > 0; turn--) await nextTurn();
      together -= 1;
      return { path: file.path };
    };
    const seen: string[] = [];
    await describeEach(files, slowFirst, (_file, { path }) => seen.push(path));
    assert.ok(most > 10, String(most));
    assert.notEqual(seen[0], '/0.assessment.json');
    const inOrder = await describeFiles(files, slowFirst);
    assert.deepEqual(
      inOrder.map(({ path }) => path),
      files.map(({ path }) => path),
    );
  });

  it('are never held in memory with more bytes than the largest that is read, which is read by itself', async () => {
    const sizes = {
      ...numbered(20, largestAssessment / 4),
      '/giant': largestAssessment,
      '/beyond': 10 * largestAssessment,
    };
    const { disk, files } = diskOf(sizes);
    Object.assign(vscode.workspace, disk);
    const { describeFiles } = await import('../../src/host/ui/assessment-files');
    let held = 0;
    let most = 0;
    const described = await describeFiles(files, async (_file, looked) => {
      const size = Math.min(looked?.size ?? 0, largestAssessment);
      held += size;
      most = Math.max(most, held);
      await nextTurn();
      held -= size;
      return {};
    });
    assert.equal(most, largestAssessment);
    assert.equal(described.length, files.length);
  });

  it('are asked for once each, and in which encoding only where that matters', async () => {
    const { disk, asked, files } = diskOf({ ...numbered(10, 100), '/ü.assessment.json': 10 });
    Object.assign(vscode.workspace, disk);
    const { describeFiles, readText } = await import('../../src/host/ui/assessment-files');
    const texts = await describeFiles(files, async (file, looked) => ({ text: await readText(file, looked) }));
    assert.deepEqual(asked, { stat: 11, read: 11, decode: 1 });
    assert.deepEqual(
      texts.slice(-2).map(({ text }) => text),
      ['{}', '{"ü": 1}'],
    );
  });

  it('that cannot be looked at do not keep the others from being described', async () => {
    const { disk, files } = diskOf(numbered(3, 100));
    Object.assign(vscode.workspace, disk);
    const { describeFiles } = await import('../../src/host/ui/assessment-files');
    const gone = vscode.Uri.file('/gone.assessment.json');
    const described = await describeFiles([gone, ...files], async (_file, looked) => ({
      isThere: looked !== undefined,
    }));
    assert.deepEqual(
      described.map(({ isThere }) => isThere),
      [false, true, true, true],
    );
  });
});
