import assert from 'node:assert/strict';
import { citationsOf, cite } from '../../src/core/guide/citation';
import { isDay } from '../../src/core/guide/day';
import { openGuide, parseGuide, printGuide } from '../../src/core/guide/guide';
import { guideFile, knowledge } from './small-guide';

const read = { source: 'https://example.com/limits', asOf: '2026-11-01', confidence: 'provider' };
const timeout = { id: 'cloud.timeout', about: 'Cloud', title: 'Longest run', text: '15 minutes', note: null, ...read };
const end = {
  ...{ id: 'cloud.end', about: 'Cloud', title: 'End of support', text: '25 February 2027' },
  ...{ note: 'For the old plan.', ...read },
};

describe('A citation', () => {
  it('is a fact in numbers or in words, with its source and what it is about', () => {
    assert.deepEqual(cite(knowledge, 'cloud.timeout'), timeout);
    assert.deepEqual(cite(knowledge, 'cloud.end'), end);
    assert.equal(cite(knowledge, 'kettle.volume')?.about, 'Kettle');
    assert.equal(cite(knowledge, 'cloud.nothing'), undefined);
  });

  it('of what is quoted is each fact that there is, as they come', () => {
    const citations = citationsOf(knowledge, ['cloud.end', 'cloud.nothing', 'cloud.timeout', 'cloud.end']);
    assert.deepEqual(Object.entries(citations), [
      ['cloud.end', end],
      ['cloud.timeout', timeout],
    ]);
  });
});

describe('The guide in its file', () => {
  it('is a line of what is known beforehand and a line for each chapter, and is read as it was', () => {
    const text = printGuide(guideFile);
    assert.equal(text.trimEnd().split('\n').length, guideFile.chapters.length + 1);
    const parsed = parseGuide(text);
    const { terms, paths } = parsed;
    const chapters = parsed.chapters.map(({ id }) => parsed.wholeChapter(id));
    assert.deepEqual({ chapters, terms, paths }, JSON.parse(JSON.stringify(guideFile)));
    assert.equal(parsed.wholeChapter('nowhere'), undefined);
  });

  it('has chapters that are read when they are asked for, and once', () => {
    const [head = ''] = printGuide(guideFile).split('\n');
    const parsed = parseGuide(`${head}\n{`);
    const [first] = parsed.chapters;
    assert.equal(first?.id, 'limits-of-runs');
    assert.throws(() => parsed.wholeChapter('limits-of-runs'), SyntaxError);
    const again = parseGuide(printGuide(guideFile));
    assert.equal(again.wholeChapter('limits-of-runs'), again.wholeChapter('limits-of-runs'));
  });

  it('has heads without what a chapter holds, from its file or not', () => {
    for (const opened of [openGuide(guideFile), parseGuide(printGuide(guideFile))])
      for (const head of opened.chapters)
        for (const name of ['summary', 'text', 'quiz', 'searches', 'reading'])
          assert.ok(!(name in head), `${head.id} ${name}`);
  });
});

describe('A day', () => {
  it('is a text of the form that we write, and no other way to say it', () => {
    assert.ok(isDay('2026-11-24'));
    for (const other of [new Date('2026-11-24'), ['2026-11-24'], '2026-11-24T00:00', '+02026-11-24', ' 2026-11-24'])
      assert.ok(!isDay(other));
  });
});
