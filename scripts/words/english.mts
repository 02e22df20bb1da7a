// English that comes from no table: a sentence in the code that somebody would be shown, and that no translation could change.
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isJsxAttribute,
  isJsxText,
  isLiteralTypeNode,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isTemplateLiteralTypeNode,
} from 'typescript/unstable/ast/is';
import { isLocalizing } from './localized.mts';
import { logging, plain, tables } from './plain.mts';
import { type Problem, type Sources, visit } from './sources.mts';
import { madeBy } from './templates.mts';

/** A text in the code, with `{}` for what is put into it. */
interface Written {
  readonly node: Node;
  readonly text: string;
}

/** Every English sentence that comes from no table, and every exception for what is no longer there. */
export function untabledEnglish(sources: Sources): Problem[] {
  const used = new Set<string>();
  const found = sources.files.filter(file => isLookedAt(sources, file)).flatMap(file => englishIn(sources, file, used));
  const unused = plain
    .flatMap(({ file, texts }) => texts.map(text => ({ file, text })))
    .filter(
      ({ file, text }) => !used.has(`${file} ${text}`) && sources.files.some(one => sources.placeOf(one).file === file),
    )
    .map(({ file, text }) => ({
      ...{ file: 'scripts/words/plain.mts', line: 1 },
      problem: `Nothing in ${file} is as listed: ${JSON.stringify(text)}`,
    }));
  return [...found, ...unused];
}

function isLookedAt({ placeOf }: Sources, file: SourceFile): boolean {
  const { file: name } = placeOf(file);
  return !tables.some(beginning => name.startsWith(beginning));
}

function englishIn(sources: Sources, file: SourceFile, used: Set<string>): Problem[] {
  const { file: name } = sources.placeOf(file);
  const listed = new Set(plain.filter(one => one.file === name).flatMap(({ texts }) => texts));
  const found: Problem[] = [];
  visit(file, node => {
    const text = textOf(node);
    if (text === undefined || !isShown(sources, { node, text })) return;
    if (listed.has(text)) used.add(`${name} ${text}`);
    else found.push({ ...sources.placeOf(node), problem: `English that comes from no table: ${JSON.stringify(text)}` });
  });
  return found;
}

/** The text that is written down in a node. */
function textOf(node: Node): string | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (isJsxText(node)) return node.text.replace(/\s+/g, ' ').trim();
  if (isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(span => span.literal.text)].join('{}');
  return undefined;
}

function isShown(sources: Sources, { node, text }: Written): boolean {
  const { parent } = node;
  if (isImportDeclaration(parent) || isExportDeclaration(parent) || isLiteralTypeNode(parent)) return false;
  if (isTemplateLiteralTypeNode(parent) || isLocalizing(parent) || isForDevelopers(node)) return false;
  // What stands on a page, or in words for VS Code, is shown however short it is.
  if (isJsxText(node)) return hasWord(text);
  if (isJsxAttribute(parent)) return shownAttributes.has(parent.name.getText()) && hasWord(text);
  const made = madeBy(sources, parent);
  if (made !== undefined || isMarkdown(parent))
    return hasWord(text.replaceAll(/\$\([\w~-]+\)|\{\w*\}/g, '')) || arranges(text);
  return isSentence(text);
}

const shownAttributes = new Set(['alt', 'aria-description', 'aria-label', 'placeholder', 'title']);

/** Two words of letters at least, and a capital at the beginning or a full stop at the end. */
function isSentence(text: string): boolean {
  const words = text.trim().match(/(?<![\w.$/:@-])\p{L}[\p{L}'’-]*(?![\w/:@-])/gu) ?? [];
  return (
    words.length >= 2 && /\s/.test(text.trim()) && (/^\p{Lu}\p{Ll}*/u.test(text.trim()) || /\.$/.test(text.trim()))
  );
}

/** Whether a text puts two values beside each other: in which order, and with which signs between, is for the language to say. */
function arranges(text: string): boolean {
  return /\{\d\}.*\{\d\}/s.test(text);
}

function hasWord(text: string): boolean {
  return /\p{L}{2,}/u.test(text);
}

/** A mistake of ours, or what the log says of it: whoever reads that reads the code too. */
function isForDevelopers(node: Node): boolean {
  const call = node.parent;
  // What is thrown with a sentence out of a table is thrown for people; this is not.
  if (isNewExpression(call)) return /Error$/.test(call.expression.getText());
  if (!isCallExpression(call)) return false;
  return logging.get(call.expression.getText()) === call.arguments.findIndex(given => given === node);
}

function isMarkdown(parent: Node): boolean {
  return isTaggedTemplateExpression(parent) && parent.tag.getText() === 'markdown';
}
