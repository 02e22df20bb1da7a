import assert from 'node:assert/strict';
import { longestName, mostOpen } from '../../src/core/assessment/place';
import { longestText, mostEvidence } from '../../src/core/language/answer';
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

describe('What a report may ask for', () => {
  const evidence = [{ file: 'a.ts', line: 7, text: 'x' }, { file: 'b.ts' }];
  const answers = [
    { value: true },
    { value: 0 },
    { value: '' },
    { value: ['a', 'b'] },
    { unknown: true },
    { notApplicable: 'A pure function.' },
    { value: 'store', note: 'Seen.', evidence },
    { value: 'x'.repeat(longestText), note: 'x'.repeat(longestText), evidence: Array(mostEvidence).fill(evidence[0]) },
  ];
  const intents = [
    { kind: 'ready' },
    { kind: 'scaffold' },
    { kind: 'read-path' },
    { kind: 'answer', question: 'state', answer: null },
    ...answers.map(answer => ({ kind: 'answer', question: 'state', answer })),
    { kind: 'weigh', criterion: 'state', weight: 0 },
    { kind: 'weigh', criterion: 'state', weight: null },
    { kind: 'continue', question: null },
    { kind: 'continue', question: 'state' },
    { kind: 'explain', subject: 'question', id: 'state' },
    { kind: 'explain', subject: 'criterion', id: 'state' },
    { kind: 'read', criterion: 'state' },
    { kind: 'open-evidence', file: 'a.ts', line: 7 },
    { kind: 'open-evidence', file: 'a.ts', line: null },
    { kind: 'open-text', offset: 7 },
    { kind: 'open-text', offset: null },
  ];

  it('is what its page can tell, and nothing beside it', () => {
    for (const intent of intents) {
      assert.deepEqual(parseIntent(intent), intent);
      assert.deepEqual(parseIntent({ ...intent, more: 1 }), intent);
    }
  });

  it('is dropped when a part of it is missing or of another kind', () => {
    for (const intent of intents)
      for (const name of Object.keys(intent))
        for (const other of [undefined, {}, [], Number.NaN])
          assert.equal(parseIntent({ ...intent, [name]: other }), undefined, `${intent.kind}: ${name} is ${other}`);
    for (const other of [undefined, null, 7, 'ready', [], [intents[0]], { kind: 'reading' }])
      assert.equal(parseIntent(other), undefined);
    assert.equal(parseIntent({ kind: 'explain', subject: 'platform', id: 'state' }), undefined);
  });

  it('has no answer that could not stand in a file', () => {
    const long = 'x'.repeat(longestText + 1);
    const wrong: unknown[] = [
      7,
      'yes',
      [],
      {},
      { value: null },
      { value: Number.POSITIVE_INFINITY },
      { value: long },
      { value: [7] },
      { value: [long] },
      { value: Array(mostEvidence + 1).fill('a') },
      { unknown: false },
      { notApplicable: '' },
      { notApplicable: ' ' },
      { notApplicable: long },
      { notApplicable: 7 },
      { value: 1, unknown: true },
      { value: 1, notApplicable: 'x' },
      { unknown: true, notApplicable: 'x' },
      { note: 'Nothing else.' },
      { value: 1, more: 1 },
      { value: 1, note: 7 },
      { value: 1, note: long },
      ...[
        'x',
        [7],
        [{}],
        [{ file: 7 }],
        [{ file: long }],
        [{ file: 'a', line: 1.5 }],
        [{ file: 'a', line: '1' }],
        [{ file: 'a', text: 7 }],
        [{ file: 'a', text: long }],
        [{ file: 'a', more: 1 }],
        Array(mostEvidence + 1).fill({ file: 'a' }),
      ].map(evidence => ({ value: 1, evidence })),
    ];
    for (const answer of wrong)
      assert.equal(
        parseIntent({ kind: 'answer', question: 'q', answer }),
        undefined,
        JSON.stringify(answer)?.slice(0, 80),
      );
  });
});
