import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/assessment/finding';
import type { Missing } from '../../src/core/assessment/missing';
import { folded, longestName, mostOpen, readPlace, topOfPage } from '../../src/core/assessment/place';
import type { Question } from '../../src/core/content/types';
import { shortAddress } from '../../src/webview/parts/address';
import { count, fillIn, inList, printDay, printShare, setLanguage } from '../../src/webview/parts/phrase';
import { answerWith } from '../../src/webview/report/answer-form';
import { filterNamed, filters } from '../../src/webview/report/criteria';
import { withHeld } from '../../src/webview/report/find-out';
import { printExactly, readNumber } from '../../src/webview/report/number-field';
import { setWords } from '../../src/webview/report/words';
import { knowledge } from '../core/small-knowledge';
import { hostPages } from './host-words';

describe('A phrase', () => {
  beforeEach(() => setLanguage('en'));
  after(() => setLanguage('en'));

  it('is filled in whatever order its language puts the values', () => {
    assert.equal(fillIn('{1} of {0}', 3, 'two'), 'two of 3');
  });

  it('does not fill what stands in a value', () => {
    assert.equal(fillIn('{0} {1}', '{1}', 'b'), '{1} b');
  });

  it('has a form for one and a form for others', () => {
    const phrase = { one: '{0} answer, {1}', other: '{0} answers, {1}' };
    assert.equal(count(phrase, 1, 'x'), '1 answer, x');
    assert.equal(count(phrase, 1200, 'x'), '1,200 answers, x');
  });

  it("has the form, and is filled with numbers, of the page's language", () => {
    const phrase = { one: '{0} von {1}: eins', other: '{0} von {1}: mehr' };
    assert.equal(fillIn('{0} {1}', 1200, '1200'), '1,200 1200');
    assert.equal(count(phrase, 0, 1200), '0 von 1,200: mehr');
    setLanguage('de');
    assert.equal(fillIn('{0}', 1200.5), '1.200,5');
    assert.equal(count(phrase, 1, 1200), '1 von 1.200: eins');
    assert.equal(printDay('2026-11-01'), '01.11.2026');
    setLanguage('fr');
    assert.match(count(phrase, 0, 1), /eins$/, 'none is one in French');
    setLanguage('ja');
    assert.match(count(phrase, 1, 1), /mehr$/, 'one is as many in Japanese');
  });

  it("puts things in a row as the page's language does, whatever they are", () => {
    const [one, two, three] = [{ one: 1 }, { two: 2 }, { three: 3 }];
    assert.deepEqual(inList([one, two, three]), [one, ', ', two, ', ', three]);
    assert.deepEqual([inList([]), inList([one])], [[], [one]]);
    setLanguage('de');
    assert.deepEqual(inList([one, two, three]), [one, ', ', two, ' und ', three]);
    setLanguage('ja');
    assert.equal(inList(['1', '0']).join(''), '1、0');
  });

  it('calls only all of it 100% and only nothing 0%', () => {
    assert.deepEqual(
      [0, 0.001, 0.5, 0.999, 1].map(share => printShare(share)),
      ['0%', '1%', '50%', '99%', '100%'],
    );
  });

  it('prints a day as it was written, in any time zone', () => {
    assert.equal(printDay('2026-11-01'), 'Nov 1, 2026');
    assert.equal(printDay('some day'), 'some day');
  });
});

describe('The place of a reader', () => {
  it('is read from memory as far as it makes sense', () => {
    const place = { open: ['question-a'], filter: 'open', scroll: 120.5 };
    assert.deepEqual(readPlace(place), place);
    for (const memory of [undefined, null, 7, 'x', {}, { open: 'a', filter: 1, scroll: Number.NaN }])
      assert.deepEqual(readPlace(memory), topOfPage);
    assert.deepEqual(readPlace({ open: ['a', 1], scroll: -1 }), { ...topOfPage, open: ['a'] });
  });

  it('has a bound, whatever a page says that it is', () => {
    const long = 'x'.repeat(longestName + 1);
    const many = Array.from({ length: mostOpen + 1 }, (_, index) => `question-${index}`);
    const place = readPlace({ open: [long, ...many], filter: long, scroll: 1, more: long });
    assert.deepEqual(place, { open: many.slice(0, mostOpen - 1), filter: 'all', scroll: 1 });
  });

  it('changes by opening and closing, each once', () => {
    const open = folded(folded(topOfPage, 'a', true), 'a', true);
    assert.deepEqual(open.open, ['a']);
    assert.deepEqual(folded(open, 'a', false).open, []);
  });
});

describe('A number field', () => {
  before(async () => setWords((await hostPages()).reportWords()));
  const question = knowledge.questionById.get('longest-run') as Question;

  it('reads what people write', () => {
    assert.deepEqual(readNumber(question, '15 min'), { value: 900 });
    assert.deepEqual(readNumber(question, '40'), { value: 40 });
  });

  it('says what is wrong, and how it could be said', () => {
    assert.deepEqual(readNumber(question, ' a while '), {
      problem: '“a while” cannot be read as a quantity. For example 60 seconds.',
    });
    const tooLong = readNumber(question, '10 weeks');
    assert.match('problem' in tooLong ? tooLong.problem : '', /at most 27\.8 hours \(100000 seconds\)/);
  });

  it('shows a number so that it can be saved unchanged', () => {
    assert.equal(printExactly(900, 'seconds'), '15 minutes');
    assert.equal(printExactly(1536, 'megabytes'), '1.5 GB');
    // Rounded to three digits it would be another number.
    assert.equal(printExactly(1234.5, 'seconds'), '1234.5 seconds');
    assert.equal(printExactly(3_000_000, 'per-month'), '3 million per month');
  });
});

describe('An answer given on the page', () => {
  it('keeps the note and the evidence of the one before', () => {
    const before = { unknown: true, note: 'Ask Ada.', evidence: [{ file: 'a.ts' }] } as const;
    assert.deepEqual(answerWith({ value: 3 }, before), { value: 3, note: 'Ask Ada.', evidence: [{ file: 'a.ts' }] });
    assert.deepEqual(answerWith({ unknown: true }, null), { unknown: true });
  });
});

describe('The list of what to find out', () => {
  const item = (question: string, points = 1): Missing => ({
    ...{ question, title: question, ask: '', findOut: '', dontKnow: false, points },
    ...{ couldBlock: false, criteria: [] },
  });
  const names = (missing: readonly Missing[]) => missing.map(({ question }) => question);

  it('keeps the question that is being answered where it stood', () => {
    const held = { item: item('b'), index: 1 };
    assert.deepEqual(names(withHeld([item('a'), item('c')], held)), ['a', 'b', 'c']);
    assert.deepEqual(names(withHeld([item('b'), item('a'), item('c')], held)), ['a', 'b', 'c']);
    assert.equal(withHeld([item('a'), item('b', 9)], held)[1]?.points, 9, 'but as it is now');
  });

  it('is as it comes while none is', () => {
    assert.deepEqual(names(withHeld([item('a')], undefined)), ['a']);
  });
});

describe('The filter of criteria', () => {
  it('finds what needs attention and what is open', () => {
    const outcomes = ['strength', 'neutral', 'concern', 'weakness', 'blocker', 'open', 'not-applicable'];
    const passing = (name: keyof typeof filters) =>
      outcomes.filter(outcome => filters[name]({ outcome } as unknown as Finding));
    assert.deepEqual(passing('all'), outcomes);
    assert.deepEqual(passing('attention'), ['concern', 'weakness', 'blocker']);
    assert.deepEqual(passing('open'), ['open']);
  });

  it('falls back to all of them', () => {
    assert.equal(filterNamed('open'), 'open');
    assert.equal(filterNamed('toString'), 'all');
  });
});

describe('The address of a source', () => {
  it('is a link only if it leads to the web', () => {
    assert.equal(shortAddress('https://www.example.com/limits/'), 'example.com/limits');
    assert.equal(shortAddress('javascript:alert(1)'), undefined);
    assert.equal(shortAddress('command:workbench.action.quit'), undefined);
    assert.equal(shortAddress('see the handbook'), undefined);
  });
});
