import type { Knowledge } from '../content/knowledge';
import { cutTemplate } from '../language/wording';
import { cite } from './citation';
import { type Block, type Line, wordsOf } from './text';

/**
 * A text as plain words on one line: facts filled in, links and pictures as their text, a full stop where a heading, a list
 * item or a row of a table ends. Code is left out, and so are lists that were made from what is found elsewhere.
 */
export function proseOf(knowledge: Knowledge, blocks: readonly Block[]): string {
  return [...sentencesIn(blocks, line => wordsOf(line, id => textOfFact(knowledge, id)))]
    .map(words => ended(oneLine(words)))
    .filter(words => words !== '')
    .join(' ');
}

/** Sentences of the knowledge as the same: their facts are filled in. */
export function proseOfSentences(knowledge: Knowledge, ...templates: readonly string[]): string {
  return templates
    .map(template =>
      cutTemplate(template)
        .map(piece => (typeof piece === 'string' ? piece : textOfFact(knowledge, piece.id)))
        .join(''),
    )
    .map(text => ended(oneLine(text)))
    .filter(text => text !== '')
    .join(' ');
}

/** A fact that there is none of is as it was written. */
function textOfFact(knowledge: Knowledge, id: string): string {
  return cite(knowledge, id)?.text ?? `{${id}}`;
}

function* sentencesIn(blocks: readonly Block[], words: (line: Line) => string): Iterable<string> {
  for (const block of blocks)
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        yield words(block.children);
        break;
      case 'list':
        for (const item of block.items) yield* sentencesIn(item.blocks, words);
        break;
      case 'quote':
      case 'alert':
        yield* sentencesIn(block.blocks, words);
        break;
      case 'table':
        for (const row of [block.head, ...block.rows])
          yield row
            .map(cell => words(cell).trim())
            .filter(cell => cell !== '')
            .join('; ');
        break;
      case 'diagram':
        yield block.caption;
        break;
      case 'tabs':
        for (const tab of block.tabs) {
          yield tab.title;
          yield* sentencesIn(tab.blocks, words);
        }
        break;
    }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function ended(text: string): string {
  return text === '' || /[.!?:;…]["'”’)]*$/.test(text) ? text : `${text}.`;
}
