import assert from 'node:assert/strict';
import type { ScaffoldChoice } from '../../src/core/content/types';
import {
  findOption,
  openCatalogue,
  type Part,
  parseCatalogue,
  printCatalogue,
} from '../../src/core/scaffold/catalogue';
import { smallCatalogue } from './small-catalogue';

const part = (id: string, order: number, more: Partial<Part> = {}): Part => ({
  ...{ id, order, title: `The ${id}`, because: `Why ${id}.`, files: {}, slots: {} },
  ...more,
});

describe('The catalogue', () => {
  it('has its parts as ordered, then by name, in whatever order they come', () => {
    const parts = [part('b', 1), part('a', 2), part('c', 1), part('d', 0)];
    for (const some of [parts, parts.toReversed()])
      assert.deepEqual(
        openCatalogue({ choices: [], parts: some }).parts.map(({ id }) => id),
        ['d', 'b', 'c', 'a'],
      );
  });

  it('finds choices and their options by their names', () => {
    const catalogue = smallCatalogue();
    const drink = catalogue.questionById.get('drink');
    assert.ok(drink);
    assert.equal(findOption(drink, 'water')?.label, 'Water');
    assert.equal(findOption(drink, 'beer'), undefined);
  });

  it('lets an option of a group go with none of the others in it, beside what it needs anyway', () => {
    const needs = [{ condition: { answer: 'drink', is: 'tea' }, otherwise: 'Tea only.' }];
    const option = (id: string, more: object = {}) => ({ id, label: id, detail: id, ...more });
    const choice = {
      ...smallCatalogue().choices[1],
      id: 'spice',
      groups: [
        { id: 'white', otherwise: 'One white.' },
        { id: 'black', otherwise: 'One black.' },
      ],
      options: [
        option('salt', { group: 'white', needs }),
        option('sugar', { group: 'white' }),
        option('pepper', { group: 'black' }),
        option('cinnamon'),
      ],
    } as ScaffoldChoice;
    const [opened] = openCatalogue({ choices: [choice], parts: [] }).choices;
    const without = (...includes: string[]) => ({
      condition: { not: { answer: 'spice', includes } },
      otherwise: 'One white.',
    });
    assert.deepEqual(
      opened?.options.map(({ needs }) => needs),
      [[...needs, without('sugar')], [without('salt')], undefined, undefined],
    );
    const plain = smallCatalogue().choices;
    assert.deepEqual(openCatalogue({ choices: plain, parts: [] }).choices, plain);
  });

  it('is the same again from its file, whose parts are read when they are asked for', () => {
    const parts = [
      part('one', 1, { files: { 'a.txt': 'A\n', 'b.yml': 'B\n' }, when: { answer: 'drink', is: 'tea' } }),
      part('two', 0, { slots: { 'a.txt': { end: 'x' } }, values: { v: '1' }, once: true }),
    ];
    const { choices } = smallCatalogue();
    const text = printCatalogue({ choices, parts });
    assert.equal(text.trimEnd().split('\n').length, 3);
    const catalogue = parseCatalogue(text);
    assert.deepEqual(catalogue.choices, choices);
    const read = catalogue.parts.map(({ id, title, because, order, when, once, values, files, slots }) => ({
      ...{ id, title, because, order, files, slots },
      ...(when ? { when } : {}),
      ...(once ? { once } : {}),
      ...(values ? { values } : {}),
    }));
    assert.deepEqual(read, [parts[1], parts[0]]);
    const [damaged] = parseCatalogue(text.replace('"two"', '"damaged"').replace(/\{"files":\{\},.*/, '{')).parts;
    assert.equal(damaged?.id, 'damaged', 'its line has not been looked at');
    assert.equal(catalogue.parts[0]?.files, catalogue.parts[0]?.files, 'it is read once');
  });
});
