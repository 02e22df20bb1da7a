import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { parseYamlTree } from '../../src/compiler/yaml-tree.mts';
import { mergeTexts } from '../../src/core/scaffold/merge';
import { fill as fillAt, type Slots, type Values } from '../../src/core/scaffold/template';
import { mergeYaml, printYaml } from '../../src/core/scaffold/yaml-tree';

const values: Values = new Map([
  ['name', 'orders'],
  ['lines', 'one\ntwo'],
  ['nested', 'for <% name %>'],
  ['loop', '<% loop %>'],
]);

const fill = (text: string, values: Values, slots?: Slots): string => fillAt('notes.md', text, values, slots);

describe('A template', () => {
  it('has its placeholders replaced, those within values too', () =>
    assert.equal(fill('a <% name %> <% nested %>', values), 'a orders for orders'));

  it('indents a value of several lines as the line that it stands on', () =>
    assert.equal(fill('run: |\n  <% lines %>', values), 'run: |\n  one\n  two'));

  it('fills slots in the order of the parts, behind any comment sign', () => {
    const slots = new Map([['jobs', ['a\n', 'b']]]);
    for (const sign of ['', '// ', '# '])
      assert.equal(fill(`x\n  ${sign}<% slot jobs %>\ny`, values, slots), 'x\n  a\n  b\ny');
    assert.equal(fill('<!-- <% slot jobs apart %> -->', values, slots), 'a\n\nb');
  });

  it('leaves nothing of an empty slot, no second empty line either', () =>
    assert.equal(fill('a\n\n<% slot none %>\n\nb', values), 'a\n\nb'));

  it('says which value is missing', () => assert.throws(() => fill('<% other %>', values), /"other"/));

  it('ends where values refer to each other without end', () =>
    assert.throws(() => fill('<% loop %>', values), /without end/));

  it('leaves what other languages mean by their own delimiters', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what shells and HCL write
    const text = '${a} {{ b }} ${{ c }} %{d} __e__ <%= f %>';
    assert.equal(fill(text, values), text);
  });
});

describe('Merging YAML', () => {
  const merge = (...texts: string[]): string => printYaml(mergeYaml(texts.map(parseYamlTree)));

  it('unites maps, joins lists, and keeps comments and tags', () => {
    const merged = merge(
      '# Whole\nResources:\n  # The table\n  Table:\n    Type: T # why\nSteps:\n  - a\n',
      '# Only for whoever reads the fragment\n\nResources:\n  # The queue\n  Queue:\n    Arn: !GetAtt Table.Arn\nSteps:\n  - a\n  - b\n',
    );
    assert.equal(
      merged,
      '# Whole\nResources:\n  # The table\n  Table:\n    Type: T # why\n\n  # The queue\n  Queue:\n    Arn: !GetAtt Table.Arn\nSteps:\n  - a\n  - b\n',
    );
  });

  it('keeps what is inside a value as it is, block text with signs of comments in it too', () => {
    const text = 'run: |\n  # not a comment\n\n  echo "a: b"\nflow: { a: [1, 2] }\n';
    assert.equal(merge(text, 'more: 1\n'), `${text}more: 1\n`);
  });

  it('keeps comments with what stands below them', () => {
    const merged = merge('a:\n  one: 1\n# for b\nb:\n  two: 2\n', 'a:\n  three: 3\n');
    assert.equal(merged, 'a:\n  one: 1\n  three: 3\n# for b\nb:\n  two: 2\n');
  });

  it('refuses two values in one place, and says where', () =>
    assert.throws(() => merge('a:\n  b: 1\n', 'a:\n  b: 2\n'), /\/a\/b/));

  it('tells the same word with another tag apart', () =>
    assert.throws(() => merge('a: !Ref B\n', 'a: !Sub B\n'), /\/a/));

  it('refuses a map and a list in one place', () =>
    assert.throws(() => merge('a:\n  b: 1\n', 'a:\n  - b\n'), /a map and another a list at \/a/));

  it('means the same as the values merged by a YAML library, whatever is in them', () => {
    const scalar = fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom('x', 'y: z', '# no comment', 'two\nlines', ''));
    const value = fc.oneof(
      scalar,
      fc.array(scalar, { minLength: 1, maxLength: 3 }),
      fc.dictionary(fc.constantFrom('k', 'l'), scalar, { minKeys: 1, noNullPrototype: true }),
    );
    const text = (of: unknown) => stringify(of, { aliasDuplicateObjects: false });
    const map = (keys: string[]) =>
      fc.dictionary(fc.constantFrom(...keys), value, { minKeys: 1, noNullPrototype: true });
    fc.assert(
      fc.property(map(['a', 'b']), map(['c', 'd']), (first, second) => {
        const merged = merge(text({ ...first, Shared: first }), text({ ...second, Shared: second }));
        assert.deepEqual(parse(merged), { ...first, ...second, Shared: { ...first, ...second } });
      }),
    );
  });
});

describe('Merging JSON and lists of lines', () => {
  it('sorts dependencies as npm does, and nothing else', () => {
    const merged = mergeTexts('json', [
      '{"scripts":{"test":"a"},"dependencies":{"b":"1"}}',
      '{"scripts":{"build":"c"},"dependencies":{"a":"2"}}',
    ]);
    assert.deepEqual(Object.keys(JSON.parse(merged).dependencies), ['a', 'b']);
    assert.deepEqual(Object.keys(JSON.parse(merged).scripts), ['test', 'build']);
  });

  it('refuses two versions of one dependency', () =>
    assert.throws(
      () => mergeTexts('json', ['{"dependencies":{"a":"1"}}', '{"dependencies":{"a":"2"}}']),
      /dependencies\/a/,
    ));

  it('writes a line that two parts ignore once', () =>
    assert.equal(mergeTexts('lines', ['a\nb\n', 'b\nc\n']), 'a\nb\nc\n'));
});
