// Which file of src/ imports which, and how. The compiler's API is marked unstable: the version in package.json is exact.
import path from 'node:path';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isExternalModuleReference,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedExports,
  isNamedImports,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

/** `type` leaves nothing behind when types are taken away, `load` waits until it is called: `import()`. */
export type ImportKind = 'value' | 'type' | 'load';

export interface Import {
  /** The file that imports, from the folder of the configuration, with forward slashes. */
  readonly from: string;
  /** Counted from 1. */
  readonly line: number;
  readonly kind: ImportKind;
  /** The file that is imported, or the name of a library. */
  readonly to: string;
}

/** Every import of the files of a configuration below a folder. Which file a relative one means is looked up among them. */
export function importsBelow(configFile: string, below: string): Import[] {
  const folder = path.dirname(configFile);
  const api = new API({ cwd: folder });
  try {
    const project = api.updateSnapshot({ openProjects: [configFile] }).getProjects()[0];
    if (!project) throw new Error(`${configFile} is not a project.`);
    const nameOf = (file: string): string => path.relative(folder, file).replaceAll('\\', '/');
    const all = new Set(project.rootFiles.map(nameOf));
    return project.rootFiles
      .filter(file => nameOf(file).startsWith(below))
      .flatMap(file => {
        const source = project.program.getSourceFile(file);
        return source ? importsIn(source, nameOf(file), all) : [];
      });
  } finally {
    api.close();
  }
}

function importsIn(source: SourceFile, from: string, all: ReadonlySet<string>): Import[] {
  const found: Import[] = [];
  const look = (node: Node): void => {
    const named = nameAndKind(node);
    if (named) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ from, line, kind: named.kind, to: fileOf(named.name, from, all) });
    }
    node.forEachChild(look);
  };
  look(source);
  return found;
}

function nameAndKind(node: Node): { readonly name: string; readonly kind: ImportKind } | undefined {
  const named = (text: Node | undefined, kind: ImportKind) =>
    text && isStringLiteral(text) ? { name: text.text, kind } : undefined;
  if (isImportDeclaration(node)) {
    const { importClause: clause } = node;
    const names = clause?.namedBindings;
    const isType =
      clause?.phaseModifier === SyntaxKind.TypeKeyword ||
      (clause !== undefined && !clause.name && names && isNamedImports(names) && onlyTypes(names.elements));
    return named(node.moduleSpecifier, isType ? 'type' : 'value');
  }
  if (isExportDeclaration(node)) {
    const { exportClause: names } = node;
    const isType = node.isTypeOnly || (names && isNamedExports(names) && onlyTypes(names.elements));
    return named(node.moduleSpecifier, isType ? 'type' : 'value');
  }
  if (isImportTypeNode(node))
    return isLiteralTypeNode(node.argument) ? named(node.argument.literal, 'type') : undefined;
  if (isExternalModuleReference(node)) return named(node.expression, 'value');
  if (!isCallExpression(node)) return undefined;
  if (node.expression.kind === SyntaxKind.ImportKeyword) return named(node.arguments[0], 'load');
  return node.expression.getText() === 'require' ? named(node.arguments[0], 'value') : undefined;
}

function onlyTypes(names: readonly { readonly isTypeOnly: boolean }[]): boolean {
  return names.length > 0 && names.every(({ isTypeOnly }) => isTypeOnly);
}

function fileOf(name: string, from: string, all: ReadonlySet<string>): string {
  if (!name.startsWith('.')) return name;
  const path_ = path.posix.join(path.posix.dirname(from), name);
  return ['', '.ts', '.tsx', '.mts'].map(end => path_ + end).find(file => all.has(file)) ?? path_;
}
