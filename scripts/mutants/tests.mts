import { importsBelow } from '../dependencies/imports.mts';

/** Gives the tests that import a file, by whatever way; what is imported as a type only does not count. */
export function testsImporting(configFile: string): (file: string) => readonly string[] {
  const importers = new Map<string, string[]>();
  const imports = importsBelow(configFile, '').filter(({ kind }) => kind !== 'type');
  const known = new Set(imports.map(({ from }) => from));
  for (const { from, to } of imports) {
    // A source may be named by what it would be compiled to.
    const file = [to, to.replace(/\.js$/, '.ts'), to.replace(/\.js$/, '.tsx'), to.replace(/\.mjs$/, '.mts')].find(
      name => known.has(name),
    );
    const target = file ?? to.replace(/\.js$/, '.ts');
    importers.set(target, [...(importers.get(target) ?? []), from]);
  }
  return file => {
    const reached = new Set([file]);
    for (const each of reached) for (const importer of importers.get(each) ?? []) reached.add(importer);
    return [...reached].filter(each => /^test\/(?!vscode\/).*\.test\.tsx?$/.test(each));
  };
}
