import assert from 'node:assert/strict';
import { citationsOf, cite } from '../../src/core/guide/citation';
import { isDay } from '../../src/core/guide/day';
import { parseGuide, printGuide } from '../../src/core/guide/guide';
import { guide, knowledge } from './small-guide';

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
    const text = printGuide(guide);
    assert.equal(text.trimEnd().split('\n').length, guide.chapters.length + 1);
    const parsed = parseGuide(text);
    assert.deepEqual(
      parsed.chapters.map(chapter => ({ ...chapter })),
      JSON.parse(JSON.stringify(guide.chapters)),
    );
    assert.deepEqual([parsed.terms, parsed.paths], JSON.parse(JSON.stringify([guide.terms, guide.paths])));
  });

  it('has bodies that are read when they are asked for, and once', () => {
    const [head = ''] = printGuide(guide).split('\n');
    const [chapter] = parseGuide(`${head}\n{`).chapters;
    assert.equal(chapter?.id, guide.chapters[0]?.id);
    assert.throws(() => chapter?.text, SyntaxError);
    const [whole] = parseGuide(printGuide(guide)).chapters;
    assert.equal(whole?.quiz, whole?.quiz);
  });
});

describe('A day', () => {
  it('is a text of the form that we write, and no other way to say it', () => {
    assert.ok(isDay('2026-11-24'));
    for (const other of [new Date('2026-11-24'), ['2026-11-24'], '2026-11-24T00:00', '+02026-11-24', ' 2026-11-24'])
      assert.ok(!isDay(other));
  });
});
