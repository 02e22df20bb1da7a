// The small changes that are made to a source, by its syntax tree. The compiler's API is marked unstable: the version in package.json is exact.
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isExportDeclaration,
  isExpressionStatement,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isInterfaceDeclaration,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateExpression,
  isThrowStatement,
  isTypeAliasDeclaration,
  isTypeNode,
} from 'typescript/unstable/ast/is';

/** A change to a source: what stands between two places of it becomes another text. */
export interface Mutant {
  /** Counted from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

/** The operators that stand for another: the boundary of a comparison, its opposite, arithmetic, both and either. */
const swapped: ReadonlyMap<SyntaxKind, readonly string[]> = new Map([
  [SyntaxKind.LessThanToken, ['<=', '>=']],
  [SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.AmpersandAmpersandToken, ['||']],
  [SyntaxKind.BarBarToken, ['&&']],
  [SyntaxKind.PlusToken, ['-']],
  [SyntaxKind.MinusToken, ['+']],
  [SyntaxKind.AsteriskToken, ['/']],
  [SyntaxKind.SlashToken, ['*']],
  [SyntaxKind.PercentToken, ['*']],
  [SyntaxKind.PlusEqualsToken, ['-=']],
  [SyntaxKind.MinusEqualsToken, ['+=']],
  [SyntaxKind.BarBarEqualsToken, ['&&=']],
  [SyntaxKind.QuestionQuestionEqualsToken, ['=']],
]);

/** Methods whose result is something else than what they are called on, which takes their place. */
const leftOut: ReadonlySet<string> = new Set(
  'filter sort reverse toSorted toReversed slice trim trimStart trimEnd toLowerCase toUpperCase replace replaceAll concat flat normalize'.split(
    ' ',
  ),
);

/** Methods that stand for another. */
const renamed: ReadonlyMap<string, string> = new Map(
  [
    ['some', 'every'],
    ['min', 'max'],
    ['startsWith', 'endsWith'],
    ['indexOf', 'lastIndexOf'],
    ['find', 'findLast'],
    ['findIndex', 'findLastIndex'],
    ['floor', 'ceil'],
    ['push', 'unshift'],
    ['pop', 'shift'],
  ].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** Every change that can be made to a source, in the order of its text. */
export function mutantsOf(source: SourceFile): readonly Mutant[] {
  const found: Mutant[] = [];
  const change = (node: Node, to: string, start = node.getStart(source), end = node.getEnd()): void => {
    const from = source.text.slice(start, end);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    if (from !== to && !found.some(other => other.start === start && other.end === end && other.to === to))
      found.push({ line, start, end, from, to });
  };
  const look = (node: Node): void => {
    if (hasNoMutants(node)) return;
    mutate(node, change, source);
    node.forEachChild(look);
  };
  look(source);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What leaves nothing behind when types are taken away, names files, or throws an error that only a mistake in the code can bring about. */
function hasNoMutants(node: Node): boolean {
  return (
    isTypeNode(node) ||
    isInterfaceDeclaration(node) ||
    isTypeAliasDeclaration(node) ||
    isImportDeclaration(node) ||
    isExportDeclaration(node) ||
    (isNewExpression(node) && node.expression.getText() === 'Error')
  );
}

type Change = (node: Node, to: string, start?: number, end?: number) => void;

function mutate(node: Node, change: Change, source: SourceFile): void {
  const textOf = (part: Node): string => part.getText(source);
  if (isBinaryExpression(node)) {
    const { left, operatorToken: operator, right } = node;
    const isOfText = [left, right].some(side => isText(side));
    if (!(isOfText && operator.kind === SyntaxKind.PlusToken))
      for (const other of swapped.get(operator.kind) ?? []) change(operator, other);
    // In brackets, since `??` stands beside neither `&&` nor `||`.
    if (operator.kind === SyntaxKind.QuestionQuestionToken) {
      change(node, `(${textOf(left)})`);
      change(node, `(${textOf(right)})`);
    }
  } else if (isIfStatement(node)) {
    change(node.expression, 'true');
    change(node.expression, 'false');
  } else if (isConditionalExpression(node)) {
    change(node.condition, 'true');
    change(node.condition, 'false');
  } else if (isPrefixUnaryExpression(node)) {
    if (node.operator === SyntaxKind.ExclamationToken) change(node, `(${textOf(node.operand)})`);
    if (node.operator === SyntaxKind.MinusToken) change(node, `(+${textOf(node.operand)})`);
    if (node.operator === SyntaxKind.PlusPlusToken) change(node, `--${textOf(node.operand)}`);
  } else if (isPostfixUnaryExpression(node)) {
    change(node, `${textOf(node.operand)}${node.operator === SyntaxKind.PlusPlusToken ? '--' : '++'}`);
  } else if (isExpressionStatement(node) || isThrowStatement(node)) {
    change(node, ';');
  } else if (node.kind === SyntaxKind.ContinueStatement || node.kind === SyntaxKind.BreakStatement) {
    change(node, ';');
  } else if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateExpression(node)) {
    if (!isName(node)) change(node, textOf(node).length > 2 ? "''" : "'mutant'");
  } else if (isArrayLiteralExpression(node)) {
    if (node.elements.length > 0 && !isAssignedTo(node)) change(node, '[]');
  } else if (node.kind === SyntaxKind.TrueKeyword) {
    change(node, 'false');
  } else if (node.kind === SyntaxKind.FalseKeyword) {
    change(node, 'true');
  } else if (isPropertyAccessExpression(node)) {
    const { questionDotToken: dot } = node;
    if (dot) change(dot, '.');
  } else if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
    const { expression: owner, name } = node.expression;
    const method = textOf(name);
    if (leftOut.has(method)) change(node, '', owner.getEnd(), node.getEnd());
    const other = renamed.get(method);
    if (other !== undefined && isIdentifier(name)) change(name, other);
  }
}

function isText(node: Node): boolean {
  return isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateExpression(node);
}

/** Whether a text is the name of a property. */
function isName(node: Node): boolean {
  const { parent } = node;
  return 'name' in parent && parent.name === node;
}

/** Whether a list is taken apart: `[a, b] = …`. */
function isAssignedTo(node: Node): boolean {
  const { parent } = node;
  return isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.EqualsToken && parent.left === node;
}
