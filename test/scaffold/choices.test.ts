import assert from 'node:assert/strict';
import { mostProblems } from '../../src/core/language/problem';
import { openCatalogue } from '../../src/core/scaffold/catalogue';
import {
  checkChoices,
  choicesFrom,
  completeChoices,
  defaultOf,
  listOf,
  offersOf,
  printChoice,
  relevantChoices,
  suggestChoices,
} from '../../src/core/scaffold/choices';
import { addChoices, removeChoices } from '../../src/core/scaffold/project';
import { knowledge } from '../core/small-knowledge';
import { smallCatalogue } from './small-catalogue';

const catalogue = smallCatalogue();
const choice = (id: string) => {
  const found = catalogue.questionById.get(id);
  assert.ok(found);
  return found;
};

describe('Choices', () => {
  it('that are not known are told as far as anybody reads', () => {
    const unknown = Array.from({ length: 1000 }, (_, index) => `o${index}`);
    for (const given of [{ extra: unknown }, Object.fromEntries(unknown.map(id => [id, 'x']))])
      assert.equal(checkChoices(catalogue, given).length, mostProblems);
    assert.equal(checkChoices(catalogue, { extra: unknown.map(() => 'coal') }).length, 1);
    const [long] = checkChoices(catalogue, { [`a\u001b${'x'.repeat(1e6)}`]: 'x' });
    assert.match(long?.message ?? '', /^There is no choice "a␛x{50,60}…"\. Known are: drink, extra, biscuit\.$/);
  });

  it('take their defaults where nothing was given, and the defaults follow what was', () => {
    assert.deepEqual(completeChoices(catalogue, {}), { drink: 'tea', extra: ['milk'], biscuit: 'short' });
    assert.deepEqual(completeChoices(catalogue, { drink: 'water' }), { drink: 'water', extra: ['ice'] });
  });

  it('that do not apply are neither asked nor kept', () => {
    assert.deepEqual(
      relevantChoices(catalogue, { drink: 'water' }).map(({ id }) => id),
      ['drink', 'extra'],
    );
    assert.equal(completeChoices(catalogue, { drink: 'water', biscuit: 'short' }).biscuit, undefined);
  });

  it('are offered with the reason why not, where they do not go together', () => {
    const offers = offersOf(catalogue, { drink: 'water' }, choice('extra'));
    assert.deepEqual(
      offers.map(({ option, excluded }) => [option.id, excluded]),
      [
        ['milk', 'Milk spoils water.'],
        ['lemon', undefined],
        ['ice', undefined],
      ],
    );
  });

  it('of one list exclude each other only once one of them is taken', () => {
    const excluded = (extra: string[]) =>
      offersOf(catalogue, { drink: 'tea', extra }, choice('extra')).find(({ option }) => option.id === 'lemon')
        ?.excluded;
    assert.equal(excluded([]), undefined);
    assert.equal(excluded(['milk']), 'Lemon curdles milk.');
  });

  it('default to what is allowed', () =>
    assert.deepEqual(defaultOf(catalogue, { drink: 'water' }, choice('extra')), ['ice']));

  const wrong: [given: Record<string, string | string[]>, message: RegExp][] = [
    [{ food: 'bread' }, /There is no choice "food"\. Known are: drink, extra, biscuit\./],
    [{ drink: 'beer' }, /Drink "beer" is not known\. Known are: tea, water\./],
    [{ extra: ['salt'] }, /Extras "salt" is not known/],
    [{ drink: 'water', extra: ['milk'] }, /extra milk does not go together with the rest: Milk spoils water\./],
    [{ extra: ['milk', 'lemon'] }, /Lemon curdles milk\./],
    [{ drink: ['tea', 'water'] }, /^Drink: choose one of tea, water\.$/],
    [{ drink: [] }, /^Drink: choose one of tea, water\.$/],
    [{ drink: 'water', biscuit: 'short' }, /"biscuit" has no meaning here: it depends on what is chosen for drink\./],
  ];
  for (const [given, message] of wrong)
    it(`say in a sentence what is wrong: ${JSON.stringify(given)}`, () => {
      const [problem] = checkChoices(catalogue, given);
      assert.match(problem?.message ?? '', message);
    });

  it('accept "none" for what has no meaning, and an empty list where one may be empty', () => {
    assert.deepEqual(checkChoices(catalogue, { drink: 'water', biscuit: 'none' }), []);
    assert.deepEqual(checkChoices(catalogue, { extra: [] }), []);
    assert.deepEqual(completeChoices(catalogue, { extra: [] }).extra, []);
  });

  it('of a list may have to be one at least', () => {
    const { atLeast: _none, ...extra } = choice('extra');
    const strict = openCatalogue({ choices: [choice('drink'), extra], parts: [] });
    assert.deepEqual(checkChoices(strict, { drink: 'beer', extra: [] }), [
      { choice: 'drink', message: 'Drink "beer" is not known. Known are: tea, water.' },
      { choice: 'extra', message: 'Extras: choose at least one of milk, lemon, ice.' },
    ]);
    assert.deepEqual(checkChoices(strict, { extra: ['ice'] }), []);
  });

  it('stand in the order of the options, one as one and several as a list', () => {
    assert.deepEqual(completeChoices(catalogue, { drink: ['tea'], extra: ['ice', 'milk', 'ice'], biscuit: 'none' }), {
      drink: 'tea',
      extra: ['milk', 'ice'],
      biscuit: 'none',
    });
    assert.deepEqual(completeChoices(catalogue, { extra: 'ice' }).extra, ['ice']);
    assert.deepEqual([undefined, 'a', ['a', 'b']].map(listOf), [[], ['a'], ['a', 'b']]);
  });

  it('are read by their labels', () => {
    assert.equal(printChoice(choice('extra'), ['milk', 'ice', 'gone']), 'Milk, Ice, gone');
    assert.equal(printChoice(choice('drink'), 'tea'), 'Tea');
    for (const nothing of [undefined, []]) assert.equal(printChoice(choice('extra'), nothing), 'None');
  });

  it('have no default where nothing goes together with the rest, which is a mistake of the catalogue', () => {
    const needs = [{ condition: { answer: 'drink', is: 'water' }, otherwise: 'Water only.' }];
    const biscuit = { ...choice('biscuit'), options: choice('biscuit').options.map(option => ({ ...option, needs })) };
    const odd = openCatalogue({ choices: [choice('drink'), biscuit], parts: [] });
    assert.throws(() => defaultOf(odd, { drink: 'tea' }, biscuit), /Nothing of biscuit goes together with .*"tea"/);
    assert.equal(defaultOf(odd, { drink: 'water' }, biscuit), 'short');
    const [first, second] = biscuit.options;
    assert.ok(first && second);
    const half = { ...biscuit, options: [first, { ...second, needs: [] }] };
    assert.equal(defaultOf(odd, { drink: 'tea' }, half), 'none', 'the default is excluded');
    assert.equal(defaultOf(odd, { drink: 'tea' }, { ...half, default: [] }), 'none');
  });

  it('are suggested where an assessment speaks for them: one of a single choice, all of a list', () => {
    const rule = (option: string, is: string) => ({ when: { answer: 'state', is }, option, because: `For ${option}.` });
    const rules = [rule('tea', 'memory'), rule('tea', 'store'), rule('water', 'store')];
    const extras = [rule('milk', 'store'), rule('ice', 'memory'), rule('lemon', 'store')];
    const suggesting = openCatalogue({
      choices: [{ ...choice('drink'), suggest: rules }, { ...choice('extra'), suggest: extras }, choice('biscuit')],
      parts: [],
    });
    const suggested = (answers: Parameters<typeof suggestChoices>[2]) =>
      suggestChoices(suggesting, knowledge, answers).map(({ choice, option, because }) => [choice, option, because]);
    assert.deepEqual(suggested({ state: { value: 'store' } }), [
      ['drink', 'tea', 'For tea.'],
      ['extra', 'milk', 'For milk.'],
      ['extra', 'lemon', 'For lemon.'],
    ]);
    assert.deepEqual(suggested({}), []);
  });

  it('that go together are taken from suggestions, in the order of the options', () => {
    const suggested = ['ice', 'milk'].map(option => ({ choice: 'extra', option, because: '' }));
    assert.deepEqual(choicesFrom(catalogue, suggested), { extra: ['milk', 'ice'] });
    assert.deepEqual(choicesFrom(catalogue, []), {});
  });

  it('that an assessment suggests are left to the default where they do not go together', () => {
    const suggestion = (id: string, option: string) => ({ choice: id, option, because: '' });
    const suggested = [suggestion('drink', 'water'), suggestion('extra', 'milk'), suggestion('extra', 'ice')];
    assert.deepEqual(choicesFrom(catalogue, suggested), { drink: 'water' });
  });

  it('are added to a project: lists grow, a single one takes the place, what no longer applies goes', () => {
    const remembered = { drink: 'tea', extra: ['ice'], biscuit: 'short' };
    assert.deepEqual(addChoices(catalogue, remembered, { extra: ['milk'] }), { ...remembered, extra: ['ice', 'milk'] });
    assert.deepEqual(addChoices(catalogue, remembered, { drink: 'water' }), { drink: 'water', extra: ['ice'] });
    assert.deepEqual(removeChoices(catalogue, remembered, { extra: ['ice'] }), { ...remembered, extra: [] });
  });

  it('of a group exclude each other, each with the reason of the group', () => {
    const [drink] = catalogue.choices;
    assert.ok(drink);
    const options = ['salt', 'sugar', 'pepper'].map(id => ({
      id,
      label: id,
      detail: id,
      ...(id === 'pepper' ? {} : { group: 'white' }),
    }));
    const spice = {
      ...drink,
      id: 'spice',
      kind: 'choices' as const,
      options,
      groups: [{ id: 'white', otherwise: 'One white.' }],
    };
    const grouped = openCatalogue({ choices: [spice], parts: [] });
    const [opened] = grouped.choices;
    assert.ok(opened);
    const offered = offersOf(grouped, { spice: ['sugar'] }, opened).map(({ excluded }) => excluded);
    assert.deepEqual(offered, ['One white.', undefined, undefined]);
    assert.match(checkChoices(grouped, { spice: ['salt', 'sugar'] })[0]?.message ?? '', /One white\./);
  });
});
