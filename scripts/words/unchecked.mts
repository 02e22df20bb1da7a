// What the compiler does not see: text under the name of words, or put into an object of VS Code.
import type { Expression, Node, ObjectLiteralExpression, SourceFile } from 'typescript/unstable/ast';
import {
  isArrayLiteralExpression,
  isAsExpression,
  isAssignmentOperator,
  isBinaryExpression,
  isElementAccessExpression,
  isExpression,
  isForOfStatement,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isSpreadElement,
  isTypeAssertion,
  isTypePredicateNode,
} from 'typescript/unstable/ast/is';
import { type Type, TypeFlags } from 'typescript/unstable/sync';
import { doors, maker, settable, shown } from './allowed.mts';
import { isOfVSCode, type Problem, type Sources, visit } from './sources.mts';
import { templatesOf } from './templates.mts';

/** What is wrong with a place that the compiler is not let to see. */
export function uncheckedProblem(sources: Sources, node: Node): string | undefined {
  if (isTypeAssertion(node) || (isAsExpression(node) && node.type.getText() !== 'const'))
    return 'What is asserted is not checked: let the compiler see what it is.';
  if (isTypePredicateNode(node) && namesShown(sources, node))
    return `Only ${maker} makes words, and only host/ui what shows them: let the compiler see what it is.`;
  if (isObjectLiteralExpression(node)) return literalProblem(sources, node);
  return isWritten(node) ? writeProblem(sources, node) : undefined;
}

/** Every place where the compiler is told not to check. */
export function silenced({ placeOf }: Sources, file: SourceFile): Problem[] {
  const problem = 'The compiler checks every line: mend what it says.';
  return file.text
    .split('\n')
    .flatMap((text, index) =>
      /@ts-(?:ignore|expect-error|nocheck)\b/.test(text) ? [{ ...placeOf(file), line: index + 1, problem }] : [],
    );
}

/** Every value that may be anything, in a place that takes something. */
export function unknownValues({ checker, placeOf }: Sources, file: SourceFile): Problem[] {
  const problem = 'The compiler knows nothing of this value: take it as unknown, and look at it.';
  const values: Expression[] = [];
  // A list has a type of its own, and asking for that of some tuples stops the compiler (TypeScript 7.0).
  visit(file, node => isExpression(node) && !isArrayLiteralExpression(node) && values.push(node));
  // One question for all of them: each is a message to the compiler.
  const types = checker.getTypeAtLocation(values);
  return values
    .filter((value, index) => isAny(types[index]) && isTaken(value))
    .map(value => ({ ...placeOf(value), problem }));

  function isTaken(value: Expression): boolean {
    if (isSpreadElement(value.parent) || isSpreadAssignment(value.parent)) return true;
    const taken = checker.getContextualType(value);
    return taken !== undefined && (taken.flags & (TypeFlags.Any | TypeFlags.Unknown)) === 0;
  }
}

function isAny(type: Type | undefined): boolean {
  return type !== undefined && (type.flags & TypeFlags.Any) !== 0;
}

/** Whether something in a type is words, of a door, or of VS Code. */
function namesShown(sources: Sources, type: Node): boolean {
  let is = false;
  visit(type, node => {
    const symbol = isIdentifier(node) ? sources.symbolOf(node) : undefined;
    const file = symbol ? sources.fileOf(symbol) : '';
    is ||= symbol !== undefined && (isOfVSCode(sources, symbol) || [maker, ...doors].some(one => file.endsWith(one)));
  });
  return is;
}

/** An object for VS Code with a text in it that it may show. */
function literalProblem(sources: Sources, node: ObjectLiteralExpression): string | undefined {
  const { checker } = sources;
  const expected = checker.getContextualType(node);
  const type = expected && checker.getNonNullableType(expected);
  const names = shown.filter(name => {
    const property = type && checker.getPropertyOfType(type, name);
    return property !== undefined && isOfVSCode(sources, property);
  });
  const filled = node.properties.find(property => {
    // What cannot be read here may be any of them.
    if (isSpreadAssignment(property) || !isIdentifier(property.name)) return names.length > 0;
    if (!names.includes(property.name.text)) return false;
    if (isShorthandPropertyAssignment(property)) return !areWords(property.name);
    return !isPropertyAssignment(property) || !areWords(property.initializer);
  });
  return filled && `${filled.getText()} may be shown: it is a literal, or words.`;

  function areWords(value: Node): boolean {
    const type = checker.getTypeAtLocation(value);
    return templatesOf(value) !== undefined || (type !== undefined && checker.typeToString(type) === 'Words');
  }
}

/** Whether a value is put here, by whatever kind of assignment. */
function isWritten(node: Node): boolean {
  const { parent } = node;
  if (!isPropertyAccessExpression(node) && !isElementAccessExpression(node) && !isPattern(node)) return false;
  if (isBinaryExpression(parent)) return parent.left === node && isAssignmentOperator(parent.operatorToken.kind);
  if (isForOfStatement(parent)) return parent.initializer === node;
  if (isPropertyAssignment(parent)) return parent.initializer === node && isWritten(parent.parent);
  return (isArrayLiteralExpression(parent) || isSpreadElement(parent)) && isWritten(parent);
}

function isPattern(node: Node): boolean {
  return isArrayLiteralExpression(node) || isObjectLiteralExpression(node) || isSpreadElement(node);
}

function writeProblem(sources: Sources, node: Node): string | undefined {
  if (isElementAccessExpression(node)) {
    const owner = sources.checker.getTypeAtLocation(node.expression)?.getSymbol();
    return owner && isOfVSCode(sources, owner) ? 'What is set of VS Code has its name written down.' : undefined;
  }
  const property = isPropertyAccessExpression(node) ? sources.symbolOf(node.name) : undefined;
  return property && isOfVSCode(sources, property) && !settable.has(property.name)
    ? `${node.getText()} is not on the list of what may be set (scripts/words/allowed.mts): host/ui takes words.`
    : undefined;
}
