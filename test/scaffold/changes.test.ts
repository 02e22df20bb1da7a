import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Change, changesIn, isConflict, outcomeOf, type Write, writesFor } from '../../src/core/scaffold/changes';
import { binary, type Folder } from '../../src/core/scaffold/folder';
import { hashOf, manifestPath, parseManifest } from '../../src/core/scaffold/manifest';
import type { PlannedFile } from '../../src/core/scaffold/plan';
import type { Previous } from '../../src/core/scaffold/previous';
import { smallCatalogue } from './small-catalogue';

const request = { name: 'orders', choices: { drink: 'tea', extra: [], biscuit: 'none' } };

function file(path: string, text: string, once = false): PlannedFile {
  return { path, text, once, from: [] };
}

/** What the folder remembers when these files were generated. */
function generated(...files: PlannedFile[]): Previous {
  return new Map(files.map(planned => [planned.path, { hash: hashOf(planned.text), planned }]));
}

/** What it remembers when another version generated this text, and today's parts give another one for the same choices. */
function generatedBefore(was: string, today: PlannedFile): Previous {
  return new Map([[today.path, { hash: hashOf(was), planned: today }]]);
}

function kindsOf(changes: readonly Change[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ path, kind }) => [path, kind]));
}

describe('A plan held against a folder', () => {
  it('creates what is not there and leaves alone what is there already', () => {
    const folder: Folder = new Map([['b', 'two\n']]);
    const changes = changesIn(folder, [file('a', 'one\n'), file('b', 'two\n')]);
    assert.deepEqual(kindsOf(changes), { a: 'create', b: 'same' });
  });

  it('never takes a file that it did not generate', () => {
    const changes = changesIn(new Map([['a', 'mine\n']]), [file('a', 'one\n')]);
    assert.deepEqual(kindsOf(changes), { a: 'taken' });
    assert.equal(
      writesFor(request, changes, new Map([['a', 'mine\n']])).some(({ path }) => path === 'a'),
      false,
    );
  });

  it('updates what nobody changed', () => {
    const changes = changesIn(new Map([['a', 'old\n']]), [file('a', 'new\n')], generated(file('a', 'old\n')));
    assert.deepEqual(kindsOf(changes), { a: 'update' });
  });

  it('does not take line endings for a change', () => {
    const changes = changesIn(new Map([['a', 'old\r\n']]), [file('a', 'new\n')], generated(file('a', 'old\n')));
    assert.deepEqual(kindsOf(changes), { a: 'update' });
  });

  it('keeps what someone changed elsewhere and brings the new lines too', () => {
    const before = 'one\n\ntwo\n\nthree\n';
    const changes = changesIn(
      new Map([['a', 'ONE\n\ntwo\n\nthree\n']]),
      [file('a', 'one\n\ntwo\n\nthree\n\nfour\n')],
      generated(file('a', before)),
    );
    assert.deepEqual(kindsOf(changes), { a: 'merge' });
    assert.equal(changes[0] && outcomeOf(changes[0]), 'ONE\n\ntwo\n\nthree\n\nfour\n');
  });

  it('asks where both changed the same lines', () => {
    const changes = changesIn(new Map([['a', 'mine\n']]), [file('a', 'new\n')], generated(file('a', 'old\n')));
    assert.deepEqual(kindsOf(changes), { a: 'edited' });
    assert.equal(changes[0]?.base, 'old\n');
  });

  it('lets stand what someone made of a file that stays as it was generated', () => {
    const changes = changesIn(new Map([['a', 'mine\n']]), [file('a', 'old\n')], generated(file('a', 'old\n')));
    assert.deepEqual(kindsOf(changes), { a: 'same' });
    assert.equal(changes[0] && outcomeOf(changes[0]), 'mine\n');
  });

  it('does not bring back what someone deleted', () => {
    const changes = changesIn(new Map(), [file('a', 'old\n')], generated(file('a', 'old\n')));
    assert.deepEqual(kindsOf(changes), { a: 'deleted' });
    assert.equal(
      writesFor(request, changes, new Map()).some(({ path }) => path === 'a'),
      false,
    );
  });

  it('deletes what is no longer needed, unless someone changed it', () => {
    const folder: Folder = new Map([
      ['a', 'old\n'],
      ['b', 'mine\n'],
    ]);
    const changes = changesIn(folder, [], generated(file('a', 'old\n'), file('b', 'old\n')));
    assert.deepEqual(kindsOf(changes), { a: 'remove', b: 'leave' });
  });

  it('leaves what it cannot tell from a file of a person, though its hash is the one that is remembered', () => {
    const previous = generatedBefore('older\n', file('a', 'old\n'));
    const folder: Folder = new Map([['a', 'older\n']]);
    assert.deepEqual(kindsOf(changesIn(folder, [], previous)), { a: 'leave' });
    const changes = changesIn(folder, [file('a', 'new\n')], previous);
    assert.deepEqual(kindsOf(changes), { a: 'older' });
    assert.ok(changes.every(isConflict));
  });

  it('names what it leaves once, and then forgets it', () => {
    const folder: Folder = new Map([['b', 'mine\n']]);
    const previous = generated(file('b', 'old\n'));
    const [write] = writesFor(request, changesIn(folder, [], previous), folder, new Map(), previous);
    assert.equal(write?.path, manifestPath);
    assert.deepEqual(JSON.parse(write.text ?? '').files, {});
  });

  it('never touches the record of a moment again', () => {
    const record = file('record', 'then\n', true);
    const folder: Folder = new Map([['record', 'then\n']]);
    assert.deepEqual(kindsOf(changesIn(folder, [], generated(record))), { record: 'leave' });
    assert.deepEqual(kindsOf(changesIn(folder, [file('record', 'now\n', true)], generated(record))), {
      record: 'same',
    });
  });

  it('takes a file that is not text for one in the way', () =>
    assert.deepEqual(kindsOf(changesIn(new Map([['a', binary]]), [file('a', 'one\n')])), { a: 'taken' }));

  it('loses nothing that a person wrote, whatever they did and whatever is planned', () => {
    const text = fc.constantFrom('old\n', 'new\n', 'mine\n', 'old\n\nmore\n');
    const path = fc.constantFrom('a', 'b', 'c');
    const files = fc.dictionary(path, text);
    fc.assert(
      fc.property(files, files, files, (planned, remembered, present) => {
        const folder: Folder = new Map(Object.entries(present));
        const previous = generated(...Object.entries(remembered).map(([at, was]) => file(at, was)));
        const plan = Object.entries(planned).map(([at, now]) => file(at, now));
        const writes = writesFor(request, changesIn(folder, plan, previous), folder, new Map(), previous);
        for (const { path: at, before, text: written } of writes) {
          if (at === manifestPath || before === undefined) continue;
          // What is written over or deleted was generated by us, or both texts are in the result.
          const isOurs = before === remembered[at];
          assert.ok(
            isOurs || (typeof written === 'string' && remembered[at] !== undefined),
            `${at} lost ${String(before)}`,
          );
        }
      }),
    );
  });

  it('has nothing left to do once it is written', () => {
    const text = fc.constantFrom('old\n', 'new\n', 'mine\n');
    const files = fc.dictionary(fc.constantFrom('a', 'b', 'c'), text);
    const catalogue = smallCatalogue();
    fc.assert(
      fc.property(files, files, files, (planned, remembered, present) => {
        const folder = new Map<string, string | typeof binary>(Object.entries(present));
        const previous = generated(...Object.entries(remembered).map(([at, was]) => file(at, was)));
        const plan = Object.entries(planned).map(([at, now]) => file(at, now));
        apply(folder, writesFor(request, changesIn(folder, plan, previous), folder, new Map(), previous));
        const parsed = parseManifest(catalogue, String(folder.get(manifestPath)));
        assert.ok('manifest' in parsed);
        const { files: hashes } = parsed.manifest;
        const again: Previous = new Map(
          plan.flatMap(at => (hashes[at.path] ? [[at.path, { hash: hashes[at.path] ?? '', planned: at }]] : [])),
        );
        const changes = changesIn(folder, plan, again);
        assert.deepEqual(
          writesFor(request, changes, folder, new Map(), again).filter(({ path }) => path !== manifestPath),
          [],
        );
        for (const change of changes) assert.notEqual(change.kind, 'edited');
      }),
    );
  });

  it('gives way only where someone says so', () => {
    const folder: Folder = new Map([['a', 'mine\n']]);
    const changes = changesIn(folder, [file('a', 'one\n')]);
    assert.ok(changes.every(isConflict));
    const [write] = writesFor(request, changes, folder, new Map([['a', 'replace']]));
    assert.deepEqual(write, { path: 'a', text: 'one\n', before: 'mine\n' });
  });
});

function apply(folder: Map<string, string | typeof binary>, writes: readonly Write[]): void {
  for (const { path, text } of writes)
    if (text === undefined) folder.delete(path);
    else folder.set(path, text);
}
