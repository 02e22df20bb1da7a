import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf } from '../../src/core/scaffold/journal.js';
import { triesAll } from '../amount.js';
import { changesSomething, SmallProgram, treeOf } from './small-program.js';

describe('The folder of a project', function () {
  this.timeout(240_000);
  let folder: string;
  let program: SmallProgram;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'contained-')));
    program = new SmallProgram(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (path: string): string => join(folder, path);
  const madeAt = (path: string): number => statSync(at(path)).birthtime.getTime();
  const printOf = (text: string): string => fingerprintOf(Buffer.from(text));
  const update = ['scaffold', 'drink', '--without', 'extra:milk', '--extra', 'ice', '--on-conflict', 'replace'];

  /** A folder elsewhere that holds files of all names that a run reads, writes, puts aside or removes. */
  const fillOutside = (): void => {
    rmSync(at('outside'), { recursive: true, force: true });
    mkdirSync(at('outside'));
    const names = ['recipe.txt', 'ice.txt', 'kind.txt', 'journal.json', 'journal.new'];
    for (const name of [...names, ...[0, 1, 2, 3, 4, 5].flatMap(step => [`${step}.new`, `${step}.old`])])
      writeFileSync(at(join('outside', name)), `Not of the project: ${name}`);
  };

  it('is not left when a folder in it becomes a link between a look and a write', function () {
    // Elsewhere Node can do no more than look directly before (SECURITY.md).
    if (!existsSync('/proc/self/fd')) return this.skip();
    const start = (): void => {
      rmSync(at('drink'), { recursive: true, force: true });
      rmSync(at('moved'), { recursive: true, force: true });
      assert.equal(program.run(['scaffold', 'drink']).status, 0);
      appendFileSync(at('drink/src/recipe.txt'), 'Ours.\n');
    };
    start();
    const calls = program.callsOf(update).filter(changesSomething);
    fillOutside();
    const outside = treeOf(at('outside'));
    let swaps = 0;
    for (const [index, { number }] of calls.entries())
      for (const [turn, name] of ['src', '.serverless-advisor-write', '.serverless-advisor-lock'].entries()) {
        if (!triesAll && index % 15 !== turn * 5) continue;
        start();
        const swap = `[ -d drink/${name} ] && mv drink/${name} moved && ln -s ../outside drink/${name} || true`;
        const { stderr } = program.run(update, { CALL: String(number), DO: `run:${swap}` });
        if (existsSync(at('moved'))) swaps += 1;
        assert.deepEqual(treeOf(at('outside')), outside, `${name} before call ${number}: ${stderr}`);
        assert.doesNotMatch(stderr, /went wrong/);
      }
    assert.ok(swaps >= (triesAll ? 12 : 4), String(swaps));
  });

  for (const name of ['src', '.serverless-advisor-write', 'cold/room'])
    it(`is not left through ${name} that is a link from the beginning`, () => {
      assert.equal(program.run(['scaffold', 'drink']).status, 0);
      fillOutside();
      const outside = treeOf(at('outside'));
      if (name === 'src') renameSync(at('drink/src'), at('moved'));
      mkdirSync(at('drink/cold'));
      symlinkSync(at('outside'), at(`drink/${name}`), 'dir');
      const { status, stderr } = program.run(update);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^${name.replaceAll('.', '\\.')} in drink is a link`));
      assert.deepEqual(treeOf(at('outside')), outside);
    });

  it('has a link to a file replaced, not what it leads to, and only when told to', () => {
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
    writeFileSync(at('precious'), 'mine');
    rmSync(at('drink/src/recipe.txt'));
    symlinkSync(at('precious'), at('drink/src/recipe.txt'));
    assert.equal(program.run(['scaffold', 'drink', '--extra', 'ice']).status, 3);
    assert.equal(readlinkSync(at('drink/src/recipe.txt')), at('precious'));
    assert.equal(program.run(update).status, 0);
    assert.match(readFileSync(at('drink/src/recipe.txt'), 'utf8'), /Add ice/);
    assert.equal(readFileSync(at('precious'), 'utf8'), 'mine');
  });

  it('is not changed by a journal that somebody else has put there, where a write of ours could not have gone', () => {
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
    for (const path of ['.git/hooks/pre-commit', '../outside.txt', 'node_modules/x/index.js']) {
      mkdirSync(at('drink/.serverless-advisor-write'), { recursive: true });
      const step = { path, after: '2c0df4f06c4ef10b-4' };
      const journal = { version: 1, made: madeAt('drink/.serverless-advisor-write'), steps: [step], folders: [] };
      writeFileSync(at('drink/.serverless-advisor-write/journal.json'), JSON.stringify(journal));
      writeFileSync(at('drink/.serverless-advisor-write/0.new'), 'evil');
      const before = treeOf(folder);
      const { status, stderr } = program.run(update);
      assert.equal(status, 2, path);
      assert.match(stderr, /journal\.json in drink cannot be read.*then remove \.serverless-advisor-write/);
      assert.deepEqual(treeOf(folder), before, path);
    }
  });

  it('is not changed by a journal that came with the folder, a clone say, wherever it wants to write', () => {
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
    writeFileSync(at('drink/settings.env'), 'KEY=mine\n');
    mkdirSync(at('drink/.serverless-advisor-write'));
    // All of it is right but what nobody can know before the folder is made.
    const step = { path: 'settings.env', before: printOf('KEY=mine\n'), after: printOf('KEY=theirs\n') };
    const made = madeAt('drink/.serverless-advisor-write');
    const journal = { version: 1, made: made - 86_400_000, steps: [step], folders: [] };
    const put = (name: string, text: string): void =>
      writeFileSync(at(`drink/.serverless-advisor-write/${name}`), text);
    put('0.new', 'KEY=theirs\n');
    put('0.old', 'KEY=mine\n');
    put('journal.json', JSON.stringify(journal));
    const { status, stderr } = program.run(update);
    assert.equal(status, 2);
    assert.match(stderr, /was not written here.*then remove \.serverless-advisor-write/);
    assert.equal(readFileSync(at('drink/settings.env'), 'utf8'), 'KEY=mine\n');
    put('journal.json', JSON.stringify({ ...journal, made }));
    assert.match(program.run(update).stderr, /was finished/);
    assert.equal(readFileSync(at('drink/settings.env'), 'utf8'), 'KEY=theirs\n');
  });

  it('keeps what lies where writes are prepared and is not of our making', () => {
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
    mkdirSync(at('drink/.serverless-advisor-write/0.new'), { recursive: true });
    writeFileSync(at('drink/.serverless-advisor-write/notes.txt'), 'mine');
    writeFileSync(at('drink/.serverless-advisor-write/0.new/notes.txt'), 'mine');
    const { status, stderr } = program.run([...update.slice(0, 2), '--extra', 'lemon', '--without', 'extra:milk']);
    assert.equal(readFileSync(at('drink/.serverless-advisor-write/notes.txt'), 'utf8'), 'mine', stderr);
    assert.equal(readFileSync(at('drink/.serverless-advisor-write/0.new/notes.txt'), 'utf8'), 'mine');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /\.serverless-advisor-write in drink holds something that was not put there by us\. Move it away/,
    );
  });
});
