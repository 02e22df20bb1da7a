import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesSomething, SmallProgram, treeOf } from './small-program.js';

/** Every call is tried, those that change nothing too, when this is set; otherwise those between which something differs. */
const tryAll = process.env.TRY_EVERY_CALL !== undefined;

describe('A run that is interrupted', function () {
  this.timeout(tryAll ? 1_200_000 : 120_000);
  let folder: string;
  let program: SmallProgram;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'interrupted-')));
    program = new SmallProgram(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const work = (): string => join(folder, 'work');
  const note = 'A line of our own.\n';
  const fresh = ['scaffold', 'work/drink'];
  const update = ['scaffold', 'work/drink', '--without', 'extra:milk', '--extra', 'ice', '--on-conflict', 'keep'];

  /** Where a run starts from, copied anew for each: a project that someone has worked on. */
  const start = (): void => {
    rmSync(work(), { recursive: true, force: true });
    cpSync(join(folder, 'start'), work(), { recursive: true });
  };
  const prepareStart = (): void => {
    cpSync(join(folder, 'program', 'cli.js'), join(folder, 'start', 'unrelated.txt'), { recursive: true });
    assert.equal(program.run(['scaffold', 'start/drink']).status, 0);
    appendFileSync(join(folder, 'start', 'drink', 'README.md'), note);
  };
  const prepareEmpty = (): void => {
    cpSync(join(folder, 'program', 'cli.js'), join(folder, 'start', 'unrelated.txt'), { recursive: true });
  };
  /** The numbers of the calls to try, and what stands after a run that nothing interrupts. */
  const rehearse = (args: readonly string[]) => {
    start();
    const calls = program.callsOf(args).filter(call => tryAll || changesSomething(call));
    return { numbers: calls.map(({ number }) => String(number)), outcome: treeOf(work()) };
  };

  /** Each file holds what it held or what it shall hold, and none that does so before and after is missing. */
  const assertOldOrNew = (outcome: Record<string, string>, when: string): void => {
    const before = treeOf(join(folder, 'start'));
    const now = treeOf(work());
    const files = [...new Set([before, now, outcome].flatMap(Object.keys))].filter(
      path => !/\.serverless-advisor-/.test(path),
    );
    for (const path of files)
      if (now[path] !== '(folder)') assert.ok([before[path], outcome[path]].includes(now[path]), `${when}: ${path}`);
  };

  for (const [what, args, prepare, least] of [
    ['a new folder', fresh, prepareEmpty, 20],
    ['an update with edits, additions and a deletion', update, prepareStart, 50],
  ] as const)
    it(`by a kill before any of its calls, in ${what}, is finished or begun anew by the next, and nothing is lost or left`, () => {
      prepare();
      const { numbers, outcome } = rehearse(args);
      assert.ok(numbers.length >= least, `${numbers.length} calls`);
      for (const number of numbers) {
        start();
        assert.equal(program.run(args, { CALL: number, DO: 'kill' }).signal, 'SIGKILL');
        assertOldOrNew(outcome, `killed before call ${number}`);
        const { status, stderr } = program.run(args);
        assert.equal(status, 0, `${number}: ${stderr}`);
        assert.deepEqual(treeOf(work()), outcome, `killed before call ${number}: ${stderr}`);
      }
    });

  it('by a kill, and again by a kill while the next one mends that, is mended by the one after it', () => {
    prepareStart();
    const { numbers, outcome } = rehearse(update);
    // A seventh of the moments with each of a few for the second.
    for (const number of numbers.filter((_number, index) => index % 7 === 3)) {
      for (const second of [0.2, 0.4, 0.6, 0.8]) {
        start();
        program.run(update, { CALL: number, DO: 'kill' });
        const again = numbers[Math.floor(second * numbers.length)] ?? '';
        program.run(update, { CALL: again, DO: 'kill' });
        const { status, stderr } = program.run(update);
        assert.equal(status, 0, stderr);
        assert.deepEqual(treeOf(work()), outcome, `killed before ${number}, then before ${again}: ${stderr}`);
      }
    }
  });

  it('says in a sentence what the next one did about it', () => {
    prepareStart();
    start();
    const calls = program.callsOf(update);
    const renames = calls.filter(({ name, paths }) => name === 'renameSync' && !paths[1]?.endsWith('journal.json'));
    start();
    program.run(update, { CALL: String(renames[1]?.number), DO: 'kill' });
    const dry = program.run([...update, '--dry-run']);
    assert.match(dry.stderr, /An earlier run in work\/drink was interrupted, or another is writing now/);
    const { stderr } = program.run(update);
    assert.match(
      stderr,
      /^An earlier run \(process \d+\) that wrote to work\/drink has died\. Its lock is taken over\.\n/,
    );
    assert.match(
      stderr,
      /An earlier run in work\/drink was interrupted\. What it had begun to write was finished\.\n$/,
    );
  });
});
