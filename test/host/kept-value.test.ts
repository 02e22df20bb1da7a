import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepIn, type Slots } from '../../src/host/ui/kept-value';
import { type Disk, openDisk } from './small-disk';

describe('A value that is kept', () => {
  const lastOf = (disk: Disk): Promise<unknown> => keepIn(disk).read();

  it('is nothing before it was first written, and what was written last afterwards', async () => {
    const disk = openDisk();
    assert.equal(await lastOf(disk), undefined);
    const kept = keepIn(disk);
    for (const value of [{ at: 1 }, null, ['two'], 'three']) {
      await kept.write(value);
      assert.deepEqual(await kept.read(), value);
      assert.deepEqual(await lastOf(disk), value, 'another window reads it too');
    }
  });

  it('is the old or the new one, whole, wherever a write is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (values, share) => {
          const disk = openDisk();
          const kept = keepIn(disk);
          for (const value of values.slice(0, -1)) await kept.write(value);
          const before = await lastOf(disk);
          disk.cutOff = share;
          await kept.write(values.at(-1)).catch(() => {});
          const found = JSON.stringify(await lastOf(disk));
          const wanted = [before, ...(share === 1 ? [values.at(-1)] : [])].map(value => JSON.stringify(value));
          assert.equal(found, wanted.at(-1));
          // The next window writes again, and again loses nothing.
          disk.cutOff = undefined;
          await keepIn(disk).write('afterwards');
          assert.equal(await lastOf(disk), 'afterwards');
        },
      ),
    );
  });

  it('resolves a write when it, or a later one, is there, and writes no more often than it has to', async () => {
    const disk = openDisk();
    const kept = keepIn(disk);
    const done: Promise<void>[] = [];
    for (let number = 1; number <= 100; number++) {
      const written = kept.write(number);
      done.push(written.then(async () => assert.ok(Number(await lastOf(disk)) >= number)));
    }
    await Promise.all(done);
    assert.equal(await kept.read(), 100);
    assert.ok(disk.writes <= 2, `${disk.writes} writes`);
  });

  it('says so when it cannot be written, and is then what it was', async () => {
    const disk = openDisk();
    const kept = keepIn(disk);
    await kept.write('before');
    disk.cutOff = 0.5;
    await assert.rejects(kept.write('lost'), /no space left/);
    assert.equal(await kept.read(), 'before');
    disk.cutOff = undefined;
    await kept.write('after');
    assert.equal(await lastOf(disk), 'after');
  });

  it('that two windows write is what the later of them wrote', async () => {
    const disk = openDisk();
    const [one, other] = [keepIn(disk), keepIn(disk)];
    for (const value of ['a', 'b', 'c']) await one.write(value);
    await other.write('d');
    assert.equal(await lastOf(disk), 'd');
    await one.write('e');
    assert.equal(await lastOf(disk), 'e');
  });

  it('is nothing where something else lies in its place', async () => {
    for (const text of ['', 'null', '7', '{}', '{"at":"now","value":1}', '{"at":5}']) {
      const slots: Slots = { read: async () => text, write: async () => {} };
      assert.equal(await keepIn(slots).read(), undefined, text);
    }
  });
});
