// Our own words: they are there to be read in the code, so that nothing from outside can become a part of them.
import type { Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isConditionalExpression,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { maker } from './allowed.mts';
import type { Sources } from './sources.mts';

/** What is wrong with a template that words are made of. */
export function templateProblem(sources: Sources, node: Node): string | undefined {
  if (!isCallExpression(node)) return undefined;
  const made = madeBy(sources, node);
  const [template] = node.arguments;
  if ((made !== 'words' && made !== 'joined') || !template) return undefined;
  return templatesOf(template) === undefined
    ? `The first argument of ${made}() must be a literal, or vscode.l10n.t() of one and nothing else.`
    : undefined;
}

/** The function of src/core/language/inert.ts that is called. */
export function madeBy(sources: Sources, call: Node): string | undefined {
  return isCallExpression(call) ? makerNamed(sources, call.expression) : undefined;
}

/** The function of src/core/language/inert.ts that is named. */
export function makerNamed({ symbolOf, fileOf }: Sources, name: Node): string | undefined {
  const symbol = symbolOf(name);
  return symbol && fileOf(symbol).endsWith(maker) ? symbol.name : undefined;
}

/** The literals that a template can be; nothing when it can be anything else. */
export function templatesOf(node: Node): string[] | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (isConditionalExpression(node)) {
    const [one, other] = [templatesOf(node.whenTrue), templatesOf(node.whenFalse)];
    return one && other && [...one, ...other];
  }
  if (isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText()) && node.arguments.length === 1) {
    const [literal] = node.arguments;
    return literal && (isStringLiteral(literal) || isNoSubstitutionTemplateLiteral(literal))
      ? [literal.text]
      : undefined;
  }
  return undefined;
}
