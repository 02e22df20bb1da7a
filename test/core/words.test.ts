import assert from 'node:assert/strict';
import { parseQuantity, printQuantity } from '../../src/core/language/quantity';
import {
  english,
  join,
  type Language,
  lower,
  readLanguage,
  say,
  speak,
  spokenLanguage,
} from '../../src/core/language/words';

/** As much German as these tests say. */
const german: Language = {
  ...english,
  tag: 'de',
  locale: 'de',
  titlesInSentences: 'same',
  sentences: {
    ...english.sentences,
    'report.points': { one: '{count} Punkt', other: '{count} Punkte' },
    'quantity.per-month': '{number} im Monat',
    'report.change': '{fit} wäre es mit **{question}** {to} statt {from}.',
  },
};

describe('Words', () => {
  afterEach(() => speak(english));

  it('are English until a language is spoken', () => {
    assert.equal(spokenLanguage().tag, 'en');
    assert.equal(say('report.points', { count: 1 }), '1 point');
    assert.equal(say('report.points', { count: 0 }), '0 points');
    assert.equal(say('report.points', { count: 1200 }), '1,200 points');
  });

  it('take forms, numbers, units, lists and titles from the language that is spoken', () => {
    speak(german);
    assert.equal(say('report.points', { count: 1 }), '1 Punkt');
    assert.equal(say('report.points', { count: 1200 }), '1.200 Punkte');
    assert.equal(printQuantity(3_000_000, 'per-month'), '3 Millionen im Monat');
    assert.equal(printQuantity(900, 'seconds'), '15 Minuten');
    assert.equal(printQuantity(1769, 'megabytes'), '1.769 MB');
    assert.equal(join(['a', 'b', 'c']), 'a, b und c');
    assert.equal(join(['a', 'b', 'c'], 'disjunction'), 'a, b oder c');
    assert.equal(lower('Laufzeit'), 'Laufzeit');
    assert.equal(parseQuantity('2.000', 'count'), 2000);
    assert.equal(parseQuantity('1,5 GB', 'megabytes'), 1536);
    assert.equal(parseQuantity('.5', 'count'), undefined);
  });

  it('may put values in any order', () => {
    speak(german);
    assert.equal(
      say('report.change', { question: 'Spitze', to: '1', from: '2', fit: 'gut' }),
      'gut wäre es mit **Spitze** 1 statt 2.',
    );
  });

  it('put values in once: what a value holds is never a place for another', () => {
    assert.equal(
      say('finding.reason', { title: '{reason}', reason: '{title} $& {count}' }),
      '{reason} ({title} $& {count})',
    );
  });

  it('leave a name that nothing is given for as it stands, whatever it is called', () => {
    speak({ ...english, sentences: { ...english.sentences, 'finding.reason': '{title} {toString} {nobody}' } });
    assert.equal(say('finding.reason', { title: 'A', reason: 'B' }), 'A {toString} {nobody}');
  });

  it('take the form for all others where a language has no other', () => {
    speak({ ...english, sentences: { ...english.sentences, 'report.points': { other: '{count} pt' } } });
    assert.equal(say('report.points', { count: 1 }), '1 pt');
  });

  it('leave braces of JSON that a sentence shows', () => {
    assert.equal(say('file.no-object'), 'An assessment is a JSON object: it starts with { and ends with }.');
  });
});

describe('A table of another language', () => {
  it('has English in place of a sentence whose forms do not fit', () => {
    const given = { 'report.points': { one: 'x' }, 'answer.yes': { other: 'y' }, 'answer.no': 'Non' };
    const { sentences } = readLanguage(JSON.stringify({ sentences: given }));
    assert.deepEqual(
      [sentences['report.points'], sentences['answer.yes'], sentences['answer.no']],
      [english.sentences['report.points'], 'Yes', 'Non'],
    );
  });

  it('may leave things out, which are English then', () => {
    const language = readLanguage('{ "tag": "fr", "sentences": { "answer.yes": "Oui" } }');
    assert.deepEqual(
      [language.tag, language.sentences['answer.yes'], language.sentences['answer.no'], language.typed.day],
      ['fr', 'Oui', 'No', english.typed.day],
    );
  });
});
