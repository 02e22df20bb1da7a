import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { hcl } from './hcl';

const languages = { bash, dockerfile, hcl, json, python, sql, typescript, yaml };
const lowlight = createLowlight(languages);
lowlight.registerAlias({ typescript: ['js', 'javascript'], bash: ['shell'], sql: ['kusto'] });

/** A piece of code; `scope` says what it is ("keyword"), by which it is coloured. */
export interface CodePiece {
  readonly scope: string | null;
  readonly text: string;
}

/** Code in pieces by what they are; in one piece when the language is not known. */
export function highlight(language: string, code: string): CodePiece[] {
  if (!lowlight.registered(language)) return [{ scope: null, text: code }];
  return pieces(lowlight.highlight(language, code).children, null);
}

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

function pieces(nodes: readonly Node[], scope: string | null): CodePiece[] {
  return nodes.flatMap(node => {
    if (node.type === 'text') return [{ scope, text: node.value }];
    return node.type === 'element' ? pieces(node.children as Node[], scopeOf(node.properties.className) ?? scope) : [];
  });
}

function scopeOf(classes: unknown): string | undefined {
  const first: unknown = Array.isArray(classes) ? classes[0] : undefined;
  return typeof first === 'string' ? first.replace(/^hljs-/, '').replace(/_$/, '') : undefined;
}
