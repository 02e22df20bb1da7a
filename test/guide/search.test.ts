import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeSearch, type SearchHit } from '../../src/core/guide/search';
import { guide, knowledge } from './small-guide';

const search = makeSearch(guide, knowledge);

function ids(query: string, limit?: number): string[] {
  return search(query, limit).map(({ id }) => id);
}

function first(query: string): SearchHit {
  const [hit] = search(query);
  assert.ok(hit, `nothing found for ${query}`);
  return hit;
}

function excerpt(hit: SearchHit): string {
  return hit.excerpt.map(({ text, match }) => (match ? `[${text}]` : text)).join('');
}

describe('A search of the guide', () => {
  it('finds chapters, sections, terms, questions, criteria, platforms and tools', () => {
    assert.equal(ids('limits of runs')[0], 'chapter:limits-of-runs');
    assert.equal(ids('long work')[0], 'section:limits-of-runs#long-work');
    assert.equal(ids('orphan')[0], 'term:orphan');
    assert.equal(ids('divisible')[0], 'question:divisible');
    assert.equal(ids('run time')[0], 'criterion:run-time');
    assert.equal(ids('naps')[0], 'platform:cloud');
    assert.equal(ids('whistles')[0], 'tool:kettle');
    assert.deepEqual(ids('zebra'), ['section:limits-of-runs#why']);
    assert.deepEqual(ids('shelves'), ['section:keeping-things#reading']);
  });

  it('finds facts in numbers and in words, filled in, and former names of tools', () => {
    assert.equal(ids('end of support')[0], 'platform:cloud');
    assert.equal(
      excerpt(first('february')),
      'A cloud that naps. Longest run: 15 minutes. End of support: 25 [February] 2027 (For the old plan).',
    );
    assert.equal(ids('teapot')[0], 'tool:kettle');
    assert.ok(ids('15 minutes').includes('chapter:limits-of-runs'));
  });

  it('finds no code, and what stands in a list only where the list comes from', () => {
    assert.deepEqual(ids('secretword'), []);
    assert.deepEqual(ids('orphan'), ['term:orphan']);
    assert.deepEqual(ids('whistles'), ['tool:kettle']);
    assert.deepEqual(ids('slow hand'), ['section:tools#delivery', 'term:cold-start']);
    assert.ok(!ids('15 minutes').includes('section:limits#platforms'));
  });

  it('finds beginnings of words and words with typing errors, in the middle of typing too', () => {
    for (const query of ['idempot', 'idempotancy', 'idempota', 'Idempotency', 'idémpotency'])
      assert.equal(ids(query)[0], 'term:idempotency', query);
    for (const query of ['cold start', 'could start', 'cold st', 'cold starts', 'slow beginning'])
      assert.equal(ids(query)[0], 'term:cold-start', query);
  });

  it('puts titles before text, exact words before beginnings, and those before similar ones', () => {
    const found = ids('ship');
    assert.equal(found[0], 'chapter:delivery');
    assert.ok(found.indexOf('section:delivery#do') > 0);
    const runs = ids('cold');
    assert.ok(runs.indexOf('term:cold-start') < runs.indexOf('section:limits-of-runs#why'));
    const state = ids('state');
    assert.deepEqual(state.slice(0, 2), ['criterion:state', 'question:state']);
  });

  it('puts what has all words before what has some', () => {
    assert.equal(ids('zebra cold')[0], 'section:limits-of-runs#why');
    assert.ok(ids('zebra store').length > 1);
  });

  it('leaves common words out, unless there are no others', () => {
    assert.deepEqual(ids('what is the zebra'), ids('zebra'));
    assert.equal(ids('why it')[0], 'section:limits-of-runs#why');
    assert.equal(ids('does it ship?')[0], 'chapter:delivery');
  });

  it('looks for one letter in titles only', () => {
    const found = ids('z');
    assert.deepEqual(found, []);
    assert.ok(ids('k').includes('tool:kettle'));
    assert.ok(ids('k').includes('chapter:keeping-things'));
  });

  it('finds nothing without words', () => {
    for (const query of ['', '   ', '?!', '*']) assert.deepEqual(ids(query), []);
  });

  it('leads to sections, to where a term is dealt with, and to explanations', () => {
    const target = (query: string) => first(query).target;
    assert.deepEqual(target('long work'), { kind: 'chapter', chapter: 'limits-of-runs', section: 'long-work' });
    assert.deepEqual(target('cold start'), { kind: 'chapter', chapter: 'limits-of-runs', section: 'why' });
    assert.deepEqual(target('orphan'), { kind: 'chapter', chapter: 'keeping-things', section: null });
    assert.deepEqual(target('idempotency'), { kind: 'chapter', chapter: 'limits-of-runs', section: null });
    assert.deepEqual(target('divisible'), { kind: 'link', href: 'question:divisible' });
    assert.deepEqual(target('run time'), { kind: 'link', href: 'criterion:run-time' });
    assert.deepEqual(target('naps'), { kind: 'chapter', chapter: 'limits', section: 'platforms' });
    assert.deepEqual(target('kettle'), { kind: 'chapter', chapter: 'tools', section: 'delivery' });
  });

  it('shows some words around the best match, cut at words, similar words marked', () => {
    assert.equal(
      excerpt(first('parcel')),
      '… will be one day, at night, during a holiday, when nobody is there to see that the same [parcel] has left the house twice.',
    );
    const [, section] = search('idempotancy');
    assert.ok(section && excerpt(section).startsWith('Cut it into steps. [Idempotency] helps'));
    assert.equal(excerpt(first('cold start')), 'The time in which a first instance wakes.');
  });

  it('gives as many hits as are asked for', () => {
    assert.equal(ids('run', 2).length, 2);
  });

  it('finds each chapter by its title before all but the term of that name', () => {
    for (const { id, title } of guide.chapters)
      assert.equal(search(title).find(hit => hit.kind !== 'term')?.id, `chapter:${id}`, title);
  });

  it('takes any text, and finds the same each time', () => {
    const word = fc.constantFrom(
      'cold',
      'strat',
      'a',
      'constructor',
      '__proto__',
      'toString',
      'idempo',
      '"',
      '\\',
      'é',
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map(words => words.join(' ')),
    );
    fc.assert(
      fc.property(query, text => {
        const hits = search(text);
        assert.deepEqual(search(text), hits);
        assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length);
        for (const hit of hits) assert.ok(excerpt(hit).length < 220 && hit.excerpt.every(piece => piece.text !== ''));
      }),
    );
  });
});
