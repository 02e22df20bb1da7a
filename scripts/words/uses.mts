// What is used of VS Code, and of what of the language gets past the compiler: only what is on the list.
import {
  type CallExpression,
  type ExportDeclaration,
  type Identifier,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isExpressionWithTypeArguments,
  isHeritageClause,
  isIdentifier,
  isImportClause,
  isImportEqualsDeclaration,
  isImportSpecifier,
  isInterfaceDeclaration,
  isNamespaceImport,
  isPropertyAccessExpression,
  isQualifiedName,
  isSpreadElement,
  isStringLiteral,
  isTypeQueryNode,
  isTypeReferenceNode,
} from 'typescript/unstable/ast/is';
import { allowed, commandRunner, commands, watched } from './allowed.mts';
import { isOfVSCode, type Sources } from './sources.mts';

const running = 'commands.executeCommand';

/** What is wrong with a use of VS Code, or with a way to it. */
export function useProblem(sources: Sources, node: Node): string | undefined {
  if (isIdentifier(node)) return nameProblem(sources, node);
  if (isImportEqualsDeclaration(node) || (isExportDeclaration(node) && !node.isTypeOnly && mayBeVSCode(node)))
    return 'VS Code is imported, and not handed on, so that it is plain to see what is used of it.';
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword && mayBeVSCode(node))
    return 'VS Code is imported at the top of a file, and what else is imported has its name written down.';
  return undefined;
}

function mayBeVSCode(node: ExportDeclaration | CallExpression): boolean {
  const module = isCallExpression(node) ? node.arguments[0] : node.moduleSpecifier;
  return module !== undefined && (!isStringLiteral(module) || module.text === 'vscode');
}

function nameProblem(sources: Sources, node: Identifier): string | undefined {
  const beginning = beginningOf(sources, node);
  if (beginning === undefined || isImported(node) || isType(node)) return undefined;
  const { name, end } = wholeOf(node, beginning);
  const { file } = sources.placeOf(node);
  const listed = allowed.find(({ names }) => names.some(one => name === one || name.startsWith(`${one}.`)));
  if (name.startsWith('console')) return 'Nobody reads the console: take logFailure of host/ui/log.';
  if (!listed)
    return `${name || 'All of VS Code'} is not on the list of scripts/words/allowed.mts: host/ui shows text.`;
  if (listed.only !== undefined && listed.only !== file) return `${name} is for ${listed.only} alone.`;
  return name.startsWith(running) && file !== commandRunner ? commandProblem(name === running ? end : node) : undefined;
}

/** What a name stands for at the beginning of a use: "" for VS Code as a whole, else what is imported of it or is watched. */
function beginningOf(sources: Sources, node: Identifier): string | undefined {
  const { parent } = node;
  if (isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  const symbol = sources.valueOf(node);
  if (!symbol) return undefined;
  if (!isOfVSCode(sources, symbol)) {
    // What is declared nowhere is the language's too: `globalThis`.
    const declared = sources.fileOf(symbol);
    const isOurs = declared !== '' && !declared.includes('/node_modules/');
    return watched.has(symbol.name) && !isOurs ? symbol.name : undefined;
  }
  if (symbol.name === '"vscode"') return '';
  return symbol.getParent()?.name === '"vscode"' ? symbol.name : undefined;
}

/** A name with everything that directly follows it: "window.tabGroups.all". */
function wholeOf(node: Identifier, beginning: string): { readonly name: string; readonly end: Node } {
  const names = beginning === '' ? [] : [beginning];
  let end: Node = node;
  while (isPropertyAccessExpression(end.parent) && end.parent.expression === end) {
    names.push(end.parent.name.text);
    end = end.parent;
  }
  return { name: names.join('.'), end };
}

/** An import says what there is; what counts is its use. */
function isImported({ parent }: Node): boolean {
  return isImportSpecifier(parent) || isNamespaceImport(parent) || isImportClause(parent);
}

/** Types show nothing. */
function isType(node: Node): boolean {
  let whole = node;
  while (isQualifiedName(whole.parent) || isPropertyAccessExpression(whole.parent)) whole = whole.parent;
  const { parent } = whole;
  if (isTypeReferenceNode(parent) || isTypeQueryNode(parent)) return true;
  if (!isExpressionWithTypeArguments(parent) || !isHeritageClause(parent.parent)) return false;
  return parent.parent.token === SyntaxKind.ImplementsKeyword || isInterfaceDeclaration(parent.parent.parent);
}

/** What is wrong with a command; it is run by calling this directly, so that it is plain to see which it is. */
function commandProblem(run: Node): string | undefined {
  const call = run.parent;
  const [command, ...given] = isCallExpression(call) && call.expression === run ? call.arguments : [];
  if (!command || !isStringLiteral(command)) return 'The command has to be written down: runCommand takes one of ours.';
  const most = commands.get(command.text);
  if (most === undefined) return `${command.text} is not on the list of scripts/words/allowed.mts.`;
  return given.length > most || given.some(isSpreadElement)
    ? `${command.text} may be given ${most} arguments: host/ui/tabs gives a title.`
    : undefined;
}
