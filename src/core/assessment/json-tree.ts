import { type Node, type ParseError, parseTree as parseAnyTree, printParseErrorCode } from 'jsonc-parser';
import { longestText } from '../language/answer';
import { type Sentence, say } from '../language/words';

export type { Node } from 'jsonc-parser';

/** Twice as deep as evidence within an answer. */
const deepestNesting = 10;

/** Texts, and every unit outside of texts but blanks. Answers to all questions with all the evidence that they may have come to two thirds. */
const mostTokens = 50_000;

/** Of a text as it is written: ten times what one may have, since an escape takes up to six units for one. Of a row of blanks too. */
const longestRun = 10 * longestText;

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
  return { fault: { message: sayFault(error.error), offset, length } };
}

/** JSON's own value of a node; objects, which no answer is, become nothing. */
export function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  return node.type === 'object' ? undefined : node.value;
}

/**
 * Where a text has more to it than an assessment can have. It is gone through for this once, unit by unit, before a tree is made
 * of it: the tree parser calls itself once a level, keeps many bytes for each token, and puts texts and blanks together one
 * unit at a time.
 */
function excessOf(text: string): Fault | undefined {
  let depth = 0;
  let tokens = 0;
  for (let at = 0; at < text.length; ) {
    const offset = at;
    const kind = kindOf(text.charAt(at));
    at = kind === 'text' ? endOfText(text, at) : kind === 'blank' ? endOfBlanks(text, at) : at + 1;
    if (kind !== 'blank' && kind !== 'line end') tokens += 1;
    if (kind === 'opening') depth += 1;
    if (kind === 'closing') depth -= 1;
    const length = at - offset;
    if (depth > deepestNesting) return fault('json.too-deep', offset);
    if (tokens > mostTokens) return fault('json.too-many', offset);
    if (length > longestRun && kind === 'text') return fault('json.long-text', offset);
    if (isLongNumber(text, offset)) return fault('json.long-number', offset);
    if (length > longestRun && kind === 'blank') return fault('json.long-blanks', offset);
  }
  return undefined;
}

function fault(sentence: Excess, offset: number): Fault {
  return { message: say(sentence), offset, length: 1 };
}

type Excess = Extract<Sentence, `json.${'too' | 'long'}-${string}`>;

type Kind = 'text' | 'opening' | 'closing' | 'blank' | 'line end' | 'other';

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['"', 'text'],
  ['{', 'opening'],
  ['[', 'opening'],
  ['}', 'closing'],
  [']', 'closing'],
  [' ', 'blank'],
  ['\t', 'blank'],
  ['\n', 'line end'],
  ['\r', 'line end'],
]);

function kindOf(unit: string): Kind {
  return kinds.get(unit) ?? 'other';
}

/** Whether more digits than a number can have begin at a place: to count them one by one would call them entries. */
function isLongNumber(text: string, start: number): boolean {
  if (isDigit(text, start - 1)) return false;
  let end = start;
  while (isDigit(text, end) && end - start <= longestRun) end += 1;
  return end - start > longestRun;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Behind the quote that ends a text, or at the end of the line where none does. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '"') return at + 1;
    if (kindOf(unit) === 'line end') return at;
    if (unit === '\\') at += 1;
  }
  return text.length;
}

function endOfBlanks(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && kindOf(text.charAt(end)) === 'blank') end += 1;
  return end;
}

function sayFault(code: number): string {
  const name = printParseErrorCode(code);
  return say(name === '<unknown ParseErrorCode>' ? 'json.other' : `json.${name}`);
}
