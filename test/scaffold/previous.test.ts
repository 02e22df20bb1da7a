import assert from 'node:assert/strict';
import { hashOf, type Manifest } from '../../src/core/scaffold/manifest';
import { someDecision } from '../../src/core/scaffold/parts';
import { baseOf, describeStrangers, rememberedBy } from '../../src/core/scaffold/previous';
import { addChoices, prepareProject, removeChoices, requestProject } from '../../src/core/scaffold/project';
import { smallCatalogue } from './small-catalogue';

const record = '# <% decision-workload %>\n';
const catalogue = smallCatalogue([
  { files: { 'README.md': 'One.\n' } },
  { when: { answer: 'drink', is: 'tea' }, files: { 'tea.txt': 'Tea.\n' } },
  { once: true, needs: 'decision', files: { 'adr.md': record } },
]);
const choices = { drink: 'tea', extra: [], biscuit: 'none' };
const remember = (files: Record<string, string>, chosen: Manifest['choices'] = choices) =>
  rememberedBy(catalogue, { name: 'orders', choices: chosen, files });

describe('What is remembered of the last time', () => {
  it('counts where a part gives it for the choices of that time, and the rest is a stranger', () => {
    const { previous, strangers, decision } = remember({ 'tea.txt': '1', 'other.txt': '2', toString: '3' });
    assert.deepEqual([...previous.keys()], ['tea.txt']);
    assert.equal(previous.get('tea.txt')?.hash, '1');
    assert.equal(previous.get('tea.txt')?.planned.text, 'Tea.\n');
    assert.deepEqual(strangers, ['other.txt', 'toString']);
    assert.equal(decision, undefined);
    assert.deepEqual(remember({ 'tea.txt': '1' }, { drink: 'water', extra: [] }).strangers, ['tea.txt']);
  });

  it('has a decision where there is a record of one', () => {
    const { previous, decision } = remember({ 'adr.md': '1' });
    assert.equal(decision, someDecision);
    assert.deepEqual([...previous.keys()], ['adr.md']);
  });

  it('is a base to merge from only where its hash is that of what is planned', () => {
    const generated = (hash: string) => remember({ 'tea.txt': hash }).previous.get('tea.txt');
    assert.equal(baseOf(generated(hashOf('Tea.\n'))), 'Tea.\n');
    assert.equal(baseOf(generated('1')), undefined);
    assert.equal(baseOf(undefined), undefined);
  });

  it('is told of strangers in a sentence, the first by name', () => {
    assert.equal(describeStrangers([]), undefined);
    assert.equal(
      describeStrangers(['a\n.txt']),
      '.serverless-advisor.json names a file that no part gives for its choices: a .txt. It is left alone, whether it is there or not, and is no longer remembered once the plan is written.',
    );
    const many = (amount: number) => describeStrangers(Array.from({ length: amount }, (_, index) => `f${index}`)) ?? '';
    const rest =
      'They are left alone, whether they are there or not, and are no longer remembered once the plan is written.';
    assert.equal(many(2), `.serverless-advisor.json names 2 files that no part gives for its choices: f0, f1. ${rest}`);
    const named = /choices: (.*?)(?: and (\d+) more)?\. They/.exec(many(100));
    const names = named?.[1]?.split(', ') ?? [];
    assert.equal(names.length + Number(named?.[2]), 100);
    assert.doesNotMatch(many(names.length), / more\./);
    assert.match(many(names.length + 1), / and 1 more\./);
  });
});

describe('A project that is asked for', () => {
  it('takes defaults for what nobody chose, and a decision where there is one', () => {
    const request = { name: 'orders', choices: { drink: 'tea', extra: ['milk'], biscuit: 'short' } };
    assert.deepEqual(requestProject(catalogue, 'orders', {}), { request });
    assert.deepEqual(requestProject(catalogue, 'orders', {}, someDecision), {
      request: { ...request, decision: someDecision },
    });
  });

  it('is told all that is wrong with its name and its choices', () => {
    const asked = requestProject(catalogue, 'No Name', { drink: 'beer' });
    assert.ok('problems' in asked);
    assert.equal(asked.problems.length, 2);
    assert.match(asked.problems.join(), /name.*Drink "beer" is not known/is);
    const one = requestProject(catalogue, 'orders', { drink: 'beer' });
    assert.deepEqual(one, { problems: ['Drink "beer" is not known. Known are: tea, water.'] });
  });

  const prepare = (files: Record<string, string>, disk: Record<string, string>, decision = false) =>
    prepareProject(
      catalogue,
      { name: 'orders', choices, ...(decision ? { decision: someDecision } : {}) },
      { name: 'orders', choices, files },
      async paths => new Map(paths.flatMap(path => (disk[path] === undefined ? [] : [[path, disk[path]]]))),
    );

  it('keeps the record of its decision, which no later plan writes or brings back', async () => {
    const kinds = async (...given: Parameters<typeof prepare>) =>
      Object.fromEntries((await prepare(...given)).changes.map(({ path, kind }) => [path, kind]));
    const remembered = { 'adr.md': 'x', 'README.md': hashOf('One.\n') };
    assert.equal((await kinds(remembered, { 'adr.md': 'Mine.\n', 'README.md': 'One.\n' }))['README.md'], 'same');
    assert.equal('adr.md' in (await kinds(remembered, { 'README.md': 'One.\n' })), false, 'somebody has deleted it');
    assert.equal('adr.md' in (await kinds({}, {})), false);
    assert.equal((await kinds({}, {}, true))['adr.md'], 'create');
  });

  it('says what is strange about what it remembers', async () => {
    assert.deepEqual((await prepare({}, {})).notes, []);
    assert.match(
      (await prepare({ 'x.txt': '1' }, {})).notes.join(),
      /^\.serverless-advisor\.json names a file .*: x\.txt\./,
    );
  });
});

describe('Choices of a project that change', () => {
  const remembered = { drink: 'tea', extra: ['ice'], biscuit: 'short' };

  it('are added once, and keep what was asked for though it means nothing', () => {
    assert.deepEqual(addChoices(catalogue, remembered, { extra: ['ice', 'milk'] }).extra, ['ice', 'milk']);
    assert.deepEqual(addChoices(catalogue, { drink: 'tea' }, { extra: 'ice' }).extra, ['ice']);
    assert.deepEqual(addChoices(catalogue, remembered, { drink: 'water', biscuit: 'none' }), {
      ...{ drink: 'water', extra: ['ice'], biscuit: 'none' },
    });
    assert.deepEqual(addChoices(catalogue, {}, { food: 'bread' }), { food: 'bread' });
  });

  it('are open again when they lose their only option, and empty when they lose all of several', () => {
    assert.deepEqual(removeChoices(catalogue, remembered, { biscuit: 'short' }), { drink: 'tea', extra: ['ice'] });
    assert.deepEqual(removeChoices(catalogue, remembered, { biscuit: 'none', extra: ['ice'] }), {
      ...remembered,
      extra: [],
    });
    assert.deepEqual(removeChoices(catalogue, { ...remembered, biscuit: 'none', drink: 'water' }, {}), {
      ...{ drink: 'water', extra: ['ice'] },
    });
  });
});
