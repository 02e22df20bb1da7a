import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cases, mostVisits } from './cases';
import type { Work } from './count';

const root = join(__dirname, '..', '..');

/** Twice the text takes twice the work, and a little for what happens once. */
const growth = 2.2;
const once = 3000;
/** Blocks of code for each unit of a text or entry of a list; the least of what takes more is a fault. */
const stepsEach = 60;
/** Characters that come of the largest file, in print or as what is wrong with it. */
const mostMade = 1_000_000;

describe('The work of reading', () => {
  let works: Readonly<Record<string, readonly [Work, Work]>>;

  before(function () {
    this.timeout(120_000);
    const counter = spawnSync(process.execPath, ['--import', 'tsx', join('test', 'work', 'count.ts')], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
      timeout: 100_000,
    });
    assert.equal(counter.status, 0, counter.stderr);
    works = JSON.parse(counter.stdout);
  });

  for (const [name, { size, most }] of Object.entries(cases))
    it(`${name} is bounded`, () => {
      const [one, two] = works[name] ?? [];
      assert.ok(one && two);
      if (most !== undefined) {
        assert.ok(Math.max(one.steps, two.steps) <= most, `${one.steps} steps, then ${two.steps}`);
        return;
      }
      assert.ok(two.steps <= growth * one.steps + once, `${one.steps} steps, then ${two.steps}`);
      assert.ok(two.searched <= growth * one.searched + once, `${one.searched} characters, then ${two.searched}`);
      assert.ok(one.steps <= stepsEach * size + once, `${one.steps} steps for ${size}`);
      assert.ok((two.made ?? 0) <= mostMade, `${two.made} characters come of it`);
    });

  it('is counted: what takes many steps is seen to', () => {
    const [one, two] = works['an assessment of line feeds'] ?? [];
    assert.ok(one && two && two.steps > one.steps && one.steps > 100_000);
  });

  it('a history that a page kept has no more visits than one of ours', () => {
    assert.ok((works['a history of many visits']?.[1].made ?? Number.NaN) <= mostVisits);
  });

  it('an answer from the page that could not be in a file is dropped', () => {
    for (const [name, [work]] of Object.entries(works))
      if (name.startsWith('an answer from the page')) assert.equal(work.made, 0);
  });
});
