import assert from 'node:assert/strict';
import fc from 'fast-check';
import { proseOf, proseOfSentences } from '../../src/core/guide/prose';
import { factsIn, linesIn } from '../../src/core/guide/text';
import { knowledge } from './small-guide';
import { blocksOfMarkdown, textOf } from './text-of';

function prose(...lines: string[]): string {
  return proseOf(knowledge, blocksOfMarkdown(lines.join('\n')));
}

describe('The prose of a text', () => {
  it('is its words, a full stop after headings, list items and rows', () => {
    const text = prose('### Why it matters {#why}', '', 'A line', 'and another.', '', '- [ ] Do this', '- And that!');
    assert.equal(text, 'Why it matters. A line and another. Do this. And that!');
    assert.equal(prose('| Kind | Time |', '| --- | ---: |', '| long | 3 s |'), 'Kind; Time. long; 3 s.');
    assert.equal(prose('> [!WARNING]', '> Mind the *gap*.', '***', '1. One', '2. Two'), 'Mind the gap. One. Two.');
  });

  it('has links, pictures and code as their text', () => {
    assert.equal(
      prose('See [the `key` *part*](state.md#key "Title"), <https://x.org>.'),
      'See the key part, https://x.org.',
    );
    assert.equal(prose('![A queue, drawn](diagrams/queue.svg)'), 'A queue, drawn.');
    assert.equal(
      prose('Set `max_in_flight` and **`*.ts`**, 2 * 3, snake_case_name.'),
      'Set max_in_flight and *.ts, 2 * 3, snake_case_name.',
    );
    assert.equal(prose('Not \\*slanted\\*.'), 'Not *slanted*.');
  });

  it('has facts filled in, in numbers and in words, and leaves other braces alone', () => {
    assert.equal(
      prose('After {cloud.timeout}, until {cloud.end}: {cloud.none} {id}.'),
      'After 15 minutes, until 25 February 2027: {cloud.none} {id}.',
    );
  });

  it('leaves code in fences out', () => {
    assert.equal(prose('Before.', '```ts a.ts', 'secret', '```', 'After.'), 'Before. After.');
    assert.equal(prose('- Item', '  ~~~~', '  secret', '  ~~~', '  secret', '  ~~~~', 'After.'), 'Item. After.');
    assert.equal(prose('Before.', '```', 'secret'), 'Before.');
  });

  it('never holds the text of a fence', () => {
    const word = fc.constantFrom(
      'plain',
      '`code`',
      '**bold**',
      '[link](x.md)',
      '{cloud.timeout}',
      '#',
      '-',
      '|',
      '>',
      '<!--',
      '-->',
      '1.',
      '~~',
      '``',
    );
    const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => [words.join(' ')]);
    const held = fc.array(
      fc.constantFrom(
        'forbidden',
        '--> forbidden',
        '<!--',
        '## forbidden {#a}',
        '`` forbidden',
        '',
        '~~~ forbidden',
        '| forbidden |',
      ),
      { maxLength: 4 },
    );
    const fence = fc
      .tuple(
        fc.constantFrom('```', '````', '~~~'),
        fc.constantFrom('', 'ts a.ts', 'sh'),
        held,
        fc.constantFrom('', '  ', '> '),
      )
      .map(([mark, info, lines, indent]) =>
        [`${mark}${info}`, ...lines.filter(line => mark !== '~~~' || !line.startsWith('~')), mark].map(
          line => indent + line,
        ),
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, fence), { maxLength: 8 }), blocks => {
        const text = prose(...blocks.map(block => `${block.join('\n')}\n`));
        assert.doesNotMatch(text, /forbidden/);
      }),
    );
  });

  it('is made of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => assert.equal(typeof prose(text), 'string')));
  });
});

describe('The prose of sentences', () => {
  it('has their facts filled in, and a full stop after each', () =>
    assert.equal(
      proseOfSentences(knowledge, 'After {cloud.timeout}', 'Not {this} nor\n{cloud.none}.', ''),
      'After 15 minutes. Not {this} nor {cloud.none}.',
    ));
});

describe('The sections of a text', () => {
  it('begin at headings of the second level, never within a fence', () => {
    const { lead, sections } = textOf(
      'Intro.\n## One {#one}\nA\n```\n## No {#no}\n```\n## Two *it* is {#two}\n### Three',
    );
    assert.deepEqual(lead, blocksOfMarkdown('Intro.'));
    assert.deepEqual(sections, [
      { id: 'one', title: ['One'], blocks: blocksOfMarkdown('A\n```\n## No {#no}\n```') },
      { id: 'two', title: ['Two ', { kind: 'em', children: ['it'] }, ' is'], blocks: blocksOfMarkdown('### Three') },
    ]);
  });
});

describe('The facts of a text', () => {
  it('are those that it quotes, each time that it does, and none that stand in code', () => {
    const blocks = blocksOfMarkdown(
      'A **{cloud.timeout}** and {nothing.here}.\n\n- {cloud.end}, {cloud.timeout}, `{kettle.volume}`',
    );
    const quoted = factsIn([...linesIn(blocks)].map(({ line }) => line));
    assert.deepEqual(quoted, ['cloud.timeout', 'nothing.here', 'cloud.end', 'cloud.timeout']);
  });
});
