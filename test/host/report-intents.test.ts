import assert from 'node:assert/strict';
import { longestName, mostOpen } from '../../src/core/assessment/place';
import { parseIntent } from '../../src/host/assessment/report-intents';
import { openReportPlaces } from '../../src/host/assessment/report-places';
import { keepIn } from '../../src/host/ui/kept-value';
import { openDisk } from './small-disk';

const place = { open: ['question-state'], filter: 'open', scroll: 120 };

describe('What a report remembers of its reader', () => {
  it('is what its page tells, as far as it is a place', () => {
    assert.deepEqual(parseIntent({ kind: 'remember', memory: place }), { kind: 'remember', memory: place });
    for (const memory of [undefined, null, 7, 'x']) assert.equal(parseIntent({ kind: 'remember', memory }), undefined);
  });

  it('has a bound, whatever its page tells', () => {
    const long = 'x'.repeat(1_000_000);
    const open = Array.from({ length: 100_000 }, () => 'x'.repeat(longestName));
    const intent = parseIntent({ kind: 'remember', memory: { ...place, open, filter: long, more: long } });
    assert.ok(JSON.stringify(intent).length < (mostOpen + 1) * (longestName + 3));
  });

  it('comes back after a reload, and is the top of the page where what was kept is no place', async () => {
    const disk = openDisk();
    await (await openReportPlaces(keepIn(disk))).keep('a', place);
    assert.deepEqual((await openReportPlaces(keepIn(disk))).of('a'), place);
    await keepIn(disk).write([['a', 7], 'b', ['c', { ...place, more: 1 }]]);
    const places = await openReportPlaces(keepIn(disk));
    const top = { open: [], filter: 'all', scroll: 0 };
    assert.deepEqual([places.of('a'), places.of('b'), places.of('c')], [top, top, place]);
  });
});
