import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Assessment,
  applyEdits,
  checkNewWorkload,
  checkWorkload,
  editAnswer,
  editWeight,
  fileNameFor,
  printAssessment,
} from '../../src/core/assessment/assessment';
import { largestAssessment, parseAssessment } from '../../src/core/assessment/assessment-parser';
import { type Answer, mostEvidence } from '../../src/core/language/answer';
import { mostProblems } from '../../src/core/language/problem';
import { hostileText } from './hostile-text';
import { knowledge } from './small-knowledge';

const sample = `{
  "$schema": "serverless-advisor://schemas/assessment.schema.json",
  "format": 1,
  "workload": "Thumbnails",
  "answers": {
    "longest-run": {
      "value": 40,
      "note": "measured"
    },
    "state": {
      "unknown": true
    }
  }
}
`;

function parsed(text: string): Assessment {
  const result = parseAssessment(knowledge, text);
  assert.ok('assessment' in result, JSON.stringify(result));
  return result.assessment;
}

/** The problems of a text as "line:column sentence". */
function problems(text: string): string[] {
  const result = parseAssessment(knowledge, text);
  assert.ok('problems' in result, 'it parses');
  return result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter(value => value.trim() !== '');
const remarks = fc.record(
  {
    note: fc.string(),
    evidence: fc.array(
      fc.record({ file: text, line: fc.integer({ min: 1, max: 9999 }), text: fc.string() }, { requiredKeys: ['file'] }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);
const values: Record<string, fc.Arbitrary<Answer>> = {
  trigger: fc.subarray(['http', 'queue'], { minLength: 1 }).map(value => ({ value })),
  'longest-run': fc.double({ min: 0, max: 100_000, noNaN: true }).map(value => ({ value: value + 0 })),
  divisible: fc.boolean().map(value => ({ value })),
  state: fc.constantFrom('memory', 'store').map(value => ({ value })),
};
const answer = (proper: fc.Arbitrary<Answer>): fc.Arbitrary<Answer> =>
  fc
    .tuple(
      fc.oneof(
        proper,
        fc.constant<Answer>({ unknown: true }),
        text.map(reason => ({ notApplicable: reason })),
      ),
      remarks,
    )
    .map(([said, more]) => ({ ...said, ...more }));
const anyAssessment: fc.Arbitrary<Assessment> = fc
  .record(
    {
      workload: text,
      description: fc.string(),
      answers: fc.record(Object.fromEntries(Object.entries(values).map(([id, proper]) => [id, answer(proper)])), {
        requiredKeys: [],
      }),
      weights: fc.record({ state: fc.integer({ min: 0, max: 10 }) }, { requiredKeys: [] }),
    },
    { requiredKeys: ['workload', 'answers', 'weights'] },
  )
  .map(value => value as Assessment);

describe('An assessment file', () => {
  it('read after it was printed is the same assessment', () => {
    fc.assert(
      fc.property(anyAssessment, assessment => {
        // JSON has no negative zero and no prototype-less objects.
        const plain = JSON.parse(JSON.stringify(assessment));
        assert.deepEqual(JSON.parse(JSON.stringify(parsed(printAssessment(knowledge, assessment)))), plain);
      }),
    );
  });

  it('is printed in the order of the questions, without what nobody has said', () => {
    const answers = { state: { unknown: true }, trigger: { value: ['http'] } } as const;
    const lines = [
      '{',
      '  "$schema": "serverless-advisor://schemas/assessment.schema.json",',
      '  "format": 1,',
      '  "workload": "x",',
      '  "answers": {',
      '    "trigger": {',
      '      "value": [',
      '        "http"',
      '      ]',
      '    },',
      '    "state": {',
      '      "unknown": true',
      '    }',
      '  }',
      '}',
      '',
    ];
    assert.equal(printAssessment(knowledge, { workload: 'x', answers, weights: {} }), lines.join('\n'));
    const full = { workload: 'x', description: '', answers: {}, weights: { events: 0, state: 9 } };
    assert.deepEqual(JSON.parse(printAssessment(knowledge, full)), {
      ...{ $schema: 'serverless-advisor://schemas/assessment.schema.json', format: 1, workload: 'x', description: '' },
      ...{ answers: {}, weights: { state: 9, events: 0 } },
    });
    assert.match(printAssessment(knowledge, full), /"state": 9,\s+"events": 0/);
  });

  it('is never the cause of an exception, whatever happened to its text', () => {
    const damage = fc.array(
      fc.record({
        at: fc.nat(sample.length),
        cut: fc.nat(20),
        paste: fc.oneof(fc.string(), fc.constantFrom('{', '}', '[', '"', ',', 'null', '1e999', '"__proto__": {},')),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(damage, cuts => {
        let damaged = sample;
        for (const { at, cut, paste } of cuts) damaged = damaged.slice(0, at) + paste + damaged.slice(at + cut);
        const result = parseAssessment(knowledge, damaged);
        if ('problems' in result)
          for (const { message, offset, line, column } of result.problems)
            assert.ok(message.length > 10 && offset >= 0 && offset <= damaged.length && line >= 1 && column >= 1);
      }),
      { numRuns: 3000 },
    );
    for (const hostile of [
      '',
      '[',
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      '\u0000',
      'null',
      '"x"',
      '{}',
      '\ud800',
    ])
      assert.ok('problems' in parseAssessment(knowledge, hostile));
  });

  it('without a name, with a wrong format or wrong answers says what and where, all at once', () => {
    assert.deepEqual(
      problems(`{
  "format": 1,
  "workload": " ",
  "answers": {
    "state": { "value": "cloud" },
    "longest-run": { "value": "long" },
    "trigger": { "value": ["http"], "unknown": true },
    "divisible": { "notApplicable": "" }
  }
}`),
      [
        '3:15 A workload needs a name.',
        '5:25 The answer to "State" must be one of memory, store, not "cloud".',
        '6:31 The answer to "Longest run" must be a number (seconds).',
        '7:16 The answer to "Trigger" must have exactly one of "value", "unknown": true and "notApplicable": a reason.',
        '8:37 "notApplicable" needs the reason why "Divisible work" does not apply.',
      ],
    );
  });

  it('that is not JSON says what is expected where', () => {
    assert.match(
      problems('{ "format": 1,\n  "workload" "x" }')[0] ?? '',
      /^2:14 This is not JSON: a colon is expected/,
    );
    assert.match(problems('// note\n{}')[0] ?? '', /no comments/);
    assert.match(problems('')[0] ?? '', /^1:1 /);
  });

  it('with an answer given twice is refused: readers would differ on which counts', () => {
    const twice = sample.replace('"state": {', '"longest-run": { "value": 1 }, "state": {');
    assert.match(problems(twice)[0] ?? '', /"answers" has "longest-run" twice/);
  });

  it('from a newer version says so', () => {
    assert.match(problems(sample.replace('"format": 1', '"format": 2'))[0] ?? '', /newer Serverless Advisor/);
  });

  it('with entries of another version keeps the rest, and says what it left aside', () => {
    const result = parseAssessment(
      knowledge,
      sample.replace('"answers": {', '"answers": { "moon-phase": { "value": 1 },'),
    );
    assert.ok('assessment' in result);
    assert.deepEqual(Object.keys(result.assessment.answers), ['longest-run', 'state']);
    assert.match(result.remarks[0]?.message ?? '', /"moon-phase" is not a question of this version/);
  });

  it('with a remark in each of very many lines names the first, and says how many more there are', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `"${index}":1`);
    const result = parseAssessment(
      knowledge,
      `{ "format": 1, "workload": "x", "answers": {\r\n${lines.join(',\r\n')}\n}}`,
    );
    assert.ok('assessment' in result);
    assert.equal(result.remarks.length, mostProblems + 1);
    assert.match(result.remarks[0]?.message ?? '', /^"0" is not a question of this version/);
    const { message, line, column } = result.remarks.at(-1) ?? {};
    assert.deepEqual([message, line, column], ['And 9,950 more from here on, which are not listed.', 52, 1]);
  });

  it('with very many problems names the first, and says how many more there are', () => {
    const twice = Array.from({ length: 10_001 }, () => '"a":1');
    const found = problems(`{ "format": 1, "workload": "x", "answers": {\n${twice.join(',\r')}\n}}`);
    assert.equal(found.length, mostProblems + 1);
    assert.equal(found[0], '3:1 "answers" has "a" twice.');
    assert.equal(found.at(-1), '53:1 And 9,950 more from here on, which are not listed.');
  });

  it('is read once, however often it is asked for, but not a large one, nor for other knowledge', () => {
    const read = parseAssessment(knowledge, sample);
    const edited = sample.replace('"format"', ' "format"');
    assert.notEqual(parseAssessment(knowledge, edited), read);
    assert.equal(parseAssessment(knowledge, `${sample}`), read);
    assert.notEqual(parseAssessment({ ...knowledge }, sample), read);
    const large = sample.padEnd(200_000, '\n');
    assert.notEqual(parseAssessment(knowledge, large), parseAssessment(knowledge, large));
  });

  it('that is too large is not looked into', () => {
    const result = parseAssessment(knowledge, `${sample}${' '.repeat(largestAssessment)}`);
    assert.ok('problems' in result && result.isTooLarge);
    assert.match(result.problems[0].message, /^The file is too large to be an assessment, and was not read: 2 million/);
    assert.ok('assessment' in parseAssessment(knowledge, sample.padEnd(largestAssessment, '\n')));
  });

  it('with a longer number than an assessment can have says so, and where, as a value or in the place of a name', () => {
    const digits = '1'.repeat(60_000);
    for (const text of [`{"format": ${digits}}`, `{${digits}: 1}`])
      assert.match(problems(text).join(), /^1:\d+ Here the file has a longer number than an assessment can have\.$/);
  });

  it('with more entries than an assessment can have says so, and where', () => {
    const ones = `{ "format": 1, "workload": "x", "other": [${'1,'.repeat(100_000)}1] }`;
    assert.match(problems(ones).join(), /^1:\d+ Up to here the file has more entries than an assessment can have\.$/);
  });

  it('has bounded evidence, notes and names', () => {
    const evidence = (amount: number) =>
      sample.replace('"note": "measured"', `"evidence": [${Array(amount).fill('{ "file": "a" }').join()}]`);
    assert.equal(parsed(evidence(mostEvidence)).answers['longest-run']?.evidence?.length, mostEvidence);
    assert.match(
      problems(evidence(mostEvidence + 1)).join(),
      /^8:19 The evidence for "Longest run" may list at most 50/,
    );
    assert.match(problems(sample.replace('measured', 'x'.repeat(2001))).join(), /may have at most 2,000 characters/);
    assert.match(problems(sample.replace('measured', 'x'.repeat(1e6))).join(), /^8:15 Here the file has a longer text/);
    assert.match(
      problems(sample.replace('40', ' '.repeat(1e6))).join(),
      /^7:15 Here the file has more blanks in a row/,
    );
    assert.match(problems(sample.replace('Thumbnails', 'x'.repeat(1900))).join(), /at most 120 characters/);
  });

  it('cannot draw on a terminal with the names in it', () => {
    const named = parseAssessment(knowledge, sample.replace('"state"', '"\\u001b[31mred"'));
    assert.ok('assessment' in named);
    assert.match(named.remarks[0]?.message ?? '', /^"␛\[31mred" is not a question/);
    assert.match(problems(sample.replace('"unknown": true', '"value": "\\u001b[31mred"'))[0] ?? '', /not "␛\[31mred"/);
  });

  it('cannot smuggle in a prototype', () => {
    const result = parseAssessment(
      knowledge,
      sample.replace('"answers": {', '"answers": { "__proto__": { "value": 1 },'),
    );
    assert.ok('assessment' in result);
    assert.equal(Object.getPrototypeOf(result.assessment.answers), Object.prototype);
    assert.equal('value' in result.assessment.answers, false);
  });
});

describe('An edit', () => {
  it('changes one answer and leaves every other character as it was', () => {
    const edited = applyEdits(sample, editAnswer(knowledge, sample, 'longest-run', { value: 50, note: 'measured' }));
    assert.equal(edited, sample.replace('40', '50'));
  });

  it('puts a new answer where the questionnaire asks it, in the style of the file', () => {
    const edited = applyEdits(sample, editAnswer(knowledge, sample, 'trigger', { value: ['http'] }));
    assert.deepEqual(Object.keys(parsed(edited).answers), ['trigger', 'longest-run', 'state']);
    assert.match(edited, /\n {4}"trigger": \{\n {6}"value": \[\n {8}"http"\n {6}\]\n {4}\},\n {4}"longest-run"/);
  });

  it('keeps tabs and Windows line ends', () => {
    const windows = sample.replaceAll('\n', '\r\n').replaceAll('  ', '\t');
    const edited = applyEdits(windows, editAnswer(knowledge, windows, 'peak', { value: 5 }));
    assert.ok(!/[^\r]\n/.test(edited) && edited.includes('\r\n\t\t"peak": {\r\n\t\t\t"value": 5'));
  });

  it('that needs "answers" or "weights" first puts them behind what is there', () => {
    const bare = '{\n  "format": 1,\n  "workload": "x"\n}\n';
    const answered = applyEdits(bare, editAnswer(knowledge, bare, 'state', { unknown: true }));
    const weighed = applyEdits(answered, editWeight(knowledge, answered, 'state', 9));
    assert.deepEqual(Object.keys(JSON.parse(weighed)), ['format', 'workload', 'answers', 'weights']);
  });

  it('leaves a file in one line as it is', () => {
    const line = '{"format":1,"workload":"x","answers":{"longest-run":{"value":40},"state":{"unknown":true}}}';
    const changed = applyEdits(line, editAnswer(knowledge, line, 'longest-run', { value: 50 }));
    assert.equal(changed, line.replace('40', '50'));
    const added = applyEdits(line, editAnswer(knowledge, line, 'divisible', { value: true }));
    assert.equal(added, line.replace('"state"', '"divisible": {"value":true},"state"'));
    assert.equal(applyEdits(added, editAnswer(knowledge, added, 'divisible', undefined)), line);
  });

  it('of a file that is indented further than any other keeps it readable', () => {
    for (const [first, unit] of [
      [200, 2],
      [190, 2],
      [0, 50],
      [0, 40],
      [100, 100],
    ] as const) {
      const indented = `${' '.repeat(first)}${sample.replaceAll('\n', '\r\n').replaceAll('  ', ' '.repeat(unit))}`;
      for (const tabbed of [indented, indented.replace(' '.repeat(first), '\t'.repeat(first))]) {
        const edited = applyEdits(tabbed, editAnswer(knowledge, tabbed, 'trigger', { value: ['http'], note: 'x' }));
        assert.deepEqual(parsed(edited).answers.trigger, { value: ['http'], note: 'x' });
      }
    }
  });

  it('is made of replacements that may come in any order', () => {
    const edits = [
      { offset: 0, length: 1, content: 'first ' },
      { offset: 4, length: 0, content: '!' },
      { offset: 2, length: 2, content: '' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'first b!ef');
    assert.equal(applyEdits('abcdef', edits.toReversed()), 'first b!ef');
  });

  it('leaves a file in one line as it is, blank lines around it or not', () => {
    const line = '\n{"format":1,"workload":"x","answers":{}}\n';
    const edited = applyEdits(line, editAnswer(knowledge, line, 'state', { unknown: true }));
    assert.equal(edited, line.replace('{}', '{"state": {"unknown":true}}'));
  });

  it('takes the last answer away and leaves their object, of which most files have one', () => {
    const one = '{\n  "answers": {\n    "state": { "unknown": true }\n  }\n}\n';
    assert.deepEqual(JSON.parse(applyEdits(one, editAnswer(knowledge, one, 'state', undefined))), { answers: {} });
    const two = '{\n  "weights": {\n    "state": 1,\n    "events": 2\n  }\n}\n';
    const left = applyEdits(two, editWeight(knowledge, two, 'state', undefined));
    assert.deepEqual(JSON.parse(left), { weights: { events: 2 } });
  });

  it('takes an answer away', () => {
    fc.assert(
      fc.property(anyAssessment, fc.constantFrom(...Object.keys(values)), (assessment, id) => {
        const before = printAssessment(knowledge, assessment);
        const after = applyEdits(before, editAnswer(knowledge, before, id, undefined));
        assert.equal(parsed(after).answers[id], undefined);
      }),
    );
  });

  it('of any answer is read back as that answer, and no other is touched', () => {
    const change = fc
      .constantFrom(...Object.keys(values))
      .chain(id => fc.tuple(fc.constant(id), answer(values[id] ?? fc.constant({ unknown: true }))));
    fc.assert(
      fc.property(anyAssessment, change, (assessment, [id, said]) => {
        const before = printAssessment(knowledge, assessment);
        const after = parsed(applyEdits(before, editAnswer(knowledge, before, id, said)));
        assert.deepEqual(
          JSON.parse(JSON.stringify(after.answers)),
          JSON.parse(JSON.stringify({ ...assessment.answers, [id]: said })),
        );
      }),
    );
  });

  it('of a weight adds it, and going back to the published one leaves no trace', () => {
    const weighed = applyEdits(sample, editWeight(knowledge, sample, 'state', 9));
    assert.deepEqual(parsed(weighed).weights, { state: 9 });
    assert.deepEqual(parsed(applyEdits(weighed, editWeight(knowledge, weighed, 'state', undefined))).weights, {});
    assert.equal(applyEdits(sample, editWeight(knowledge, sample, 'state', undefined)), sample);
  });
});

describe('The name of a file', () => {
  const names: [string, string][] = [
    ['Image thumbnails on upload', 'image-thumbnails-on-upload'],
    ['  Überweisung / täglich ', 'uberweisung-taglich'],
    ['../../etc/passwd', 'etc-passwd'],
    ['<img src=x onerror=alert(1)>', 'img-src-x-onerror-alert-1'],
    ['CON', 'workload-con'],
    ['!!!', 'workload'],
    ['画像サムネイル', '画像サムネイル'],
    ['ガソリン価格', 'ガソリン価格'],
    ['한국어 서비스', '한국어-서비스'],
    ['हिन्दी सेवा', 'हिन्दी-सेवा'],
    [`a${'𠮷'.repeat(40)}`, `a${'𠮷'.repeat(29)}`],
    ['x'.repeat(300), 'x'.repeat(60)],
  ];
  for (const [workload, name] of names)
    it(`for "${workload.slice(0, 30)}" is "${name.slice(0, 30)}"`, () => assert.equal(fileNameFor(workload), name));

  it('is legal on every system and shows all that it is made of, whatever the workload is called', () =>
    fc.assert(
      fc.property(hostileText, workload => {
        const name = fileNameFor(workload);
        assert.match(name, /^(?!-)[\p{L}\p{M}\p{N}-]{1,60}(?<!-)$/u);
        assert.doesNotMatch(name, /\p{Default_Ignorable_Code_Point}|^(?:con|prn|aux|nul|com\d|lpt\d)$/u);
      }),
      { numRuns: 1000 },
    ));
});

describe('The name of a new workload', () => {
  it('has at most 120 characters, in a file as well', () => {
    assert.equal(checkWorkload('x'.repeat(120)), undefined);
    assert.equal(checkWorkload('x'.repeat(121)), 'The name of a workload may have at most 120 characters.');
    assert.equal(checkNewWorkload('x'.repeat(121)), 'The name of a workload may have at most 120 characters.');
  });

  it('has no signs that cannot be seen, which a file may have', () => {
    assert.match(checkNewWorkload('Orders\u202e') ?? '', /^The name holds signs .*: Orders⟨U\+202E⟩$/);
    assert.equal(checkWorkload('Orders\u202e'), undefined);
    for (const name of ['Bestellungen für Köln', '画像サムネイル', 'הזמנות', '👩‍👩‍👧 orders', ' Orders '])
      assert.equal(checkNewWorkload(name), undefined);
    assert.match(checkNewWorkload(' ') ?? '', /needs a name/);
  });
});
