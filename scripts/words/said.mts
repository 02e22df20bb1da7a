// The list of what is said: every call that makes words for VS Code's own surfaces, and where they are shown. A test shows each of them
// with hostile text (test/vscode/journeys/inert.test.ts).
import {
  type BinaryExpression,
  type CallExpression,
  type Expression,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import {
  isArrayLiteralExpression,
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isFunctionDeclaration,
  isIdentifier,
  isImportSpecifier,
  isNewExpression,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isSpreadElement,
  isVariableDeclaration,
} from 'typescript/unstable/ast/is';
import type { Symbol as TypeSymbol } from 'typescript/unstable/sync';
import { maker } from './allowed.mts';
import { type Place, type Sources, visit } from './sources.mts';
import { madeBy, makerNamed, templatesOf } from './templates.mts';

/** Our words with their placeholders, and the surfaces that show them, such as "Row.label" or "showError.message". */
export interface Said extends Place {
  readonly template: string;
  /** Nothing when it is not plain to see where they go: then they are to be tried everywhere. */
  readonly surfaces: readonly string[] | undefined;
}

/** Everything that is said with something from elsewhere in it. */
export function whatIsSaid(sources: Sources): Said[] {
  const said: Said[] = [];
  for (const file of sources.files.filter(({ fileName }) => !fileName.endsWith(maker)))
    visit(file, node => {
      const made = isIdentifier(node) && !isImportSpecifier(node.parent) ? makerNamed(sources, node) : undefined;
      if (made !== 'words' && made !== 'inert') return;
      // inert may be named without being called: a list is mapped by it.
      const call = isCallExpression(node.parent) && node.parent.expression === node ? node.parent : undefined;
      const surfaces = new Flow(sources).surfacesOf(call ?? node);
      const [template] = call?.arguments ?? [];
      const templates = made === 'inert' ? ['{0}'] : ((template && templatesOf(template)) ?? []);
      for (const text of templates)
        if (/\{\d\}/.test(text)) said.push({ ...sources.placeOf(node), template: text, surfaces });
    });
  return said;
}

/**
 * Follows a value through the code to what shows it: out of conditions and lists, into the names that it is given, and on from where
 * its function is called.
 */
class Flow {
  private readonly surfaces = new Set<string>();

  constructor(private readonly sources: Sources) {}

  surfacesOf(value: Node): readonly string[] | undefined {
    const seen = new Set<Node>();
    const open = [value];
    for (let node = open.pop(); node; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      const next = this.follow(node);
      if (!next) return undefined;
      open.push(...next);
    }
    return this.surfaces.size === 0 ? undefined : [...this.surfaces].sort();
  }

  /** Where a value goes next; nowhere when it is shown or only looked at; nothing when that cannot be told. */
  private follow(value: Node): readonly Node[] | undefined {
    const { parent } = value;
    if (isBinaryExpression(parent)) return this.followOperator(parent, value);
    if (isConditionalExpression(parent)) return parent.condition === value ? [] : [parent];
    if (isPropertyAssignment(parent) || isShorthandPropertyAssignment(parent))
      return this.followProperty(parent.parent, parent.name.getText());
    if (isVariableDeclaration(parent)) return this.usesOf(parent.name);
    if (isReturnStatement(parent)) return this.followFunction(functionAround(parent));
    if (isArrowFunction(parent)) return this.followFunction(parent);
    if (isCallExpression(parent)) return this.followArgument(parent, value);
    // What is taken out of a table or a list may be this, and a list that is sorted, filtered or mapped is still what is shown.
    if (isPropertyAccessExpression(parent)) return [isCallExpression(parent.parent) ? parent.parent : parent];
    // A message of an error is made inert again when it is reported.
    if (isNewExpression(parent)) return parent.expression.getText() === 'Error' ? [] : undefined;
    const isAround = [
      isArrayLiteralExpression,
      isElementAccessExpression,
      isSpreadElement,
      isParenthesizedExpression,
      isAwaitExpression,
    ];
    if (isAround.some(is => is(parent))) return [parent];
    return parent.kind === SyntaxKind.ExpressionStatement ? [] : undefined;
  }

  private followOperator(operation: BinaryExpression, value: Node): readonly Node[] | undefined {
    const { left, operatorToken } = operation;
    if (operatorToken.kind === SyntaxKind.EqualsToken) {
      if (left === value) return [];
      return isPropertyAccessExpression(left) ? this.show(this.sources.symbolOf(left.name)) : this.usesOf(left);
    }
    const alternatives = [SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken, SyntaxKind.AmpersandAmpersandToken];
    // What remains compares.
    return alternatives.includes(operatorToken.kind) ? [operation] : [];
  }

  private followArgument(call: CallExpression, value: Node): readonly Node[] | undefined {
    const { expression: callee, arguments: given } = call;
    const isMapped = isPropertyAccessExpression(callee) && /^(?:map|flatMap)$/.test(callee.name.text);
    if (callee === value || isMapped || madeBy(this.sources, call) !== undefined) return [call];
    const symbol = this.sources.symbolOf(callee);
    const made = symbol && this.sources.usesOf(symbol).find(use => isFunctionDeclaration(use.parent))?.parent;
    if (!made || !isFunctionDeclaration(made)) return undefined;
    const { parameters } = made;
    const parameter = parameters[Math.min(given.indexOf(value as Expression), parameters.length - 1)];
    if (!parameter || !isDoor(this.sources.fileOf(symbol))) return parameter && this.usesOf(parameter.name);
    this.surfaces.add(`${symbol.name}.${parameter.name.getText()}`);
    return [];
  }

  private followFunction(made: Node | undefined): readonly Node[] | undefined {
    return made && isFunctionDeclaration(made) ? made.name && this.usesOf(made.name) : made && [made];
  }

  /** Each use of a name but the one that declares it. */
  private usesOf(name: Node): readonly Node[] | undefined {
    const symbol = this.sources.symbolOf(name);
    return symbol && this.sources.usesOf(symbol).filter(use => !isDeclarationOf(use) && !isImportSpecifier(use.parent));
  }

  /** A property of an object that is written down: one that the doors show, a row's, one that is read elsewhere, or an entry of a table. */
  private followProperty(literal: Node, name: string): readonly Node[] | undefined {
    const type = isObjectLiteralExpression(literal) ? this.sources.checker.getContextualType(literal) : undefined;
    const property = type && this.sources.checker.getPropertyOfType(type, name);
    const shown = this.show(property);
    if (shown) return shown;
    if (/^(?:label|description|detail)$/.test(name)) {
      this.surfaces.add(`Row.${name}`);
      return [];
    }
    if (isVariableDeclaration(literal.parent)) return this.usesOf(literal.parent.name);
    const reads = property && this.sources.usesOf(property).map(use => use.parent);
    return reads?.filter(parent => isPropertyAccessExpression(parent));
  }

  private show(property: TypeSymbol | undefined): readonly Node[] | undefined {
    const owner = property?.getParent();
    if (!property || !owner || !isDoor(this.sources.fileOf(property))) return undefined;
    this.surfaces.add(`${owner.name}.${property.name}`);
    return [];
  }
}

function isDeclarationOf(use: Node): boolean {
  const { parent } = use;
  return (
    (isVariableDeclaration(parent) || isFunctionDeclaration(parent) || isParameterDeclaration(parent)) &&
    parent.name === use
  );
}

function functionAround(node: Node): Node | undefined {
  for (let around = node.parent; around; around = around.parent)
    if (isFunctionDeclaration(around) || isArrowFunction(around)) return around;
  return undefined;
}

function isDoor(file: string): boolean {
  return file.includes('/src/host/ui/');
}
