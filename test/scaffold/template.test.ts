import assert from 'node:assert/strict';
import { mergeTexts } from '../../src/core/scaffold/merge';
import { fill } from '../../src/core/scaffold/template';

const values = new Map([
  ['name', 'orders'],
  ['lines', 'one\ntwo'],
  ['nested', 'for <% name %>'],
  ['loop', '<% loop %>'],
]);

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
    const text = '${a} {{ b }} ${{ c }} %{d} __e__ <%= f %>';
    assert.equal(fill(text, values), text);
  });
});

describe('Merging YAML', () => {
  it('unites maps, joins lists, and keeps comments and tags', () => {
    const merged = mergeTexts('yaml', [
      '# Whole\nResources:\n  # The table\n  Table:\n    Type: T # why\nSteps:\n  - a\n',
      '# Only for whoever reads the fragment\n\nResources:\n  # The queue\n  Queue:\n    Arn: !GetAtt Table.Arn\nSteps:\n  - a\n  - b\n',
    ]);
    assert.match(merged, /^# Whole\n/);
    assert.match(merged, /# The table\n {2}Table:\n {4}Type: T # why/);
    assert.match(merged, /\n\n {2}# The queue\n {2}Queue:\n {4}Arn: !GetAtt Table\.Arn/);
    assert.match(merged, /- a\n {2}- b\n/);
    assert.doesNotMatch(merged, /Only for whoever/);
  });

  it('refuses two values in one place, and says where', () =>
    assert.throws(() => mergeTexts('yaml', ['a:\n  b: 1\n', 'a:\n  b: 2\n']), /\/a\/b/));

  it('tells the same word with another tag apart', () =>
    assert.throws(() => mergeTexts('yaml', ['a: !Ref B\n', 'a: !Sub B\n']), /\/a/));
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
