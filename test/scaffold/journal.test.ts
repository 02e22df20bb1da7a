import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decideRecovery,
  type Found,
  fingerprintOf,
  isPreparation,
  isTorn,
  isWritable,
  type Journal,
  longestJournal,
  ownFolder,
  parseJournal,
  printJournal,
  untold,
} from '../../src/core/scaffold/journal.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const print = (text: string): string => fingerprintOf(bytesOf(text));
const old = print('old');
const fresh = print('new');
const edited = print('edited');

/** When the folder of a journal was made. */
const made = 1_795_771_200_123;

const changeOf = { path: 'a.txt', before: old, after: fresh };
const creation = { path: 'b.txt', before: undefined, after: fresh };
const removal = { path: 'c.txt', before: old, after: undefined };
const journal: Journal = { steps: [changeOf, creation, removal], folders: ['docs', 'docs/decisions'], made };
const journalOf = (...steps: Journal['steps']): Journal => ({ steps, folders: [], made });

const prepared = { staged: fresh, aside: old };

describe('A journal', () => {
  it('is read as it was printed', () => assert.deepEqual(parseJournal(printJournal(journal), made), journal));

  it('is read where the folder of the project had to be made', () => {
    const ofNew = { ...journal, folders: [ownFolder, 'docs'] };
    assert.deepEqual(parseJournal(printJournal(ofNew), made), ofNew);
  });

  it('is never believed with a time of making that is none, whoever says so', () => {
    for (const time of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      assert.equal(parseJournal(printJournal({ ...journal, made: time }), time), undefined, String(time));
  });

  const withPath = (path: string): string => printJournal(journalOf({ ...changeOf, path }));
  const foreign: [what: string, text: string][] = [
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['the time of another folder', printJournal({ ...journal, made: made - 1 })],
    ['no time of a folder', printJournal(journal).replace(`"made":${made},`, '')],
    ['another version', printJournal(journal).replace('"version":1', '"version":2')],
    ['steps that are none', `{"version":1,"made":${made},"steps":[1],"folders":[]}`],
    ['no folders', `{"version":1,"made":${made},"steps":[]}`],
    ['a folder outside', printJournal({ ...journal, folders: ['../up'] })],
    ['a path twice', printJournal(journalOf(changeOf, changeOf))],
    ['a step that changes nothing', printJournal(journalOf({ ...changeOf, after: old }))],
    ['a fingerprint that is none', printJournal(journalOf({ ...changeOf, after: untold }))],
    ['more than any write', `{"version":1,"made":${made},"steps":[],"folders":[]${' '.repeat(longestJournal)}}`],
    [
      'more steps than any write',
      printJournal(journalOf(...Array.from({ length: 5001 }, (_, n) => ({ ...changeOf, path: `${n}` })))),
    ],
    ...[
      '../up',
      '/etc/passwd',
      'C:/x',
      'a\\b',
      'a//b',
      '',
      '.git/hooks/pre-commit',
      'sub/.GIT/config',
      'GIT~1/config',
      '.git./config',
      '.git /config',
      '.git::$INDEX_ALLOCATION/config',
      'node_modules/x/index.js',
      '.serverless-advisor-write/0.old',
      '.Serverless-Advisor-lock',
      'nul',
      'con.txt',
      'a\0b',
      'a\u202eb',
    ].map((path): [string, string] => [`the path ${JSON.stringify(path)}`, withPath(path)]),
  ];
  for (const [what, text] of foreign)
    it(`is none with ${what}`, () => assert.equal(parseJournal(text, made), undefined));

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        parseJournal(text, made);
      }),
    );
  });

  it('may name what projects have', () => {
    for (const path of [
      'README.md',
      '.github/workflows/ci.yml',
      '.gitignore',
      '.env.example',
      '.serverless-advisor.json',
      'src/a b.ts',
    ])
      assert.ok(isWritable(path), path);
  });

  it('knows its own preparations, and nothing else', () => {
    for (const name of ['0.new', '12.old', 'journal.json', 'journal.new']) assert.ok(isPreparation(name), name);
    for (const name of ['notes.new', '0.new.txt', '.new', 'journal.json.bak', '-1.old'])
      assert.ok(!isPreparation(name), name);
  });
});

describe('A fingerprint', () => {
  it('tells contents apart that differ in a byte, in their order or in their end', () => {
    const prints = ['', 'a', 'b', 'ab', 'ba', 'ab\n', 'ab\r\n', '\0', '\0\0'].map(print);
    assert.equal(new Set(prints).size, prints.length);
  });

  it('finds no two alike among many that differ in a few bits', () => {
    const prints = Array.from({ length: 50_000 }, (_, n) => fingerprintOf(Uint8Array.of(n & 255, n >> 8, 0, n & 15)));
    assert.equal(new Set(prints).size, prints.length);
  });
});

describe('An interrupted write', () => {
  const decide = (...found: Found[]) => decideRecovery(journal, found);
  const undone: Found[] = [
    { ...prepared, now: old },
    { ...prepared, now: undefined, aside: undefined },
    { now: old, staged: undefined, aside: undefined },
  ];
  const done: Found[] = [
    { now: fresh, staged: undefined, aside: old },
    { now: fresh, staged: undefined, aside: undefined },
    { now: undefined, staged: undefined, aside: old },
  ];

  it('is finished from wherever it was', () => {
    for (let count = 0; count <= 3; count += 1)
      assert.deepEqual(decide(...done.slice(0, count), ...undone.slice(count)), {
        kind: 'finish',
        steps: [0, 1, 2].slice(count),
        torn: [],
      });
  });

  it('is taken back when someone changed a file since, and that file is left as it is', () => {
    const [first, second, third] = [done[0], undone[1], undone[2]] as [Found, Found, Found];
    assert.deepEqual(decide(first, { ...second, now: edited }, third), {
      kind: 'takeBack',
      steps: [0],
      torn: [],
      changed: ['b.txt'],
    });
    assert.deepEqual(decide({ ...first, now: untold }, ...undone.slice(1)), {
      kind: 'takeBack',
      steps: [],
      torn: [],
      changed: ['a.txt'],
    });
  });

  it('is taken back, the last step first, when a text to write is gone or is not what it was', () => {
    const last = { ...changeOf, path: 'd.txt' };
    for (const staged of [undefined, edited])
      assert.deepEqual(decideRecovery(journalOf(...journal.steps, last), [...done, { now: old, staged, aside: old }]), {
        kind: 'takeBack',
        steps: [2, 1, 0],
        torn: [],
        changed: [],
      });
  });

  it('is taken back when someone saved into a file that had been put aside: what they saved is what is put back', () => {
    for (const [index, place] of done.entries())
      if (place.aside !== undefined)
        assert.deepEqual(decide(...done.with(index, { ...place, aside: edited })), {
          kind: 'takeBack',
          steps: [2, 1, 0],
          torn: [],
          changed: [journal.steps[index]?.path],
        });
  });

  it('puts no damaged copy back over a whole text: the text to write is still there, so that nobody can have saved into it', () => {
    const damaged: Found = { now: fresh, staged: fresh, aside: print('ol') };
    assert.deepEqual(decide(damaged, ...done.slice(1)), { kind: 'finish', steps: [], torn: [] });
    assert.deepEqual(decide(damaged, ...undone.slice(1)), { kind: 'finish', steps: [1, 2], torn: [] });
    for (const now of [fresh, print('ne')])
      assert.deepEqual(
        decide(
          { ...damaged, now, isTorn: now !== fresh },
          { ...(undone[1] as Found), now: edited },
          undone[2] as Found,
        ),
        { kind: 'stuck', paths: ['a.txt'] },
      );
  });

  it('has what was stopped within a file written anew, whether it is finished or taken back', () => {
    const part = { ...prepared, now: print('ne'), isTorn: true };
    assert.deepEqual(decide(part, ...undone.slice(1)), { kind: 'finish', steps: [0, 1, 2], torn: [0] });
    assert.deepEqual(decide(part, { ...(undone[1] as Found), now: edited }, undone[2] as Found), {
      kind: 'takeBack',
      steps: [0],
      torn: [0],
      changed: ['b.txt'],
    });
    assert.deepEqual(decide({ ...part, isTorn: false }, ...undone.slice(1)), {
      kind: 'takeBack',
      steps: [],
      torn: [],
      changed: ['a.txt'],
    });
  });

  it('was stopped within a file where that is the beginning of one of the two texts, and not all of it', () => {
    const torn = (now: string) => isTorn(bytesOf(now), bytesOf('new text'), bytesOf('old'));
    assert.deepEqual(['', 'n', 'new tex', 'o'].map(torn), [true, true, true, true]);
    assert.deepEqual(['new text', 'new text!', 'x', 'olx'].map(torn), [false, false, false, false]);
    assert.equal(torn('old'), false);
    assert.equal(isTorn(bytesOf(''), undefined, undefined), false);
  });

  it('is left to a person when neither can be done', () => {
    assert.deepEqual(
      decideRecovery(journalOf(changeOf, { ...changeOf, path: 'd.txt' }), [
        { now: fresh, staged: undefined, aside: undefined },
        { now: old, staged: undefined, aside: old },
      ]),
      { kind: 'stuck', paths: ['a.txt'] },
    );
  });

  // The world changes only as the steps of a recovery change it, and each of them may be the last before the next interruption.
  it('comes to all old or all new however often it is interrupted, and never touches what someone changed', () => {
    const step = fc.constantFrom(changeOf, creation, removal);
    const state = fc.record({ isDone: fc.boolean(), isEdited: fc.boolean(), hasStaged: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, state), { maxLength: 6 }), fc.nat(8), (drawn, patience) => {
        const steps = drawn.map(([kind], index) => ({ ...kind, path: `${index}` }));
        const world = drawn.map(([{ before, after }, { isDone, isEdited, hasStaged }]) => ({
          now: isEdited ? edited : isDone ? after : before,
          staged: !isDone && hasStaged ? after : undefined,
          aside: before !== undefined && (isDone || after !== undefined) ? before : undefined,
        }));
        const start = world.map(({ now }) => now);
        for (let round = 0; ; round += 1) {
          const recovery = decideRecovery(journalOf(...steps), world);
          assert.notEqual(recovery.kind, 'stuck');
          if (recovery.kind === 'stuck') return;
          const isLast = round >= patience;
          for (const index of isLast ? recovery.steps : recovery.steps.slice(0, 1)) {
            const { before, after } = steps[index] as (typeof steps)[number];
            const place = world[index] as (typeof world)[number];
            if (recovery.kind === 'finish') {
              if (after === undefined) place.aside = place.now;
              else place.staged = undefined;
              place.now = after;
            } else {
              if (before !== undefined) place.aside = undefined;
              place.now = before;
            }
          }
          if (isLast) break;
        }
        world.forEach(({ now }, index) => {
          if (start[index] === edited) assert.equal(now, edited);
        });
        const rest = world.flatMap(({ now }, index) => (now === edited ? [] : [now === steps[index]?.after]));
        assert.ok(rest.every(isNew => isNew === rest[0]));
      }),
    );
  });
});
