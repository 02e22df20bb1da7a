import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SmallProgram } from './small-program.js';

describe('A file that is written anew', () => {
  let folder: string;
  let program: SmallProgram;
  beforeEach(function () {
    if (process.platform === 'win32') return this.skip();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'rights-')));
    program = new SmallProgram(folder);
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
  });
  afterEach(() => folder && rmSync(folder, { recursive: true, force: true }));

  const recipe = (): string => join(folder, 'drink', 'src', 'recipe.txt');
  const rights = (path: string): string => (statSync(path).mode & 0o7777).toString(8);
  const addIce = (): void => {
    const { status, stderr } = program.run(['scaffold', 'drink', '--extra', 'ice']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(readFileSync(recipe(), 'utf8'), /Add ice/);
  };

  for (const mode of [0o600, 0o755, 0o444, 0o640, 0o4755, 0o2755])
    it(`keeps the rights ${mode.toString(8)}`, () => {
      chmodSync(recipe(), mode);
      addIce();
      assert.equal(rights(recipe()), mode.toString(8));
    });

  it('gets them back when it is put back', () => {
    chmodSync(recipe(), 0o640);
    const before = readFileSync(recipe(), 'utf8');
    const args = ['scaffold', 'drink', '--extra', 'ice'];
    cpSync(join(folder, 'drink'), join(folder, 'rehearsal'), { recursive: true });
    const calls = program.callsOf(['scaffold', 'rehearsal', '--extra', 'ice']);
    // The manifest is the last to be put in place.
    const last = calls.find(
      ({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/.serverless-advisor.json'),
    );
    const { status } = program.run(args, { CALL: String(last?.number), DO: 'fail:EIO' });
    assert.deepEqual([status, readFileSync(recipe(), 'utf8'), rights(recipe())], [2, before, '640']);
  });

  it('belongs to whom it belonged, and runs with nobody’s rights where that cannot be', function () {
    // Only the administrator can give files away.
    if (process.getuid?.() !== 0) return this.skip();
    chownSync(recipe(), 12345, 54321);
    chmodSync(recipe(), 0o4755);
    addIce();
    const { uid, gid } = statSync(recipe());
    assert.deepEqual([uid, gid, rights(recipe())], [12345, 54321, '4755']);
    // Nobody else may give what they write to the one whom the file belonged to.
    const nobody = 65534;
    chmodSync(folder, 0o755);
    for (const path of ['', 'src', 'milk', '.serverless-advisor.json', 'README.md'])
      chownSync(join(folder, 'drink', path), nobody, nobody);
    const { status, stderr } = program.run(['scaffold', 'drink', '--without', 'extra:milk'], {}, nobody);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual([statSync(recipe()).uid, rights(recipe())], [nobody, '755']);
  });

  it('is made with the rights that the mask leaves', () => {
    const mask = process.umask(0o027);
    try {
      rmSync(join(folder, 'drink'), { recursive: true });
      assert.equal(program.run(['scaffold', 'drink']).status, 0);
      addIce();
    } finally {
      process.umask(mask);
    }
    for (const path of ['', 'src', 'cold/room']) assert.equal(rights(join(folder, 'drink', path)), '750', path);
    for (const path of ['README.md', 'cold/room/ice.txt', '.serverless-advisor.json'])
      assert.equal(rights(join(folder, 'drink', path)), '640', path);
  });

  it('leaves its text to its other names', () => {
    const other = join(folder, 'other.txt');
    linkSync(recipe(), other);
    const before = readFileSync(other, 'utf8');
    addIce();
    assert.equal(readFileSync(other, 'utf8'), before);
  });

  it('that is larger than any that is generated is never read, and is in the way', () => {
    writeFileSync(recipe(), '');
    appendFileSync(recipe(), Buffer.alloc(8 * 1024 * 1024 + 1));
    const { status, stdout } = program.run(['scaffold', 'drink', '--extra', 'ice']);
    assert.equal(status, 3);
    assert.match(stdout, /src\/recipe\.txt/);
    const replaced = program.run(['scaffold', 'drink', '--extra', 'ice', '--on-conflict', 'replace']);
    assert.equal(replaced.status, 2);
    assert.match(replaced.stderr, /^src\/recipe\.txt has more than 8 MB\. Move it away if it may be replaced\.\n$/);
    const log = program.callsOf(['scaffold', 'drink', '--extra', 'ice', '--on-conflict', 'keep']);
    assert.ok(!log.some(({ name, paths }) => name === 'openSync' && paths[0]?.endsWith('recipe.txt')));
  });
});
