import {
  createScanner,
  type Node,
  type ParseError,
  parseTree as parseAnyTree,
  printParseErrorCode,
} from 'jsonc-parser';

export type { Node } from 'jsonc-parser';

/** Twice as deep as evidence within an answer. */
const deepestNesting = 10;

/** Names and values. An answer to every question with all the evidence that it may have comes to half as many. */
const mostEntries = 50_000;

/** What keeps a text from being read as JSON, in a sentence with its place in UTF-16 code units. */
export interface Fault {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

/** The JSON of an assessment as a tree, in which each value knows its place; no root where there is nothing. */
export function parseTree(text: string): { readonly root?: Node | undefined; readonly fault?: Fault } {
  const excess = excessOf(text);
  if (excess) return { fault: excess };
  const errors: ParseError[] = [];
  const root = parseAnyTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (!error) return { root };
  const { offset, length } = error;
  return { fault: { message: syntaxMessage(printParseErrorCode(error.error)), offset, length } };
}

/** JSON's own value of a node; objects, which no answer is, become nothing. */
export function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  return node.type === 'object' ? undefined : node.value;
}

/**
 * Where a text is deeper or fuller than an assessment can be. It is gone through for this once before a tree is made of it,
 * since the tree parser calls itself once a level and keeps many bytes for each entry.
 */
function excessOf(text: string): Fault | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let entries = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const start = text.charAt(offset);
    if (start === '}' || start === ']') depth -= 1;
    else if (start !== ',' && start !== ':') entries += 1;
    if (start === '{' || start === '[') depth += 1;
    if (depth > deepestNesting)
      return { message: 'Here the file is nested more deeply than an assessment can be.', offset, length: 1 };
    if (entries > mostEntries)
      return { message: 'The file has more entries, up to here, than an assessment can have.', offset, length: 1 };
  }
  return undefined;
}

function syntaxMessage(code: string): string {
  const sentences: Record<string, string> = {
    InvalidSymbol:
      'This is not JSON: a word stands here that is neither a text in quotes nor a number, true, false or null.',
    InvalidNumberFormat: 'This is not JSON: a number is not written as one.',
    PropertyNameExpected: 'This is not JSON: a name in quotes is expected here.',
    ValueExpected: 'This is not JSON: a value is expected here.',
    ColonExpected: 'This is not JSON: a colon is expected here.',
    CommaExpected: 'This is not JSON: a comma is expected here.',
    CloseBraceExpected: 'This is not JSON: a closing } is missing.',
    CloseBracketExpected: 'This is not JSON: a closing ] is missing.',
    EndOfFileExpected: 'This is not JSON: something stands after its end.',
    InvalidCommentToken: 'This is not JSON: it allows no comments; a "note" in an answer can hold one.',
    UnexpectedEndOfComment: 'This is not JSON: a comment does not end.',
    UnexpectedEndOfString: 'This is not JSON: a text in quotes does not end.',
    UnexpectedEndOfNumber: 'This is not JSON: a number does not end.',
    InvalidUnicode: 'This is not JSON: a \\u escape is not complete.',
    InvalidEscapeCharacter: 'This is not JSON: a backslash stands before a letter that it cannot escape.',
    InvalidCharacter: 'This is not JSON: a control character stands in a text; write it as an escape.',
  };
  return sentences[code] ?? 'This is not JSON.';
}
