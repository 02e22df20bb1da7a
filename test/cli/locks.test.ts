import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { triesAll } from '../amount.js';
import { type Call, SmallProgram, treeOf } from './small-program.js';

const lockName = '.serverless-advisor-lock';
const otherMachine = '0123456789abcdef';

describe('The lock of a project', function () {
  this.timeout(120_000);
  let folder: string;
  let program: SmallProgram;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'locked-')));
    program = new SmallProgram(folder);
    mkdirSync(at('drink'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (...path: string[]): string => join(folder, ...path);
  const lock = (...path: string[]): string => at('drink', lockName, ...path);
  const call = ['scaffold', 'drink'];

  /** The mark that a run leaves in the lock when it is killed there. */
  const markOfKilled = (): string => {
    const made = program
      .callsOf(['scaffold', 'drink'])
      .find(({ name, paths }) => name === 'openSync' && paths[1] === 'wx');
    rmSync(at('drink'), { recursive: true });
    mkdirSync(at('drink'));
    program.run(call, { CALL: String((made?.number ?? 0) + 2), DO: 'kill' });
    const [mark, ...others] = readdirSync(lock());
    assert.ok(mark !== undefined && others.length === 0);
    return mark;
  };
  const putMark = (mark: string, age = 0): void => {
    rmSync(lock(), { recursive: true, force: true });
    mkdirSync(lock());
    writeFileSync(lock(mark), '');
    const time = Date.now() / 1000 - age;
    utimesSync(lock(mark), time, time);
  };
  const isFree = (): void => {
    const { status, stderr } = program.run(call);
    assert.equal(status, 0, stderr);
    assert.equal(existsSync(lock()), false);
  };

  const others: [what: string, put: () => void][] = [
    ['an empty file', () => writeFileSync(lock(), '')],
    ['a file of garbage', () => writeFileSync(lock(), '\0garbage')],
    ['a file with -1', () => writeFileSync(lock(), '-1')],
    ['a file with 1', () => writeFileSync(lock(), '1')],
    ['a file with the number of a process', () => writeFileSync(lock(), String(process.pid))],
    ['a link to a device without end', () => symlinkSync('/dev/zero', lock())],
    ['a link to nothing', () => symlinkSync('nowhere', lock())],
    ['a pipe', () => spawnSync('mkfifo', [lock()])],
  ];
  for (const [what, put] of others)
    it(`is taken over, and that is said, where ${what} is in its place`, () => {
      put();
      const { status, stderr } = program.run(call);
      assert.match(stderr, /^\.serverless-advisor-lock in drink is not a lock of this version\. It is taken over\.\n$/);
      assert.equal(status, 0);
      assert.equal(existsSync(lock()), false);
    });

  it('holds up nobody as an empty folder, or with other things in it, which stay', () => {
    mkdirSync(lock());
    isFree();
    mkdirSync(lock('1-1-0123456789abcdef'), { recursive: true });
    for (const name of ['0', '-1', '1', 'notes.txt', '1-1-1', `-1-1-${otherMachine}`, `0-0-${otherMachine}`])
      writeFileSync(lock(name), 'mine');
    const before = treeOf(lock());
    const { status, stderr } = program.run(call);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(treeOf(lock()), before);
  });

  it('is taken over, and that is said, from a run that was killed', () => {
    const mark = markOfKilled();
    const { status, stderr } = program.run(call);
    assert.equal(
      stderr,
      `An earlier run (process ${mark.split('-')[0]}) that wrote to drink has died. Its lock is taken over.\n`,
    );
    assert.equal(status, 0);
    assert.equal(existsSync(lock()), false);
  });

  it('is taken over from a process whose number was given again', function () {
    if (process.platform !== 'linux') return this.skip();
    const [, , machine] = markOfKilled().split('-');
    // This very process lives, and began at another time.
    putMark(`${process.pid}-1-${machine}`);
    assert.match(program.run(call).stderr, /has died\. Its lock is taken over/);
    isFree();
  });

  it('is taken over from another machine, or from before this one was started, when it is older than a run takes', () => {
    for (const age of [60, 3_000_000, -3_000_000]) {
      putMark(`1-1-${otherMachine}`, age);
      const { status, stderr } = program.run(call);
      assert.match(stderr, /An earlier run \(process 1\) that wrote to drink has died/, String(age));
      assert.equal(status, 0);
      assert.equal(existsSync(lock()), false);
    }
  });

  it('is taken over from thousands of runs that have died with one sentence', () => {
    mkdirSync(lock());
    const old = Date.now() / 1000 - 3_000;
    for (let process = 1; process <= 3_000; process += 1) {
      const path = lock(`${process}-1-${otherMachine}`);
      writeFileSync(path, '');
      utimesSync(path, old, old);
    }
    const { status, stderr } = program.run(call);
    assert.equal(stderr, '3000 earlier runs that wrote to drink have died. Their locks are taken over.\n');
    assert.equal(status, 0);
    assert.equal(existsSync(lock()), false);
  });

  it('names a few of thousands of runs that may be alive, and how many more there are', () => {
    mkdirSync(lock());
    for (let process = 1; process <= 3_000; process += 1) writeFileSync(lock(`${process}-1-${otherMachine}`), '');
    const { status, stderr } = program.run(call);
    assert.match(stderr, /^Another run \(process (?:\d+, ){4}\d+ and 2995 more\) is writing to drink\./);
    assert.equal(status, 2);
  });

  it('is respected for as long as a run takes where its run cannot be looked for', () => {
    putMark(`1-1-${otherMachine}`);
    const { status, stderr } = program.run(call);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^Another run \(process 1\) is writing to drink\. Nothing was written; run it again when that one has ended\.\n$/,
    );
    assert.deepEqual(Object.keys(treeOf(at('drink'))), [lockName, `${lockName}/1-1-${otherMachine}`]);
  });

  it('is respected while its run is alive, however long that takes', async function () {
    if (process.platform !== 'linux') return this.skip();
    const [, , machine] = markOfKilled().split('-');
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const begin = readFileSync(`/proc/${child.pid}/stat`, 'latin1').replace(/^.*\)/s, '').split(' ')[20];
    putMark(`${child.pid}-${begin}-${machine}`, 3_000_000);
    const { status, stderr } = program.run(call);
    child.kill();
    await once(child, 'close');
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`^Another run \\(process ${child.pid}\\) is writing`));
    isFree();
  });

  it('is respected while its run is alive, also where the system does not say when a process began', async function () {
    if (process.platform !== 'linux') return this.skip();
    const [, , machine] = markOfKilled().split('-');
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const begin = readFileSync(`/proc/${child.pid}/stat`, 'latin1').replace(/^.*\)/s, '').split(' ')[20];
    const mark = `${child.pid}-${begin}-${machine}`;
    const log = join(folder, 'calls.log');
    putMark(mark, 3_000_000);
    program.run(call, { CALLS_LOG: log });
    const asked = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .find(({ paths }) => paths[0] === `/proc/${child.pid}/stat`);
    putMark(mark, 3_000_000);
    const { status, stderr } = program.run(call, { CALL: String(asked?.number), DO: 'fail:EACCES' });
    child.kill();
    await once(child, 'close');
    assert.equal(status, 2, stderr);
    assert.match(stderr, new RegExp(`^Another run \\(process ${child.pid}\\) is writing`));
  });

  it('is renewed before each step, so that others who know a run by its age take none for dead that writes', () => {
    assert.equal(program.run(call).status, 0);
    const calls = program.callsOf([...call, '--extra', 'ice']);
    const journal = calls.findIndex(({ paths }) => paths[1]?.endsWith('/journal.json'));
    const isStep = ({ name, paths }: Call): boolean =>
      /^(?:rename|link)Sync$/.test(name) && paths[1]?.includes('.serverless-advisor-write') === false;
    const isRenewal = ({ name, paths }: Call): boolean =>
      name === 'utimesSync' && paths[0]?.startsWith(lock()) === true;
    const after = calls.slice(journal + 1).filter(one => isStep(one) || isRenewal(one));
    const steps = after.flatMap((one, index) => (isStep(one) ? [index] : []));
    assert.ok(steps.length >= 4);
    for (const index of steps) assert.ok(after[index - 1] && isRenewal(after[index - 1] as Call), String(index));
  });

  it('that was taken away from a run keeps it from beginning', () => {
    assert.equal(program.run(call).status, 0);
    const before = treeOf(at('drink'));
    const prepared = program
      .callsOf([...call, '--extra', 'ice'])
      .find(({ name, paths }) => name === 'mkdirSync' && paths[0]?.endsWith('-write'));
    rmSync(at('drink'), { recursive: true });
    assert.equal(program.run(call).status, 0);
    const { status, stderr } = program.run([...call, '--extra', 'ice'], {
      CALL: String(prepared?.number),
      DO: `run:rm -r '${lock()}'`,
    });
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^Another run took over in drink, .*, or its lock was removed\./);
    assert.deepEqual(treeOf(at('drink')), before);
  });

  it('is not needed to look', () => {
    putMark(`1-1-${otherMachine}`);
    const { status, stdout } = program.run([...call, '--dry-run']);
    assert.equal(status, 0);
    assert.match(stdout, /Nothing was written/);
  });

  // Each run adds something of its own; what a run says that it did must be there in the end.
  it('has runs at once end with what each of them added, or with a sentence of those that did not', async () => {
    const rounds = Number(process.env.ROUNDS_AT_ONCE ?? (triesAll ? 12 : 4));
    for (let round = 0; round < rounds; round += 1) {
      rmSync(at('drink'), { recursive: true, force: true });
      if (round % 2 === 0) assert.equal(program.run(call).status, 0);
      else mkdirSync(at('drink'));
      if (round % 3 === 0) putMark(`4194303-1-${otherMachine}`, 100);
      const extras = ['ice', 'milk', ...(round % 4 === 3 ? ['ice', 'milk', 'ice'] : [])];
      const runs = await Promise.all(extras.map(extra => program.start([...call, '--extra', extra])));
      const { choices } = JSON.parse(readFileSync(at('drink', '.serverless-advisor.json'), 'utf8'));
      const recipe = readFileSync(at('drink', 'src', 'recipe.txt'), 'utf8');
      assert.ok(runs.some(({ status }) => status === 0));
      for (const [index, { status, stderr }] of runs.entries()) {
        const extra = extras[index] ?? '';
        if (status === 0) {
          assert.ok(choices.extra.includes(extra), `${round}: ${extra} is forgotten`);
          assert.match(recipe, new RegExp(`Add ${extra}`));
        } else {
          assert.equal(status, 2, stderr);
          assert.match(stderr, /Another run \(process|Another run has made|changed in the meantime/);
        }
      }
      const rest = Object.keys(treeOf(at('drink'))).filter(path => path.includes('.serverless-advisor-'));
      assert.deepEqual(rest, [], String(round));
    }
  });
});
