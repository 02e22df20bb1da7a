import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dependencyFaults } from '../../scripts/dependencies/faults.mts';
import { importsBelow } from '../../scripts/dependencies/imports.mts';
import { table } from '../../scripts/dependencies/table.mts';

const root = path.join(__dirname, '..', '..');

/** What a line in a file of src/ is told, without file and line; other files are there to be imported. */
function told(file: string, line: string, others: Readonly<Record<string, string>> = {}): string[] {
  const folder = mkdtempSync(path.join(root, 'test-results', 'dependencies-'));
  try {
    for (const [name, text] of Object.entries({ ...others, [file]: `// What imports.\n${line}\n` })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const config = path.join(folder, 'tsconfig.json');
    writeFileSync(config, JSON.stringify({ extends: '../../tsconfig.json', include: ['src'] }));
    return dependencyFaults(table, importsBelow(config, 'src/'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const verdict = { 'src/core/assessment/verdict.ts': 'export type Verdict = string; export const assess = 1;' };

describe('The dependency rule', () => {
  before(() => mkdirSync(path.join(root, 'test-results'), { recursive: true }));

  for (const [way, line] of [
    ['import', "import { assess } from '../assessment/verdict';"],
    ['import type', "import type { Verdict } from '../assessment/verdict';"],
    ['a type in place', "export type X = import('../assessment/verdict').Verdict;"],
    ['import()', "export const x = () => import('../assessment/verdict');"],
    ['export from', "export { assess } from '../assessment/verdict';"],
    ['export everything', "export * from '../assessment/verdict';"],
    ['require', "declare const require: (name: string) => unknown; export const x = require('../assessment/verdict');"],
    ['an import for what it does', "import '../assessment/verdict';"],
  ] as const)
    it(`refuses what leads from one room of core to another, by ${way}, with file and line`, () =>
      assert.deepEqual(told('src/core/guide/path.ts', line, verdict), [
        'src/core/guide/path.ts:2 core/guide may not import core/assessment (dependency rule)',
      ]));

  it('refuses values in protocol, and takes types', () => {
    const taken = told('src/protocol/report.ts', "import type { Verdict } from '../core/assessment/verdict';", verdict);
    assert.deepEqual(taken, []);
    const byName = told(
      'src/protocol/report.ts',
      "export { type Verdict } from '../core/assessment/verdict';",
      verdict,
    );
    assert.deepEqual(byName, []);
    assert.deepEqual(told('src/protocol/report.ts', "import { assess } from '../core/assessment/verdict';", verdict), [
      'src/protocol/report.ts:2 protocol may import nothing but types from core/assessment (dependency rule)',
    ]);
  });

  it('lets the language of core know the types of the content alone', () => {
    const content = { 'src/core/content/types.ts': 'export type Fact = string; export const facts = [];' };
    const file = 'src/core/language/wording.ts';
    assert.deepEqual(told(file, "import type { Fact } from '../content/types';", content), []);
    assert.deepEqual(told(file, "import { facts } from '../content/types';", content), [
      `${file}:2 core/language may import nothing but types from core/content (dependency rule)`,
    ]);
  });

  it('refuses VS Code, Node and other libraries in core, and another feature in a feature', () => {
    for (const library of ['vscode', 'node:fs', 'minisearch'])
      assert.deepEqual(told('src/core/assessment/x.ts', `import '${library}';`), [
        `src/core/assessment/x.ts:2 core/assessment may not import ${library} (dependency rule)`,
      ]);
    const guide = { 'src/host/guide/guide.ts': 'export const guide = 1;' };
    assert.deepEqual(told('src/host/scaffold/x.ts', "import '../guide/guide';", guide), [
      'src/host/scaffold/x.ts:2 host/scaffold may not import host/guide (dependency rule)',
    ]);
  });

  it('refuses a feature, and anything of core, in what is loaded at activation; the entry may load what loads features', () => {
    const files = {
      'src/host/guide/guide.ts': 'export const guide = 1;',
      'src/core/guide/guide.ts': 'export const guide = 1;',
      'src/features.ts': 'export const openFeatures = 1;',
    };
    const registration = 'src/host/guide/registration.ts';
    assert.deepEqual(told(registration, "import { guide } from './guide';", files), [
      `${registration}:2 the registration of guide may import nothing but types from host/guide (dependency rule)`,
    ]);
    assert.deepEqual(told(registration, "import '../../core/guide/guide';", files), [
      `${registration}:2 the registration of guide may not import core/guide (dependency rule)`,
    ]);
    assert.deepEqual(told('src/extension.ts', "import './features';", files), [
      'src/extension.ts:2 the entry may load the features by import(), when it is needed first (dependency rule)',
    ]);
    assert.deepEqual(told('src/extension.ts', "void import('./features');", files), []);
  });

  it('refuses files that import each other, by whichever way', () => {
    const other = { 'src/core/guide/b.ts': "import type { A } from './a'; export type B = A;" };
    const [fault = '', ...more] = told('src/core/guide/a.ts', "export type A = import('./b').B;", other);
    assert.deepEqual(more, []);
    assert.match(
      fault,
      /closes a circle: src\/core\/guide\/\w\.ts → src\/core\/guide\/\w\.ts → src\/core\/guide\/\w\.ts/,
    );
  });

  it('refuses a file that belongs to no room', () => {
    const [fault] = told('src/utils.ts', "import './core/content/types';", {
      'src/core/content/types.ts': 'export {};',
    });
    assert.match(fault ?? '', /src\/utils\.ts:2 belongs to no room/);
  });
});
