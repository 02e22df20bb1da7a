import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf, printJournal } from '../../src/core/scaffold/journal.js';
import { triesAll } from '../amount.js';
import { type Call, changesSomething, SmallProgram, treeOf } from './small-program.js';

/** Before a call that changes nothing, all is as before the next one that does. Of those, each tenth is tried where not all are. */
const tried = (calls: readonly Call[]): readonly Call[] =>
  triesAll ? calls : calls.filter(changesSomething).filter((_call, index) => index % 10 === 3);

describe('A run that is interrupted', function () {
  this.timeout(triesAll ? 1_200_000 : 120_000);
  let folder: string;
  let program: SmallProgram;
  /** What has been made or found out once, since the same is wanted by many tests. */
  const rehearsals = new Map<string, { calls: Call[]; outcome: Record<string, string> }>();
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'interrupted-')));
    program = new SmallProgram(folder);
  });
  afterEach(() => {
    for (const name of readdirSync(folder))
      if (!['program', 'project'].includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

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
    const project = join(folder, 'project', 'drink');
    if (!existsSync(project)) {
      assert.equal(program.run(['scaffold', 'project/drink']).status, 0);
      appendFileSync(join(project, 'README.md'), note);
    }
    cpSync(project, join(folder, 'start', 'drink'), { recursive: true });
  };
  const prepareEmpty = (): void => {
    cpSync(join(folder, 'program', 'cli.js'), join(folder, 'start', 'unrelated.txt'), { recursive: true });
  };
  /** The calls of a run that nothing interrupts, and what stands after it. */
  const rehearse = (args: readonly string[]) => {
    const key = JSON.stringify([args, Object.keys(treeOf(join(folder, 'start')))]);
    const known = rehearsals.get(key);
    if (known) return known;
    start();
    const rehearsal = { calls: program.callsOf(args), outcome: treeOf(work()) };
    rehearsals.set(key, rehearsal);
    return rehearsal;
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
      const { calls, outcome } = rehearse(args);
      assert.ok(calls.filter(changesSomething).length >= least);
      for (const number of tried(calls).map(call => String(call.number))) {
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
    const { calls, outcome } = rehearse(update);
    const numbers = calls.filter(changesSomething).map(({ number }) => String(number));
    for (const number of numbers.filter((_number, index) => index % (triesAll ? 9 : 36) === 3)) {
      for (const second of [0.3, 0.5, 0.7]) {
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

  for (const [what, args, prepare] of [
    ['a new folder', fresh, prepareEmpty],
    ['an update', update, prepareStart],
  ] as const)
    it(`by a failure of any of its calls, in ${what}, has done all or nothing and says which, and leaves nothing`, () => {
      prepare();
      const { calls, outcome } = rehearse(args);
      const untouched = treeOf(join(folder, 'start'));
      for (const { number, name, paths } of tried(calls).filter(changesSomething)) {
        start();
        const { status, stdout, stderr } = program.run(args, { CALL: String(number), DO: 'fail:EIO' });
        const when = `${name} ${paths.join(' ')}: ${status} ${stdout} ${stderr}`;
        assert.doesNotMatch(stderr, /went wrong|at .*cli\.js/, when);
        const isTemporary = (path: string): boolean => path.includes('.serverless-advisor-');
        const now = Object.entries(treeOf(work()));
        const rest = Object.fromEntries(now.filter(([path]) => !isTemporary(path)));
        assert.deepEqual(rest, status === 0 ? outcome : untouched, when);
        if (status !== 0) assert.match(stderr, /Nothing was changed\.\n$/, when);
        // What could not be removed must stay; the next run removes it.
        if (now.some(([path]) => isTemporary(path))) assert.match(name, /^(?:unlink|rmdir|rm|fsync)Sync$/, when);
        assert.equal(program.run(args).status, 0, when);
        assert.deepEqual(treeOf(work()), outcome, when);
      }
    });

  it('by a failure of any of its calls, below folders that are not there either, leaves none of them', () => {
    prepareEmpty();
    const below = ['scaffold', 'work/far/away/drink'];
    const { calls } = rehearse(below);
    const folders = calls.filter(({ name, paths }) => name === 'mkdirSync' && /\/far(?:\/away)?$/.test(paths[0] ?? ''));
    assert.equal(folders.length, 2);
    for (const { number } of [
      ...folders,
      ...calls
        .filter(changesSomething)
        .filter(({ name }) => name !== 'utimesSync')
        .slice(2, 12),
    ]) {
      start();
      const { status, stderr } = program.run(below, { CALL: String(number), DO: 'fail:ENOSPC' });
      assert.deepEqual([status, stderr.endsWith('Nothing was changed.\n')], [2, true], stderr);
      assert.deepEqual(treeOf(work()), treeOf(join(folder, 'start')), String(number));
    }
  });

  for (const [what, args, prepare, isOne] of [
    [
      'a new folder beside its place',
      fresh,
      prepareEmpty,
      ({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/drink') === true,
    ],
    [
      'an update without a journal',
      update,
      prepareStart,
      ({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/journal.json') === true,
    ],
    [
      'an update with a journal',
      update,
      prepareStart,
      ({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/src/recipe.txt') === true,
    ],
  ] satisfies [string, string[], () => void, (call: Call) => boolean][])
    it(`by a kill in ${what}, and then finds calls of the mending one refused, is told in a sentence`, () => {
      prepare();
      const { calls, outcome } = rehearse(args);
      const killed = String(calls.find(isOne)?.number);
      const interrupt = (): void => {
        start();
        assert.equal(program.run(args, { CALL: killed, DO: 'kill' }).signal, 'SIGKILL');
      };
      interrupt();
      const mending = program
        .callsOf(args)
        .filter(({ paths }) => paths.some(path => path.startsWith(work()) && path.includes('.serverless-advisor-')))
        .filter(
          (call, index) => triesAll || call.name === 'rmSync' || index % (changesSomething(call) ? 16 : 40) === 1,
        );
      for (const call of mending) {
        interrupt();
        const { status, stdout, stderr } = program.run(args, { CALL: String(call.number), DO: 'fail:EACCES' });
        const when = `${call.name} ${call.paths.join(' ')}: ${status} ${stdout} ${stderr}`;
        assert.doesNotMatch(stderr, /went wrong|at .*cli\.js/, when);
        assert.ok(status === 0 || status === 2, when);
        if (!changesSomething(call)) continue;
        assert.equal(program.run(args).status, 0, when);
        assert.deepEqual(treeOf(work()), outcome, when);
      }
    });

  it('is told in a sentence where it may not be looked at', () => {
    prepareStart();
    start();
    const looks = program
      .callsOf([...update, '--dry-run'])
      .filter(({ paths }) => paths.some(path => path.includes('.serverless-advisor-')));
    assert.ok(looks.length > 0);
    for (const { number, name, paths } of looks) {
      const { status, stderr } = program.run([...update, '--dry-run'], { CALL: String(number), DO: 'fail:EACCES' });
      assert.match(stderr, /^Cannot read .*: it is not allowed\.\n$/, `${name} ${paths.join(' ')}`);
      assert.equal(status, 2);
    }
  });

  for (const birth of ['zero', 'changed'])
    it(`where the file system does not keep when folders were made, and answers ${birth}, is left to a person`, () => {
      prepareStart();
      const { calls } = rehearse(update);
      const step = calls.find(({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/src/recipe.txt'));
      const log = join(folder, 'calls.log');
      start();
      // The journal may take more calls here than elsewhere.
      writeFileSync(log, '');
      assert.equal(program.run(update, { CALLS_LOG: log, BIRTH: birth }).status, 0);
      const again = readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as Call)
        .find(({ name, paths }) => name === step?.name && paths[1]?.endsWith('/src/recipe.txt'));
      start();
      program.run(update, { CALL: String(again?.number), DO: 'kill', BIRTH: birth });
      const journal = join(work(), 'drink', '.serverless-advisor-write', 'journal.json');
      assert.equal(JSON.parse(readFileSync(journal, 'utf8')).made, 0);
      const before = treeOf(join(work(), 'drink'));
      const { status, stderr } = program.run(update, { BIRTH: birth });
      assert.equal(status, 2, stderr);
      assert.match(stderr, /was not written here as far as the file system can say.*Nothing was written\.\n$/);
      for (const [path, text] of Object.entries(treeOf(join(work(), 'drink'))))
        if (!path.includes('-lock')) assert.equal(text, before[path], path);
    });

  it('by a failure, where not even what it had prepared can be removed, says where that is', function () {
    if (process.getuid?.() !== 0) this.skip();
    prepareEmpty();
    start();
    chmodSync(folder, 0o755);
    chmodSync(work(), 0o777);
    // Nobody, not even the owner, may go into folders that are made under this mask.
    const { status, stderr } = program.run(fresh, { UMASK: '0777' }, 65534);
    assert.equal(status, 2);
    const [name] = readdirSync(work()).filter(entry => entry.startsWith('.serverless-advisor-new-'));
    if (name === undefined) assert.match(stderr, /Nothing was changed\.\n$/);
    else
      assert.ok(stderr.includes(`(${join(work(), name)}) could not be removed: it is not allowed. Remove it.`), stderr);
  });

  it('by a pause in which another takes it for dead, before it puts a new folder in place, writes nothing and says why', () => {
    prepareEmpty();
    const { calls } = rehearse(fresh);
    const put = calls.find(({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/drink'));
    start();
    const beside = `rm -r '${work()}'/.serverless-advisor-new-*`;
    const { status, stderr } = program.run(fresh, { CALL: String(put?.number), DO: `run:${beside}` });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^What was prepared for work\/drink was removed meanwhile, .*\. Nothing was written; run it again\.\n$/,
    );
    assert.deepEqual(treeOf(work()), treeOf(join(folder, 'start')));
  });

  it('is not taken for dead by others who know it by its age, while it prepares a new folder', () => {
    prepareEmpty();
    const { calls } = rehearse(fresh);
    const isBeside = (path = ''): boolean => /\.serverless-advisor-new-[^/]*$/.test(path);
    const renewals = calls.filter(({ name, paths }) => name === 'utimesSync' && isBeside(paths[0]));
    const put = calls.find(({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/drink'));
    assert.ok(renewals.length >= 2 && put);
    assert.ok(renewals.some(({ number }) => number > put.number - 4));
  });

  // The other wants more than this one, or takes back what this one adds, so that files are again as this one has found them.
  const others = [
    ['--without', 'extra:milk', '--extra', 'lemon'],
    ['--without', 'extra:ice', '--extra', 'milk'],
  ].map(wishes => ['scaffold', 'work/drink', ...wishes, '--on-conflict', 'keep']);
  const killAtStep = (): void => {
    const { calls } = rehearse(update);
    const step = calls.find(({ name, paths }) => name === 'renameSync' && paths[1]?.endsWith('/src/recipe.txt'));
    start();
    program.run(update, { CALL: String(step?.number), DO: 'kill' });
  };
  for (const [what, begin] of [
    ['writes', start],
    ['finishes what a third has left', killAtStep],
    [
      'takes back what a third has left',
      () => {
        killAtStep();
        appendFileSync(join(work(), 'drink', 'src', 'recipe.txt'), note);
      },
    ],
  ] as const)
    it(`by a pause in which another takes it for dead, while it ${what}, touches nothing any more, and says so`, () => {
      prepareStart();
      begin();
      const all = program.callsOf(update);
      // When it looks for what others have left, it has the lock; before, it would take it anew.
      const locked = all.findIndex(({ paths }) => paths[0]?.endsWith('/.serverless-advisor-write'));
      assert.ok(locked > 0);
      const seen = join(folder, 'seen');
      const lock = join(work(), 'drink', '.serverless-advisor-lock');
      // Between two calls that change something, it may have looked at what the other changes: some of the looks are tried too.
      const within = all
        .slice(locked)
        .filter((call, index) => changesSomething(call) || index % 25 === 0)
        .filter((_call, index) => triesAll || index % 5 === 1);
      for (const [index, { number, name, paths }] of within.entries()) {
        begin();
        const other = program.line(others[index % others.length] ?? []);
        const pause = `rm -rf '${lock}' && ${other} && rm -rf '${seen}' && cp -a '${work()}' '${seen}'`;
        const { status, stderr } = program.run(update, { CALL: String(number), DO: `run:${pause}` });
        const when = `${number} ${name} ${paths.join(' ')}: ${status} ${stderr}`;
        assert.ok(existsSync(seen), when);
        assert.deepEqual(treeOf(work()), treeOf(seen), when);
        assert.deepEqual(
          Object.keys(treeOf(seen)).filter(path => path.includes('.serverless-advisor-')),
          [],
          when,
        );
        assert.doesNotMatch(stderr, /went wrong|at .*cli\.js|could not be|Nothing was|tries it again/, when);
        if (status !== 0) assert.match(stderr, /^Another run took over in work\/drink, /m, when);
        assert.ok(status === 0 || status === 2, when);
        rmSync(seen, { recursive: true });
      }
    });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    it(`by ${signal} while it writes, ends by it when all is written`, () => {
      prepareStart();
      const { calls, outcome } = rehearse(update);
      for (const { number } of calls
        .filter(changesSomething)
        .filter((_call, index) => index % (triesAll ? 15 : 30) === 5)) {
        start();
        const run = program.run(update, { CALL: String(number), DO: `signal:${signal}` });
        assert.equal(run.signal, signal, String(number));
        assert.match(
          run.stderr,
          new RegExp(`^Ended by ${signal}\\. What had begun to be written was written to the end`),
        );
        assert.deepEqual(treeOf(work()), outcome, String(number));
      }
    });

  // What a power cut leaves is decided by what was waited for before what.
  it('by the loss of power finds each thing on the disk before what relies on it', () => {
    prepareStart();
    const { calls } = rehearse(update);
    const place = (path: string | undefined): string => (path ?? '').slice(work().length + '/drink'.length + 1);
    const events = calls
      .filter(changesSomething)
      .map(({ name, paths }) => ({ name, from: place(paths[0]), to: place(paths[1]) }));
    const write = '.serverless-advisor-write';
    const indexes = (name: string, from: RegExp, to = /^/): number[] =>
      events.flatMap((event, index) =>
        event.name === name && from.test(event.from) && to.test(event.to) ? [index] : [],
      );
    const only = (name: string, from: RegExp, to?: RegExp): number => {
      const [index, ...others] = indexes(name, from, to);
      assert.ok(index !== undefined && others.length === 0, `${name} ${from}`);
      return index;
    };
    const journal = only('renameSync', /journal\.new$/, /journal\.json$/);
    const isStep = (index: number): boolean => index > journal && index < journalGone;
    const journalGone = only('unlinkSync', /journal\.json$/);
    const texts = indexes('openSync', /\/\d+\.new$/).map(index => events[index]?.from ?? '');
    assert.ok(texts.length >= 5);
    for (const text of texts) {
      const flushed = indexes('fsyncSync', new RegExp(`^${text.replaceAll('.', '\\.')}$`));
      assert.equal(flushed.length, 1, text);
      assert.ok((flushed[0] ?? 0) < journal, text);
    }
    const asides = indexes('linkSync', /^/, /\.old$/);
    assert.ok(asides.length >= 3);
    const flushes = indexes('fsyncSync', new RegExp(`^${write.replaceAll('.', '\\.')}$`));
    const lastPrepared = Math.max(...asides, ...indexes('openSync', /\/\d+\.new$/));
    assert.ok(
      flushes.some(index => index > lastPrepared && index < journal),
      'the folder before the journal',
    );
    assert.ok(only('fsyncSync', /journal\.new$/) < journal, 'the journal before its name');
    const steps = events.flatMap(({ from, to }, index) =>
      isStep(index) && [from, to].some(isOfProject) ? [index] : [],
    );
    const firstStep = Math.min(...steps.filter(index => /^(?:rename|link)/.test(events[index]?.name ?? '')));
    assert.ok(
      flushes.some(index => index > journal && index < firstStep),
      'the name of the journal before the first step',
    );
    assert.ok(
      indexes('fsyncSync', /^$/).some(index => index > journal && index < firstStep),
      'the folder of the journal',
    );
    for (const index of steps.filter(index => /^(?:rename|link|mkdir)/.test(events[index]?.name ?? ''))) {
      const path = [events[index]?.to, events[index]?.from].find(path => isOfProject(path ?? '')) ?? '';
      const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      const flushed = indexes('fsyncSync', /^/).some(
        flush => flush > index && flush < journalGone && events[flush]?.from === parent,
      );
      assert.ok(flushed, `the folder of ${path} before the journal goes`);
    }
    assert.ok(
      flushes.some(index => index > journalGone && index < Math.min(...indexes('unlinkSync', /\d\.old$/))),
      'the end',
    );
    function isOfProject(path: string): boolean {
      return path !== '' && !path.startsWith('.serverless-advisor-');
    }
  });

  it('by a full disk, wherever it is full, has changed nothing, and goes through when there is room', function () {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const into = ['scaffold', 'disk/drink', '--without', 'extra:milk', '--extra', 'ice'];
    let refusals = 0;
    // Room for so many files and folders more; only the administrator of a Linux machine can make such disks.
    for (let room = 0; room < 24; room += triesAll ? 1 : 4) {
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,nr_inodes=60', 'tmpfs', disk]).status !== 0)
        return this.skip();
      try {
        assert.equal(program.run(['scaffold', 'disk/drink']).status, 0);
        appendFileSync(join(disk, 'drink', 'README.md'), note);
        const before = treeOf(disk);
        mkdirSync(join(disk, 'fill'));
        const free = Number(spawnSync('stat', ['-f', '-c', '%d', disk], { encoding: 'utf8' }).stdout);
        for (let file = room; file < free - 1; file += 1) writeFileSync(join(disk, 'fill', String(file)), '');
        const { status, stderr } = program.run(into);
        rmSync(join(disk, 'fill'), { recursive: true });
        if (status !== 0) {
          refusals += 1;
          assert.match(stderr, /^Cannot write to disk\/drink: the disk is full\. Nothing was changed\.\n$/);
          assert.equal(status, 2);
          assert.deepEqual(treeOf(disk), before, `room for ${room}`);
          assert.deepEqual(program.run(into).stderr, '');
        }
        const after = treeOf(disk);
        assert.ok(after['drink/README.md']?.endsWith(note));
        assert.ok('drink/cold/room/ice.txt' in after);
        assert.deepEqual(
          Object.keys(after).filter(path => path.includes('.serverless-advisor-')),
          [],
        );
      } finally {
        execFileSync('umount', [disk]);
      }
    }
    assert.ok(refusals >= 4, String(refusals));
  });

  // A window names the project's own folder among those that it made.
  for (const [what, folders, more, left] of [
    ['is gone with it', ['', 'src'], [], ['(none)']],
    ['stays where it is not named', ['src'], [], []],
    ['stays where someone has put something into it', ['', 'src'], ['note.txt'], ['note.txt']],
  ] as const)
    it(`in a new folder, by a window, and is taken back by a run that writes nothing: the folder ${what}`, () => {
      const drink = join(work(), 'drink');
      const write = join(drink, '.serverless-advisor-write');
      mkdirSync(join(drink, 'src'), { recursive: true });
      mkdirSync(write);
      const texts = ['Made.\n', 'Not yet.\n'];
      const paths = ['src/made.txt', 'later.txt'];
      const steps = texts.map((text, index) => ({
        path: paths[index] ?? '',
        before: undefined,
        after: fingerprintOf(Buffer.from(text)),
      }));
      for (const [index, text] of texts.entries()) writeFileSync(join(write, `${index}.new`), text);
      const made = statSync(write).birthtime.getTime();
      writeFileSync(join(write, 'journal.json'), printJournal({ steps, folders, made }));
      writeFileSync(join(drink, 'src', 'made.txt'), texts[0] ?? '');
      // What is not there any more can only be taken back.
      rmSync(join(write, '1.new'));
      for (const name of more) writeFileSync(join(drink, name), '');
      const { status, stderr } = program.run(['scaffold', 'work/drink', '--extra', 'nothing of the kind']);
      assert.match(
        stderr,
        /^An earlier run in work\/drink was interrupted\. What it had begun to write was taken back\.\n/,
      );
      assert.equal(status, 2);
      assert.deepEqual(existsSync(drink) ? readdirSync(drink) : ['(none)'], left);
      assert.ok(existsSync(work()));
    });

  // VS Code writes into files rather than replacing them; its journal is the same.
  it('within a file, by another writer, has that file written anew or put back', () => {
    prepareStart();
    for (const isFinished of [true, false])
      for (const part of ['', 'Begun', 'Boi']) {
        start();
        const recipe = join(work(), 'drink', 'src', 'recipe.txt');
        const old = readFileSync(recipe, 'utf8');
        const write = join(work(), 'drink', '.serverless-advisor-write');
        mkdirSync(write);
        const texts = ['Begun and ended.\n', 'Made.\n'];
        const [after, made] = texts.map(text => fingerprintOf(Buffer.from(text)));
        const steps = [
          { path: 'src/recipe.txt', before: fingerprintOf(Buffer.from(old)), after },
          { path: 'made.txt', before: undefined, after: made },
        ];
        writeFileSync(join(write, '0.old'), old);
        for (const [index, text] of texts.entries()) writeFileSync(join(write, `${index}.new`), text);
        writeFileSync(
          join(write, 'journal.json'),
          printJournal({ steps, folders: [], made: statSync(write).birthtime.getTime() }),
        );
        writeFileSync(recipe, part);
        writeFileSync(join(work(), 'drink', 'made.txt'), isFinished ? 'Ma' : 'Someone else made this.');
        const { status, stderr } = program.run(['scaffold', 'work/drink', '--on-conflict', 'keep']);
        assert.equal(status, 0, stderr);
        assert.match(
          stderr,
          isFinished ? /was finished\.\n$/ : /was taken back\. Left as someone has made it since: made\.txt\.\n$/,
        );
        assert.equal(readFileSync(recipe, 'utf8'), isFinished ? texts[0] : old);
        assert.equal(
          readFileSync(join(work(), 'drink', 'made.txt'), 'utf8'),
          isFinished ? texts[1] : 'Someone else made this.',
        );
        assert.equal(existsSync(write), false);
      }
  });

  it('within a file, and then saved by someone while the next one mends that, is left as it was saved', () => {
    prepareStart();
    const recipe = join(work(), 'drink', 'src', 'recipe.txt');
    const interrupt = (): void => {
      start();
      const old = readFileSync(recipe, 'utf8');
      const write = join(work(), 'drink', '.serverless-advisor-write');
      mkdirSync(write);
      const print = (text: string): string => fingerprintOf(Buffer.from(text));
      const steps = [{ path: 'src/recipe.txt', before: print(old), after: print('Begun and ended.\n') }];
      writeFileSync(join(write, '0.old'), old);
      writeFileSync(join(write, '0.new'), 'Begun and ended.\n');
      const made = statSync(write).birthtime.getTime();
      writeFileSync(join(write, 'journal.json'), printJournal({ steps, folders: [], made }));
      writeFileSync(recipe, 'Begun');
    };
    interrupt();
    const mend = ['scaffold', 'work/drink', '--on-conflict', 'keep'];
    const calls = program.callsOf(mend);
    assert.equal(readFileSync(recipe, 'utf8'), 'Begun and ended.\n');
    const step = calls.findIndex(({ name, paths }) => name === 'renameSync' && paths[1] === recipe);
    const renewal = calls.slice(0, step).findLast(({ name }) => name === 'utimesSync');
    interrupt();
    const save = `run:printf 'Begun by a person' > '${recipe}'`;
    const { status, stderr } = program.run(mend, { CALL: String(renewal?.number), DO: save });
    assert.match(stderr, /src\/recipe\.txt has changed in the meantime/);
    assert.equal(status, 2);
    assert.equal(readFileSync(recipe, 'utf8'), 'Begun by a person');
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
    assert.match(stderr, /An earlier run in work\/drink was interrupted\. What it had begun to write was finished\.\n/);
  });
});
