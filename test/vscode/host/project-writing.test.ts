import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Write } from '../../../src/core/scaffold/changes';
import { binary, largestFile } from '../../../src/core/scaffold/folder';
import { fingerprintOf, lockName, ownFolder, printJournal, writeName } from '../../../src/core/scaffold/journal';
import { renewal } from '../../../src/core/scaffold/run-mark';
import { recoverProject } from '../../../src/host/scaffold/interrupted-writes';
import { readFolder } from '../../../src/host/scaffold/project-folder';
import { writeFolder } from '../../../src/host/scaffold/project-writing';
import { type PreparedStep, prepareJournal } from '../../../src/host/scaffold/write-journal';
import { isStillHeld, lock } from '../../../src/host/scaffold/write-lock';
import { holds, until } from '../until.js';
import { MemoryFiles, memoryScheme } from './memory-files';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const create = (at: string, text = `new ${at}\n`): Write => ({ path: at, text, before: undefined });
const update = (at: string, before: string): Write => ({ path: at, text: `new ${at}\n`, before });
/** What a window leaves that is killed when all is prepared. */
const leaveJournal = async (root: vscode.Uri, ...prepared: [readonly PreparedStep[], readonly string[]]) => {
  const unlock = await lock(root);
  await prepareJournal(root, ...prepared);
  await unlock?.();
};
const remove = (at: string, before: string): Write => ({ path: at, text: undefined, before });

describe('Writing a project in the window', () => {
  /** In the folder of the workspace, and beside it. */
  let home: string;
  let outside: string;
  let root: vscode.Uri;
  const inside = (name: string): string => path.join(home, 'orders', name);
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const treeOf = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.join(entry.parentPath, entry.name))
        .map(file => [path.relative(folder, file), readFileSync(file, 'utf8')]),
    );

  beforeEach(() => {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    home = realpathSync(mkdtempSync(path.join(workspace, 'writing-')));
    outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'outside-')));
    mkdirSync(path.join(home, 'orders'));
    root = vscode.Uri.file(path.join(home, 'orders'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const folder of [home, outside]) rmSync(folder, { recursive: true, force: true });
  });

  it('makes, updates and deletes in one step, and leaves nothing of its own', async () => {
    put(inside('a/b.txt'), 'old\r\n');
    put(inside('gone.txt'), 'old\n');
    const written = await writeFolder(root, [
      create('c/d/e.txt'),
      update('a/b.txt', 'old\r\n'),
      remove('gone.txt', 'old\n'),
    ]);
    assert.deepEqual('made' in written && written.made.map(uri => path.relative(inside('.'), uri.fsPath)), [
      'c/d',
      'c',
    ]);
    assert.deepEqual(treeOf(inside('.')), { 'a/b.txt': 'new a/b.txt\r\n', 'c/d/e.txt': 'new c/d/e.txt\n' });
  });

  it('keeps the byte order mark of a file', async () => {
    put(inside('a.txt'), '\uFEFFold\n');
    assert.ok('made' in (await writeFolder(root, [update('a.txt', 'old\n')])));
    assert.equal(readFileSync(inside('a.txt'), 'utf8'), '\uFEFFnew a.txt\n');
  });

  const attacks: [what: string, lay: () => void, write: Write, link: RegExp][] = [
    [
      'a folder that leads outside, when something is made in it',
      () => symlinkSync(outside, inside('src')),
      create('src/index.ts'),
      /orders\/src is a link/,
    ],
    [
      'a folder that leads outside, when something in it is written over',
      () => symlinkSync(outside, inside('src')),
      update('src/mine.txt', 'mine\n'),
      /orders\/src is a link/,
    ],
    [
      'a folder that leads outside, when something in it is deleted',
      () => symlinkSync(outside, inside('src')),
      remove('src/mine.txt', 'mine\n'),
      /orders\/src is a link/,
    ],
    [
      'a folder far above the file',
      () => symlinkSync(outside, inside('a')),
      create('a/b/c/d.txt'),
      /orders\/a is a link/,
    ],
    [
      'a file that is a link, when it is written over as text',
      () => symlinkSync(path.join(outside, 'mine.txt'), inside('README.md')),
      update('README.md', 'mine\n'),
      /README\.md is a link/,
    ],
    [
      'a file that is a link, when someone said that it is replaced',
      () => symlinkSync(path.join(outside, 'mine.txt'), inside('README.md')),
      { path: 'README.md', text: 'new\n', before: binary },
      /README\.md is a link/,
    ],
    [
      'a file that is a link, when it is deleted',
      () => symlinkSync(path.join(outside, 'mine.txt'), inside('README.md')),
      remove('README.md', 'mine\n'),
      /README\.md is a link/,
    ],
    [
      'a link that leads nowhere yet',
      () => symlinkSync(path.join(outside, 'not-there.txt'), inside('README.md')),
      create('README.md'),
      /README\.md is a link/,
    ],
    [
      'the folder of the project itself',
      () => {
        rmSync(inside('.'), { recursive: true });
        symlinkSync(outside, inside('.'));
      },
      create('index.ts'),
      /orders is a link/,
    ],
    [
      'the folder in which a write is prepared',
      () => symlinkSync(outside, inside(writeName)),
      create('index.ts'),
      /\.serverless-advisor-write is a link/,
    ],
  ];
  for (const [what, lay, write, sentence] of attacks)
    it(`goes through no link: ${what}`, async () => {
      put(path.join(outside, 'mine.txt'), 'mine\n');
      lay();
      const written = await writeFolder(root, [create('first.txt'), write]);
      assert.match('problem' in written ? written.problem : JSON.stringify(written), sentence);
      assert.deepEqual(treeOf(outside), { 'mine.txt': 'mine\n' });
      assert.ok(!existsSync(inside('first.txt')), 'nothing is written at all');
    });

  it('goes through no link above the project, in the workspace', async () => {
    mkdirSync(path.join(outside, 'orders'));
    symlinkSync(outside, path.join(home, 'sub'));
    const linked = vscode.Uri.file(path.join(home, 'sub', 'orders'));
    const written = await writeFolder(linked, [create('index.ts')]);
    assert.match('problem' in written ? written.problem : '', /sub is a link/);
    await assert.rejects(readFolder(linked, ['index.ts']), /sub is a link/);
    assert.deepEqual(treeOf(outside), {});
  });

  it('reads through no link: a folder is refused with a sentence, a file is in the way', async () => {
    put(path.join(outside, 'mine.txt'), 'mine\n');
    symlinkSync(outside, inside('src'));
    symlinkSync(path.join(outside, 'mine.txt'), inside('README.md'));
    symlinkSync(path.join(outside, 'not-there.txt'), inside('LICENSE'));
    await assert.rejects(readFolder(root, ['src/mine.txt']), /orders\/src is a link/);
    assert.deepEqual(
      await readFolder(root, ['README.md', 'LICENSE', 'none.txt']),
      new Map([
        ['README.md', binary],
        ['LICENSE', binary],
      ]),
    );
  });

  it('refuses a folder and a large file in place of one of its own, and names it', async () => {
    mkdirSync(inside('template.yaml'));
    const folder = await writeFolder(root, [create('a.txt'), { path: 'template.yaml', text: 'new\n', before: binary }]);
    assert.match('problem' in folder ? folder.problem : '', /^template\.yaml is a folder/);
    rmSync(inside('template.yaml'), { recursive: true });
    put(inside('template.yaml'), 'x'.repeat(largestFile + 1));
    const large = await writeFolder(root, [create('a.txt'), { path: 'template.yaml', text: 'new\n', before: binary }]);
    assert.match('problem' in large ? large.problem : '', /^template\.yaml is too large/);
    assert.ok(!existsSync(inside('a.txt')));
  });

  it('waits for nobody, and does not write while another run does; one that must be over is no longer in the way', async () => {
    const mark = inside(`${lockName}/4711-8823423-0123456789abcdef`);
    put(mark, '');
    const busy = await writeFolder(root, [create('a.txt')]);
    assert.match(
      'problem' in busy ? busy.problem : '',
      /^Another run is writing to .*orders\. Try again in half a minute\.$/,
    );
    assert.deepEqual(treeOf(inside('.')), { [path.relative(inside('.'), mark)]: '' });
    utimesSync(mark, new Date(Date.now() - 31_000), new Date(Date.now() - 31_000));
    assert.ok('made' in (await writeFolder(root, [create('a.txt')])));
    assert.deepEqual(treeOf(inside('.')), { 'a.txt': 'new a.txt\n' });
    assert.deepEqual(readdirSync(inside('.')), ['a.txt']);
  });

  it('renews its mark while it holds a project, and makes none anew that was taken away', async function () {
    this.timeout(30_000);
    const unlock = await lock(root);
    const [name = ''] = readdirSync(inside(lockName));
    const mark = inside(`${lockName}/${name}`);
    utimesSync(mark, new Date(0), new Date(0));
    await holds(() => assert.ok(Date.now() - statSync(mark).mtimeMs < renewal, String(statSync(mark).mtime)));
    assert.equal(await isStillHeld(root), true);
    rmSync(mark);
    // Nothing is to be seen of a renewal that finds no mark, but that its time is over.
    const over = Date.now() + renewal + 1_000;
    await until('the next renewal is over', () => Date.now() > over);
    assert.equal(existsSync(mark), false);
    assert.equal(await isStillHeld(root), false);
    await unlock?.();
    assert.deepEqual(readdirSync(inside('.')), []);
  });

  it('lets one of two at once win, as a whole', async () => {
    const one = [create('a.txt', 'one\n'), create('b.txt', 'one\n')];
    const two = [create('a.txt', 'two\n'), create('b.txt', 'two\n')];
    const outcomes = await Promise.all([writeFolder(root, one), writeFolder(root, two)]);
    assert.equal(outcomes.filter(outcome => 'made' in outcome).length, 1, JSON.stringify(outcomes));
    const { 'a.txt': a, 'b.txt': b } = treeOf(inside('.'));
    assert.equal(a, b);
  });

  it('saves what an editor holds first, so that it can be brought back', async () => {
    put(inside('a.txt'), 'old\n');
    const file = vscode.Uri.joinPath(root, 'a.txt');
    await vscode.window.showTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), 'typed ');
    await vscode.workspace.applyEdit(edit);
    const written = await writeFolder(root, [
      update('a.txt', 'typed old\n'),
      create('x'.repeat(150).concat('/', 'y'.repeat(49))),
    ]);
    assert.ok('made' in written, JSON.stringify(written));
    assert.equal(readFileSync(inside('a.txt'), 'utf8'), 'new a.txt\n');
  });
});

describe('Writing a project that fails half-way', () => {
  const files = new MemoryFiles();
  let registered: vscode.Disposable;
  let run = 0;
  let folder: string;
  let root: vscode.Uri;
  before(() => {
    registered = vscode.workspace.registerFileSystemProvider(memoryScheme, files, { isCaseSensitive: true });
  });
  after(() => registered.dispose());
  beforeEach(() => {
    run += 1;
    folder = `/run-${run}/orders`;
    root = vscode.Uri.from({ scheme: memoryScheme, path: folder });
    files.links.clear();
    files.calls.length = 0;
    files.put(`${folder}/src/kept.txt`, 'old\n');
    files.put(`${folder}/gone.txt`, 'old\n');
  });
  afterEach(() => {
    files.happening = () => {};
  });
  const writes = [
    create('lib/made.txt'),
    create('src/made.txt'),
    update('src/kept.txt', 'old\n'),
    remove('gone.txt', 'old\n'),
  ];
  const untouched = { 'gone.txt': 'old\n', 'src/kept.txt': 'old\n' };
  const failAt = (...names: string[]) => {
    files.happening = (call, at) => {
      if (call !== 'read' && names.some(name => at === `${folder}/${name}`))
        throw vscode.FileSystemError.NoPermissions(at);
    };
  };

  for (const name of ['lib/made.txt', 'src/made.txt', 'src/kept.txt', 'gone.txt'])
    it(`puts everything back and leaves nothing of its own: at ${name}`, async () => {
      failAt(name);
      const written = await writeFolder(root, writes);
      const problem = 'problem' in written ? written.problem : JSON.stringify(written);
      assert.match(problem, new RegExp(`^${name} could not be written\\. .* Everything was put back as it was\\.$`));
      assert.deepEqual(files.textsIn(folder), untouched);
      assert.ok(!files.has(`${folder}/lib`) && !files.has(`${folder}/${writeName}`), 'no folder is left');
    });

  const others: [what: string, path: string, from: string][] = [
    ['saved into a file that is to be updated', 'src/kept.txt', 'old\n'],
    ['saved into a file that is to be deleted', 'gone.txt', 'old\n'],
    ['made a file that is to be made', 'src/made.txt', ''],
  ];
  for (const [what, name, from] of others)
    it(`writes nothing where someone has ${what} while it was prepared`, async () => {
      files.happening = (call, at) => {
        if (call === 'write' && at.endsWith('/journal.new')) files.put(`${folder}/${name}`, `${from}mine\n`);
      };
      assert.deepEqual(await writeFolder(root, writes), { changed: name });
      assert.deepEqual(files.textsIn(folder), { ...untouched, [name]: `${from}mine\n` });
      assert.ok(!files.has(`${folder}/lib`) && !files.has(`${folder}/${writeName}`), 'no folder is left');
    });

  it('prepares no text but the one that the plan was made for', async () => {
    let reads = 0;
    files.happening = (call, at) => {
      if (call !== 'read' || at !== `${folder}/src/kept.txt`) return;
      reads += 1;
      if (reads === 2) files.put(at, 'mine\n');
    };
    assert.deepEqual(await writeFolder(root, writes), { changed: 'src/kept.txt' });
    assert.deepEqual(files.textsIn(folder), { ...untouched, 'src/kept.txt': 'mine\n' });
  });

  it('leaves what someone makes while it goes on, puts everything else back, and names it', async () => {
    files.happening = (call, at) => {
      if (call === 'write' && at === `${folder}/lib/made.txt`) files.put(`${folder}/src/made.txt`, 'mine\n');
    };
    const written = await writeFolder(root, writes);
    assert.match(
      'problem' in written ? written.problem : JSON.stringify(written),
      /Everything else was put back as it was\. Changed since, and left as it is: src\/made\.txt\.$/,
    );
    assert.deepEqual(files.textsIn(folder), { ...untouched, 'src/made.txt': 'mine\n' });
  });

  it('leaves what someone saves into a file that it has just made', async () => {
    files.happening = (call, at) => {
      if (call !== 'delete' || at !== `${folder}/gone.txt`) return;
      files.put(`${folder}/lib/made.txt`, 'mine\n');
      throw vscode.FileSystemError.NoPermissions(at);
    };
    const written = await writeFolder(root, writes);
    assert.match('problem' in written ? written.problem : JSON.stringify(written), /left as it is: lib\/made\.txt\.$/);
    assert.deepEqual(files.textsIn(folder), { ...untouched, 'lib/made.txt': 'mine\n' });
  });

  describe('when another run has taken it for dead', () => {
    /** What the other is in the middle of: its own journal, its texts, what it has made of a file. */
    const theirs = {
      [`${lockName}/4711-8823423-0123456789abcdef`]: '',
      [`${writeName}/journal.json`]: 'their journal',
      [`${writeName}/0.new`]: 'their text\n',
      [`${writeName}/0.old`]: 'their old text\n',
      'lib/made.txt': 'theirs\n',
    };
    const takeOver = (): void => {
      for (const path of Object.keys(files.textsIn(folder)))
        if (path.startsWith(`${lockName}/`) || path.startsWith(`${writeName}/`))
          files.delete(vscode.Uri.from({ scheme: memoryScheme, path: `${folder}/${path}` }), { recursive: true });
      for (const [path, text] of Object.entries(theirs)) files.put(`${folder}/${path}`, text);
    };
    /** Lets the other come before the first call of that kind, which fails or goes on. Gives what stood there then. */
    const comeAt = (call: string, end: string, fails: boolean) => {
      const seen: { texts?: Record<string, string> } = {};
      files.happening = (made, at) => {
        if (made !== call || !at.endsWith(end) || seen.texts) return;
        // What the other does is no call of ours.
        seen.texts = {};
        takeOver();
        seen.texts = files.textsIn(folder);
        if (fails) throw vscode.FileSystemError.NoPermissions(at);
      };
      return seen;
    };

    for (const [what, call, end] of [
      ['while it prepares', 'write', '/3.old'],
      ['while it writes its journal', 'write', '/journal.new'],
      ['when a file cannot be deleted', 'delete', '/gone.txt'],
    ] as const)
      it(`touches nothing of the other's any more: ${what}`, async () => {
        const seen = comeAt(call, end, true);
        const written = await writeFolder(root, writes);
        assert.match('takenOver' in written ? written.takenOver : '', /^Another run took over in /);
        assert.deepEqual(files.textsIn(folder), seen.texts);
      });

    it('leaves the journal of the other when all of its own is done', async () => {
      const seen = comeAt('delete', '/journal.json', true);
      await writeFolder(root, writes);
      assert.deepEqual(files.textsIn(folder), seen.texts);
    });

    /** What VS Code is given at once comes through as a whole, if only it was given before the other came. */
    const atOnce = [
      ['lib', 'lib/made.txt', 'src/made.txt', 'gone.txt'],
      [writeName, ...[0, 1, 2, 3].flatMap(staged)],
    ];
    function staged(step: number): string[] {
      return [`${writeName}/${step}.new`, `${writeName}/${step}.old`];
    }
    /** Lets the other come before each call in turn that changes something; the call goes on. `said` judges what came of each. */
    const standStillAtEach = async <T>(
      begin: () => Promise<void>,
      act: () => Promise<T>,
      said: (outcome: T) => void,
    ) => {
      for (let number = 0; ; number += 1) {
        folder = `/run-${run}-${number}/orders`;
        root = vscode.Uri.from({ scheme: memoryScheme, path: folder });
        files.put(`${folder}/src/kept.txt`, 'old\n');
        files.put(`${folder}/gone.txt`, 'old\n');
        await begin();
        let seen: Record<string, string> | undefined;
        let underWay = '';
        let count = 0;
        files.happening = (call, at) => {
          if (call === 'read' || at.includes(lockName) || seen) return;
          if (count++ < number) return;
          underWay = at.slice(folder.length + 1);
          seen = {};
          takeOver();
          seen = files.textsIn(folder);
        };
        const outcome = await act();
        files.happening = () => {};
        if (!seen) return number;
        const before = seen;
        const now = files.textsIn(folder);
        const touched = Object.keys({ ...before, ...now }).filter(path => now[path] !== before[path]);
        const mayBe = atOnce.find(paths => paths.includes(underWay)) ?? [underWay];
        assert.deepEqual(
          touched.filter(path => !mayBe.includes(path)),
          [],
          `at ${underWay}`,
        );
        // The other has ended all that was begun here when its journal went; what comes after that is nobody's.
        if (underWay !== `${writeName}/journal.json` || now[underWay] !== undefined) said(outcome);
      }
    };

    it('touches nothing any more but by the call that was under way, wherever it stood still, and says so', async () => {
      const nothing = async (): Promise<void> => {};
      const write = () => writeFolder(root, writes);
      const tried = await standStillAtEach(nothing, write, written => {
        const isDone = 'made' in written && written.left === undefined;
        assert.ok('takenOver' in written || isDone, JSON.stringify(written));
      });
      assert.ok(tried > 15, String(tried));
    }).timeout(60_000);

    it('touches nothing any more but by the call that was under way, wherever it stood still as it mends', async () => {
      const steps = [
        { path: 'src/kept.txt', before: bytesOf('old\n'), after: bytesOf('new\n') },
        { path: 'gone.txt', before: bytesOf('old\n'), after: undefined },
        { path: 'lib/made.txt', before: undefined, after: bytesOf('made\n') },
      ];
      const mend = () => recoverProject(root).catch((error: unknown) => String(error));
      const tried = await standStillAtEach(
        () => leaveJournal(root, steps, ['lib']),
        mend,
        said => assert.match(said ?? 'Another run took over', /Another run took over/),
      );
      assert.ok(tried > 5, String(tried));
    }).timeout(60_000);

    it('mends nothing any more that the other is mending', async () => {
      await leaveJournal(root, [{ path: 'src/kept.txt', before: bytesOf('old\n'), after: bytesOf('new\n') }], []);
      const seen = comeAt('read', '/0.new', false);
      await assert.rejects(recoverProject(root), /Another run took over in /);
      assert.deepEqual(files.textsIn(folder), seen.texts);
    });
  });

  it('touches nothing when a folder has become a link while it was prepared', async () => {
    files.happening = (call, at) => {
      if (call === 'write' && at.endsWith('/journal.json')) files.links.add(`${folder}/src`);
    };
    const written = await writeFolder(root, writes);
    assert.match('problem' in written ? written.problem : JSON.stringify(written), /src is a link/);
    assert.deepEqual(files.textsIn(folder), untouched);
  });

  it('says that all was written when what it had prepared cannot be removed', async () => {
    failAt(`${writeName}/1.new`);
    let isPrepared = false;
    const fail = files.happening;
    files.happening = (call, at) => {
      if (isPrepared) fail(call, at);
      isPrepared ||= call === 'write' && at.endsWith('/journal.json');
    };
    const written = await writeFolder(root, writes);
    assert.match(
      'made' in written ? (written.left ?? '') : JSON.stringify(written),
      /^All was written, but .*\.serverless-advisor-write could not be removed: .* Remove it\.$/,
    );
    assert.equal(files.textsIn(folder)['src/kept.txt'], 'new src/kept.txt\n');
  });

  it('says that all was put back when what it had prepared cannot be removed', async () => {
    let isPrepared = false;
    files.happening = (call, at) => {
      const isFailing = at === `${folder}/gone.txt` || at.endsWith('/1.new');
      if (isPrepared && call === 'delete' && isFailing) throw vscode.FileSystemError.NoPermissions(at);
      isPrepared ||= call === 'write' && at.endsWith('/journal.json');
    };
    const written = await writeFolder(root, writes);
    assert.match(
      'problem' in written ? written.problem : JSON.stringify(written),
      /Everything was put back as it was\. .*\.serverless-advisor-write could not be removed: .* Remove it\.$/,
    );
  });

  it('does not finish over what someone saves while an interrupted write is looked at', async () => {
    await leaveJournal(root, [{ path: 'src/kept.txt', before: bytesOf('old\n'), after: bytesOf('new\n') }], []);
    let looks = 0;
    files.happening = (call, at) => {
      if (call !== 'read' || !at.endsWith('/0.new')) return;
      looks += 1;
      if (looks === 2) files.put(`${folder}/src/kept.txt`, 'mine\n');
    };
    await assert.rejects(recoverProject(root), /src\/kept\.txt has changed while it was looked at/);
    assert.equal(files.textsIn(folder)['src/kept.txt'], 'mine\n');
  });

  it('has touched nothing when it cannot be prepared', async () => {
    failAt(`${writeName}/2.new`);
    const written = await writeFolder(root, writes);
    assert.match('problem' in written ? written.problem : '', /could not be prepared/);
    assert.deepEqual(files.textsIn(folder), untouched);
    assert.ok(!files.has(`${folder}/${writeName}`));
  });

  it('does not put back through what has become a link in the meantime, says so, and keeps what was there', async () => {
    files.happening = (call, at) => {
      if (call !== 'write' || at !== `${folder}/src/made.txt`) return;
      files.links.add(`${folder}/src`);
      files.calls.length = 0;
      throw vscode.FileSystemError.NoPermissions(at);
    };
    const written = await writeFolder(root, writes);
    const sentence = 'halfWritten' in written ? written.halfWritten : JSON.stringify(written);
    assert.match(
      sentence,
      /src is a link.* could not be put back everywhere: src\/made\.txt, src\/kept\.txt\. It is kept in/,
    );
    assert.deepEqual(
      files.calls.filter(call => /^(?:write|delete|read) .*\/src\//.test(call)),
      [],
    );
    assert.equal(files.textsIn(`${folder}/${writeName}`)['2.old'], 'old\n');
  });

  it('does not call a write done when a folder has become a link while it went on', async () => {
    files.happening = (call, at) => {
      if (call === 'delete' && at === `${folder}/gone.txt`) files.links.add(`${folder}/src`);
    };
    const written = await writeFolder(root, writes);
    assert.match('halfWritten' in written ? written.halfWritten : JSON.stringify(written), /src is a link/);
  });

  it('reads no large file: its size is looked at before its content', async () => {
    files.put(`${folder}/README.md`, new Uint8Array(largestFile + 1));
    files.put(`${folder}/LICENSE`, new Uint8Array(largestFile).fill(97));
    const read = await readFolder(root, ['README.md', 'LICENSE']);
    assert.equal(read.get('README.md'), binary);
    assert.equal(typeof read.get('LICENSE'), 'string');
    assert.deepEqual(files.calls, [`read ${folder}/LICENSE`]);
  });
});

describe('A write to a project that was interrupted', () => {
  let home: string;
  let root: vscode.Uri;
  const at = (name: string): string => path.join(home, name);
  const steps = [
    { path: 'made/a.txt', before: undefined, after: bytesOf('new a\n') },
    { path: 'b.txt', before: bytesOf('old b\n'), after: bytesOf('new b\n') },
    { path: 'c.txt', before: bytesOf('old c\n'), after: undefined },
    { path: 'd.txt', before: bytesOf('old d\n'), after: bytesOf('new d\n') },
  ];
  const put = (name: string, bytes: Uint8Array | undefined): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    if (bytes) writeFileSync(at(name), bytes);
    else rmSync(at(name), { force: true });
  };
  const now = () =>
    Object.fromEntries(
      steps.flatMap(({ path: name }) => (existsSync(at(name)) ? [[name, readFileSync(at(name), 'utf8')]] : [])),
    );
  const old = { 'b.txt': 'old b\n', 'c.txt': 'old c\n', 'd.txt': 'old d\n' };
  const madeAt = (): number => statSync(at(writeName)).birthtime.getTime();
  const fresh = { 'made/a.txt': 'new a\n', 'b.txt': 'new b\n', 'd.txt': 'new d\n' };

  beforeEach(async () => {
    home = realpathSync(mkdtempSync(path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'broken-')));
    root = vscode.Uri.file(home);
    for (const step of steps) if (step.before) put(step.path, step.before);
    await leaveJournal(root, steps, ['made']);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const prepareAnew = async (folders: readonly string[], anew: readonly PreparedStep[] = steps): Promise<void> => {
    rmSync(at(writeName), { recursive: true });
    await leaveJournal(root, anew, folders);
  };

  for (const done of [0, 1, 2, 3, 4])
    it(`is finished, ${done} of 4 files in`, async () => {
      for (const { path: name, after } of steps.slice(0, done)) put(name, after);
      await recoverProject(root);
      assert.deepEqual(now(), fresh);
      assert.deepEqual(readdirSync(home).sort(), ['b.txt', 'd.txt', 'made']);
    });

  it('is finished where it was stopped within a file', async () => {
    put('b.txt', bytesOf('new'));
    put('d.txt', bytesOf(''));
    await recoverProject(root);
    assert.deepEqual(now(), fresh);
  });

  it('is taken back when someone has changed a file since, and that stays', async () => {
    put('made/a.txt', bytesOf('new a\n'));
    put('b.txt', bytesOf('new'));
    put('c.txt', undefined);
    put('d.txt', bytesOf('my own\n'));
    await recoverProject(root);
    assert.deepEqual(now(), { ...old, 'd.txt': 'my own\n' });
    assert.deepEqual(readdirSync(home).sort(), ['b.txt', 'c.txt', 'd.txt']);
  });

  it('is taken back to what someone saved into a file that had been put aside', async () => {
    put('b.txt', bytesOf('new b\n'));
    // As the command line does it: the text to write is moved into its place.
    rmSync(at(path.join(writeName, '1.new')));
    writeFileSync(at(path.join(writeName, '1.old')), 'old b, and more\n');
    await recoverProject(root);
    assert.deepEqual(now(), { ...old, 'b.txt': 'old b, and more\n' });
  });

  it('has no damaged copy put back over a whole text', async () => {
    put('b.txt', bytesOf('new b\n'));
    put('d.txt', bytesOf('my own\n'));
    writeFileSync(at(path.join(writeName, '1.old')), 'ol');
    await assert.rejects(recoverProject(root), /is needed to finish it or to take it back is gone: b\.txt\. Look at/);
    assert.deepEqual(now(), { ...old, 'b.txt': 'new b\n', 'd.txt': 'my own\n' });
    assert.ok(existsSync(at(path.join(writeName, 'journal.json'))));
  });

  it('is left alone while another run may still be alive', async () => {
    mkdirSync(at(lockName));
    writeFileSync(at(path.join(lockName, '4711-8823423-0123456789abcdef')), '');
    await assert.rejects(recoverProject(root), /Another run is writing/);
    assert.deepEqual(now(), old);
  });

  it("that never began leaves nothing of its own behind, and the folder, which may be somebody's", async () => {
    for (const name of ['b.txt', 'c.txt', 'd.txt', path.join(writeName, 'journal.json')]) rmSync(at(name));
    await recoverProject(root);
    assert.deepEqual(readdirSync(home), []);
  });

  it('is finished where the project was new', async () => {
    await prepareAnew([ownFolder, 'made']);
    put('made/a.txt', bytesOf('new a\n'));
    await recoverProject(root);
    assert.deepEqual(now(), fresh);
    assert.deepEqual(readdirSync(home).sort(), ['b.txt', 'd.txt', 'made']);
  });

  for (const [whose, folders, isLeft] of [
    ['goes where the write has made it', [ownFolder, 'made'], false],
    ['stays where it was there before', ['made'], true],
  ] as const)
    it(`is taken back, and the folder of the project, empty by then, ${whose}`, async () => {
      for (const name of Object.keys(old)) rmSync(at(name));
      const creations = [
        { path: 'made/a.txt', before: undefined, after: bytesOf('new a\n') },
        { path: 'b.txt', before: undefined, after: bytesOf('new b\n') },
      ];
      await prepareAnew(folders, creations);
      put('b.txt', bytesOf('new b\n'));
      // Without the text to write it cannot be finished.
      rmSync(at(path.join(writeName, '0.new')));
      await recoverProject(root);
      assert.equal(existsSync(home), isLeft);
      if (isLeft) assert.deepEqual(readdirSync(home), []);
    });

  it('is left to a person when neither can be done, and nothing is touched', async () => {
    put('b.txt', bytesOf('new b\n'));
    for (const name of ['1.old', '3.new']) rmSync(at(path.join(writeName, name)));
    await assert.rejects(recoverProject(root), /is needed to finish it or to take it back is gone: b\.txt\. Look at/);
    assert.deepEqual(now(), { ...old, 'b.txt': 'new b\n' });
    assert.ok(existsSync(at(path.join(writeName, 'journal.json'))));
  });

  it('is not looked at through a link, nor does it write through one', async () => {
    const outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'outside-')));
    writeFileSync(path.join(outside, 'a.txt'), 'mine\n');
    symlinkSync(outside, at('made'));
    await recoverProject(root);
    assert.deepEqual(readdirSync(outside), ['a.txt']);
    assert.equal(readFileSync(path.join(outside, 'a.txt'), 'utf8'), 'mine\n');
    rmSync(outside, { recursive: true });
  });

  it('that somebody made up writes to no place that a project may not have', async () => {
    const journal = at(path.join(writeName, 'journal.json'));
    mkdirSync(at('.git/hooks'), { recursive: true });
    const evil = { path: '.git/hooks/pre-commit', before: undefined, after: fingerprintOf(bytesOf('new a\n')) };
    writeFileSync(journal, printJournal({ steps: [evil], folders: [], made: madeAt() }));
    await assert.rejects(recoverProject(root), /cannot be read, or was not written here\. Look at/);
    assert.deepEqual(readdirSync(at('.git/hooks')), []);
  });

  it('that came with the folder, a clone say, is not believed wherever it wants to write', async () => {
    const journal = at(path.join(writeName, 'journal.json'));
    const mine = { path: 'b.txt', before: fingerprintOf(bytesOf('old b\n')), after: fingerprintOf(bytesOf('new b\n')) };
    writeFileSync(journal, printJournal({ steps: [mine], folders: [], made: madeAt() - 1 }));
    await assert.rejects(recoverProject(root), /was not written here\. Look at/);
    assert.deepEqual(now(), old);
  });

  it('is not taken up while it is going on, and the next begins where nothing is left', async () => {
    await recoverProject(root);
    const written = await writeFolder(root, [create('e.txt')]);
    assert.ok('made' in written);
    assert.ok(!existsSync(at(writeName)));
  });
});
