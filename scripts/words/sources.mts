// The sources of the extension with their types, as the compiler sees them. Its API is marked unstable: the version in package.json is exact.
import path from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { isIdentifier, isShorthandPropertyAssignment } from 'typescript/unstable/ast/is';
import { API, type Checker, SymbolFlags, type Symbol as TypeSymbol } from 'typescript/unstable/sync';

/** A place in a source file; the path is relative to the folder of the configuration, the line begins with 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What is wrong in a place. */
export interface Problem extends Place {
  readonly problem: string;
}

/** Where the sources lie that show something in VS Code. */
export const hostSources = ['src/host/', 'src/extension.ts', 'src/core/language/inert.ts'];

/** Where what people read is said: core in its table, the host by VS Code's l10n, pages in words of the host. */
export const saidSources = [
  'src/core/',
  'src/host/',
  'src/webview/',
  'src/extension.ts',
  'src/features.ts',
  'src/browser.ts',
];

/** Everything that a look at the sources needs. */
export interface Sources {
  readonly checker: Checker;
  readonly files: readonly SourceFile[];
  /** What an identifier stands for, behind its import. */
  symbolOf(node: Node): TypeSymbol | undefined;
  /** The same, but in `{ label }`, where the name is that of a property too, what that is filled from. */
  valueOf(node: Node): TypeSymbol | undefined;
  /** Every identifier that stands for something, its declaration among them. */
  usesOf(symbol: TypeSymbol): readonly Node[];
  /** Where a symbol is declared, with forward slashes. */
  fileOf(symbol: TypeSymbol): string;
  placeOf(node: Node): Place;
}

/** Reads the files of a configuration whose path begins with one of these, and calls `look` with them. */
export function withSources<T>(configFile: string, beginnings: readonly string[], look: (sources: Sources) => T): T {
  const folder = path.dirname(configFile);
  const api = new API({ cwd: folder });
  try {
    const project = api.updateSnapshot({ openProjects: [configFile] }).getProjects()[0];
    if (!project) throw new Error(`${configFile} is not a project.`);
    const { checker, program, rootFiles } = project;
    const relative = (file: string): string => path.relative(folder, file).replaceAll('\\', '/');
    const files = rootFiles
      .filter(file => beginnings.some(beginning => relative(file).startsWith(beginning)))
      .map(file => program.getSourceFile(file))
      .filter(file => file !== undefined);

    const behindImport = (symbol: TypeSymbol): TypeSymbol =>
      (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
    const symbols = new Map<Node, TypeSymbol>();
    const values = new Map<Node, TypeSymbol>();
    const uses = new Map<number, Node[]>();
    for (const file of files) {
      const identifiers: Node[] = [];
      visit(file, node => isIdentifier(node) && identifiers.push(node));
      // One question for all of them: each is a message to the compiler.
      checker.getSymbolAtLocation(identifiers).forEach((found, index) => {
        const node = identifiers[index];
        if (!found || !node) return;
        const symbol = behindImport(found);
        const filled = isShorthandPropertyAssignment(node.parent)
          ? checker.getShorthandAssignmentValueSymbol(node.parent)
          : undefined;
        const value = filled ? behindImport(filled) : symbol;
        symbols.set(node, symbol);
        values.set(node, value);
        for (const { id } of new Set([symbol, value])) uses.set(id, [...(uses.get(id) ?? []), node]);
      });
    }
    return look({
      checker,
      files,
      symbolOf: node => symbols.get(node),
      valueOf: node => values.get(node),
      usesOf: symbol => uses.get(symbol.id) ?? [],
      fileOf: symbol => String(symbol.declarations[0]?.path ?? '').replaceAll('\\', '/'),
      placeOf: node => {
        const file = node.getSourceFile();
        return { file: relative(file.fileName), line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
      },
    });
  } finally {
    api.close();
  }
}

/** Whether something is declared by VS Code. */
export function isOfVSCode({ fileOf }: Sources, symbol: TypeSymbol): boolean {
  return fileOf(symbol).includes('/@types/vscode/');
}

/** Calls `look` with a node and everything in it. */
export function visit(node: Node, look: (node: Node) => unknown): void {
  look(node);
  node.forEachChild(child => visit(child, look));
}
