import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untabledEnglish } from '../../scripts/words/english.mts';
import { localizedTexts, unwrittenSentences } from '../../scripts/words/localized.mts';
import { type Sources, withSources } from '../../scripts/words/sources.mts';

const root = join(__dirname, '..', '..');

/** Lines of the host or of a page, and the text that is found in them. */
const found: readonly [what: string, line: string, text: string][] = [
  ['a sentence', "return 'Nothing was written';", 'Nothing was written'],
  ['what ends with a full stop', "return name + ' was written.';", ' was written.'],
  ['a template', 'return `Wrote $' + '{name} anew`;', 'Wrote {} anew'],
  ['a choice of two', "return name ? 'Nothing new' : vscode.l10n.t('Nothing old');", 'Nothing new'],
  ['a value of a sentence', "return vscode.l10n.t('{0} was read', cond() ? 'Not at all' : '');", 'Not at all'],
  ['a table that is none', "const names = { one: 'Good fit' }; return names.one;", 'Good fit'],
  ['words of one word', "return words('unknown');", 'unknown'],
  ['two values beside each other', "return words('{0}: {1}', name, name);", '{0}: {1}'],
  ['text on a page', 'return <p>read {name}</p>;', 'read'],
  ['what a page says to a screen reader', 'return <i aria-label="close" />;', 'close'],
];

/** Lines in which nobody reads English. */
const quiet = [
  "return vscode.l10n.t('Nothing was written');",
  "return words(vscode.l10n.t('{0} was read'), name);",
  "return words('$(check) {0}', name);",
  "throw new Error('This cannot be.');",
  "logFailure('Writing down a place', name);",
  "return 'good-fit';",
  'return <p class="quiet text">{name}</p>;',
  "const one: 'Two words' | 'other' = 'other'; return one;",
];

/** Looks at lines, each in a function of its own. */
function plant<T>(lines: readonly string[], look: (sources: Sources) => T): T {
  // Inside the repository, where the types of VS Code are found.
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'test-results', 'english-'));
  try {
    const config = { extends: '../../tsconfig.json', include: ['src'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    mkdirSync(join(folder, 'src/host/feature'), { recursive: true });
    cpSync(join(root, 'src/core/language'), join(folder, 'src/core/language'), { recursive: true });
    const before =
      "import * as vscode from 'vscode'; import { words } from '../../core/language/inert'; declare function logFailure(...given: string[]): void; declare function cond(): boolean;";
    const functions = lines.map((line, index) => `export function planted${index}(name: string) { ${line} }`);
    writeFileSync(join(folder, 'src/host/feature/planted.tsx'), [before, ...functions].join('\n'));
    return withSources(join(folder, 'tsconfig.json'), ['src/host/', 'src/core/language/inert.ts'], look);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('English that comes from no table', () => {
  let problems: readonly { readonly line: number; readonly problem: string }[];
  before(() => {
    problems = plant([...found.map(([, line]) => line), ...quiet], untabledEnglish);
  });

  for (const [index, [what, , text]] of found.entries())
    it(`is found with its place and its text: ${what}`, () =>
      assert.deepEqual(
        problems.filter(({ line }) => line === index + 2).map(({ problem }) => problem),
        [`English that comes from no table: ${JSON.stringify(text)}`],
      ));

  it('is found nowhere else', () =>
    assert.deepEqual(
      problems.filter(({ line }) => line > found.length + 1),
      [],
    ));
});

describe('What is said by VS Code', () => {
  const lines = ["vscode.l10n.t('One {0}', name);", "vscode.l10n.t(name ? 'Two' : 'Three');", 'vscode.l10n.t(name);'];

  it('is what a bundle translates, once each', () =>
    assert.deepEqual(plant([...lines, ...lines], localizedTexts), ['One {0}']));

  it('is written down where it is said', () =>
    assert.deepEqual(
      plant(lines, unwrittenSentences).map(({ line }) => line),
      [3, 4],
    ));
});
