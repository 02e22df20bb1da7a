/** Code in the colours that the theme has. */
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { CodeColor, CodeRun } from '../core/guide/text';
import { hcl } from './hcl.mts';

const languages = { bash, dockerfile, hcl, json, python, sql, typescript, yaml };
const lowlight = createLowlight(languages);
lowlight.registerAlias({ typescript: ['js', 'javascript'], bash: ['shell'], sql: ['kusto'] });

/** The colour of each kind of token; what is none of them looks like the rest of the code. */
const colors: ReadonlyMap<string, CodeColor> = new Map([
  ...['keyword', 'literal', 'built_in', 'type', 'meta'].map(kind => [kind, 'keyword'] as const),
  ...['string', 'regexp', 'symbol', 'char'].map(kind => [kind, 'string'] as const),
  ['number', 'number'],
  ...['attr', 'attribute', 'property', 'variable'].map(kind => [kind, 'name'] as const),
  ...['title', 'function'].map(kind => [kind, 'function'] as const),
  ['comment', 'comment'],
]);

/** Code in as few runs as its colours need; in one when the language is not known. */
export function highlight(language: string, code: string): CodeRun[] {
  const pieces = lowlight.registered(language)
    ? piecesOf(lowlight.highlight(language, code).children, undefined)
    : [{ color: undefined, text: code }];
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.color === piece.color && last) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined.map(({ color, text }) => (color ? [color, text] : text));
}

interface Piece {
  readonly color: CodeColor | undefined;
  readonly text: string;
}

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** The innermost kind of a token is its colour, also where that is none: code within a string is no string. */
function piecesOf(nodes: readonly Node[], color: CodeColor | undefined): Piece[] {
  return nodes.flatMap(node => {
    if (node.type === 'text') return [{ color, text: node.value }];
    if (node.type !== 'element') return [];
    const kind = kindOf(node.properties.className);
    return piecesOf(node.children, kind === undefined ? color : colors.get(kind));
  });
}

function kindOf(classes: unknown): string | undefined {
  const first: unknown = Array.isArray(classes) ? classes[0] : undefined;
  return typeof first === 'string' ? first.replace(/^hljs-/, '').replace(/_$/, '') : undefined;
}
