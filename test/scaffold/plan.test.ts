import assert from 'node:assert/strict';
import type { Condition } from '../../src/core/content/types';
import type { Part } from '../../src/core/scaffold/catalogue';
import {
  choicesBehind,
  optionsBehind,
  partsFor,
  projectCommands,
  type ScaffoldRequest,
  someDecision,
} from '../../src/core/scaffold/parts';
import { plan } from '../../src/core/scaffold/plan';
import { smallCatalogue } from './small-catalogue';

const request: ScaffoldRequest = {
  name: 'my-2-orders',
  choices: { drink: 'tea', extra: ['milk', 'ice'], biscuit: 'short' },
};
const has = (answer: string, ...includes: string[]): Condition => ({ answer, includes });
const is = (answer: string, is: string): Condition => ({ answer, is });
const planned = (parts: readonly Partial<Part>[], asked: ScaffoldRequest = request) =>
  plan(smallCatalogue(parts), asked);
const texts = (parts: readonly Partial<Part>[], asked?: ScaffoldRequest) =>
  Object.fromEntries(planned(parts, asked).map(({ path, text }) => [path, text]));

describe('A plan', () => {
  it('has the files of the parts that the choices call for, by path', () => {
    const parts = [
      { files: { 'b.txt': 'b', 'a/x.txt': 'x' } },
      { when: is('drink', 'tea'), files: { 'a.txt': 'tea' } },
      { when: is('drink', 'water'), files: { 'water.txt': 'water' } },
    ];
    assert.deepEqual(Object.keys(texts(parts)), ['a.txt', 'a/x.txt', 'b.txt']);
  });

  it('ends each text with one line end, and leaves an empty one empty', () => {
    const files = { a: 'x', b: 'x\n', c: 'x\n\n\n', d: ' \n', e: '\nx' };
    assert.deepEqual(texts([{ files }]), { a: 'x\n', b: 'x\n', c: 'x\n', d: '', e: '\nx\n' });
  });

  it('fills in the name in each of its forms, and the values of the parts, of several lines too', () => {
    const parts = [
      { files: { a: '<% name %> <% name-pascal %> <% name-snake %>\n<% port %>\n<% lines %>' } },
      { values: { port: '80', lines: ['one', 'two'] } },
      { values: { port: '80' } },
    ];
    assert.deepEqual(texts(parts), { a: 'my-2-orders My2Orders my_2_orders\n80\none\ntwo\n' });
  });

  it('refuses two values for one placeholder, and names the second', () =>
    assert.throws(
      () => planned([{ values: { port: '80' } }, { values: { port: '81' } }]),
      /Two parts give the value "port", the second is part-1\./,
    ));

  it('fills slots of a file with what all parts give for them, in their order, and names all that it is from', () => {
    const parts = [
      { slots: { 'a.txt': { end: 'first' } } },
      { files: { 'a.txt': 'Begin\n<% slot end %>\n<% slot other %>' } },
      { slots: { 'a.txt': { end: 'second', other: 'more' }, 'b.txt': { end: 'nothing' } } },
    ];
    const [file, ...others] = planned(parts);
    assert.deepEqual(others, []);
    assert.equal(file?.text, 'Begin\nfirst\nsecond\nmore\n');
    assert.deepEqual(
      file?.from.map(({ id }) => id),
      ['part-1', 'part-0', 'part-2'],
    );
  });

  it('merges JSON and lists of lines, and nothing else', () => {
    const both = (path: string, one: string, other: string) =>
      texts([{ files: { [path]: one } }, { files: { [path]: other } }])[path];
    assert.equal(
      both('a/package.json', '{"a": [1], "b": {"c": 1}}', '{"a": [1, 2], "b": {"d": 2}}'),
      [...['{', '  "a": [', '    1,', '    2', '  ],', '  "b": {', '    "c": 1,', '    "d": 2', '  }', '}', '']].join(
        '\n',
      ),
    );
    for (const path of ['.gitignore', 'x/.dockerignore', '.env.example', 'requirements-dev.txt'])
      assert.equal(both(path, 'a\n\nb\n', 'b\nc\n'), 'a\n\nb\nc\n', path);
    assert.equal(
      texts([{ files: { '.gitignore': 'a\na\n' } }])['.gitignore'],
      'a\na\n',
      'of one part it stays as it is',
    );
    for (const path of ['a.txt', '.json/a', 'json', 'a.jsonc', 'requirements.txt.bak'])
      assert.throws(() => both(path, 'a', 'b'), {
        message: `${path}, from part-0, part-1: More than one part gives this file.`,
      });
    assert.throws(
      () => both('a.json', '{"a": {"b": 1}}', '{"a": {"b": 2}}'),
      /Two parts want different values at \/a\/b\./,
    );
    assert.throws(() => both('a.json', '{"a": [1]}', '{"a": {}}'), /different values at \/a\./);
  });

  it('sorts the dependencies of npm, and leaves the order of the rest', () => {
    const text =
      '{"z": 1, "dependencies": {"b": "1", "a": "1"}, "devDependencies": {"d": "1", "c": "1"}, "other": {"y": 1, "x": 1}}';
    const merged = JSON.parse(texts([{ files: { 'a.json': text } }])['a.json'] ?? '');
    const keys = (value: object) => Object.keys(value).join('');
    assert.deepEqual([keys(merged.dependencies), keys(merged.devDependencies), keys(merged.other)], ['ab', 'cd', 'yx']);
    assert.equal(texts([{ files: { 'a.json': '[1]' } }])['a.json'], '[\n  1\n]\n');
  });

  it('has records of a moment, which only what is given once alone is', () => {
    const once = (...parts: readonly Partial<Part>[]) =>
      planned(parts.map(part => ({ files: { '.gitignore': 'x' }, ...part }))).map(file => file.once);
    assert.deepEqual(once({ once: true }), [true]);
    assert.deepEqual(once({ once: true }, {}), [false]);
    assert.deepEqual(once({}), [false]);
  });

  it('has what needs a decision only where there is one', () => {
    const parts = [
      {
        needs: 'decision' as const,
        files: { 'adr.md': 'For <% decision-workload %> on <% decision-date %>:\n\n<% decision-report %>' },
      },
      { files: { a: 'x' } },
    ];
    assert.deepEqual(Object.keys(texts(parts)), ['a']);
    const decision = { workload: 'Orders', date: '2026-11-01', report: { markdown: 'Good.' } };
    assert.equal(texts(parts, { ...request, decision })['adr.md'], 'For Orders on 2026-11-01:\n\nGood.\n');
    assert.equal(partsFor(smallCatalogue(parts), { ...request, decision: someDecision }).length, 2);
  });

  it('has no path that leads out of it', () =>
    assert.throws(() => planned([{ files: { '../x': '' } }]), { message: '../x is no path inside a project.' }));

  it('says which file and part a mistake is in', () =>
    assert.throws(() => planned([{ files: { a: '<% nothing %>' } }]), /^Error: a, from part-0: .*"nothing"/));
});

describe('The commands of a project', () => {
  it('come in the order in which someone uses them, filled in, as far as parts give them', () => {
    const ids = ['install', 'check', 'test', 'integration', 'build', 'local', 'validate', 'deploy-dev'];
    const values = Object.fromEntries(ids.toReversed().map(id => [`command-${id}`, `run ${id} of <% name %>`]));
    assert.deepEqual(
      projectCommands(smallCatalogue([{ values }]), request),
      ids.map(id => ({ id, line: `run ${id} of my-2-orders` })),
    );
    assert.deepEqual(projectCommands(smallCatalogue([{ values: { 'command-other': 'x' } }]), request), []);
  });
});

describe('The choices behind a part', () => {
  const behind = (when: Condition | undefined, choices = request.choices) => {
    const [part] = smallCatalogue([when ? { when } : {}]).parts;
    assert.ok(part);
    return choicesBehind(smallCatalogue(), choices, part);
  };

  for (const [when, labels] of [
    [undefined, []],
    [is('drink', 'tea'), ['Tea']],
    [is('drink', 'water'), []],
    [has('extra', 'milk', 'ice', 'lemon'), ['Milk', 'Ice']],
    [{ all: [is('drink', 'tea'), has('extra', 'ice')] }, ['Tea', 'Ice']],
    [{ any: [is('drink', 'water'), has('extra', 'ice')] }, ['Ice']],
    [{ not: is('drink', 'tea') }, []],
    [{ all: [is('drink', 'tea'), { not: has('extra', 'ice') }] }, ['Tea']],
    [{ any: [is('drink', 'tea'), is('drink', 'tea')] }, ['Tea']],
    [{ answer: 'extra', only: ['milk', 'ice'] }, []],
    [is('nothing', 'x'), []],
  ] as [Condition | undefined, string[]][])
    it(`are those that it compares with and that were made: ${JSON.stringify(when)}`, () =>
      assert.deepEqual(behind(when), labels));

  it('are none where there was nothing to choose between', () => {
    const small = smallCatalogue([{ when: is('drink', 'tea') }]);
    const choices = small.choices.map(choice => ({ ...choice, options: choice.options.slice(0, 1) }));
    const one = { ...small, choices, questionById: new Map(choices.map(choice => [choice.id, choice])) };
    const [part] = small.parts;
    assert.ok(part);
    assert.deepEqual(optionsBehind(one, request.choices, part), []);
    assert.deepEqual(
      optionsBehind(small, request.choices, part).map(({ choice, option }) => [choice.id, option]),
      [['drink', 'tea']],
    );
  });
});
