import assert from 'node:assert/strict';
import { mostProblems } from '../../src/core/language/problem';
import { openCatalogue } from '../../src/core/scaffold/catalogue';
import {
  checkChoices,
  choicesFrom,
  completeChoices,
  defaultOf,
  offersOf,
  relevantChoices,
} from '../../src/core/scaffold/choices';
import { addChoices, removeChoices } from '../../src/core/scaffold/project';
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
    [{ drink: 'water', biscuit: 'short' }, /"biscuit" has no meaning here: it depends on the drink chosen\./],
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
