import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { API } from 'typescript/unstable/sync';
import { mutantsOf } from '../../scripts/mutants/operators.mts';
import { sampleOf } from '../../scripts/mutants/sample.mts';
import { TestProcess } from '../../scripts/mutants/test-process.mts';
import { testsImporting } from '../../scripts/mutants/tests.mts';

const root = path.join(__dirname, '..', '..');
const lines: readonly (readonly [line: string, ...changed: string[]])[] = [
  ['a < b;', ';', 'a <= b;', 'a >= b;'],
  ['const c = a === b && c;', 'const c = a !== b && c;', 'const c = a === b || c;'],
  ['const c = a ?? b;', 'const c = (a);', 'const c = (b);'],
  ['const c = a?.b;', 'const c = a.b;'],
  ['const c = !a;', 'const c = (a);'],
  ['const c = a + 1;', 'const c = a - 1;'],
  ["const c = a + 'x';", "const c = a + '';"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source.
  ['const c = `x${a}`;', "const c = '';"],
  ["const c = '';", "const c = 'mutant';"],
  ['const c = [a];', 'const c = [];'],
  ['const c = [];'],
  ['[a, b] = c;', ';'],
  ['const c = a ? b : c;', 'const c = true ? b : c;', 'const c = false ? b : c;'],
  ['if (a) b();', 'if (true) b();', 'if (false) b();', 'if (a) ;'],
  ['const c = a.filter(b).some(b);', 'const c = a.some(b);', 'const c = a.filter(b).every(b);'],
  ['a++;', ';', 'a--;'],
  ['for (;;) break;', 'for (;;) ;'],
  ["throw new Error('x');", ';'],
  ["import x from 'x';"],
  ["type T = 'x' | true;"],
  ["const c = { 'x-y': true };", "const c = { 'x-y': false };"],
];

describe('The changes that tests should notice', () => {
  const folder = path.join(root, 'test-results');
  let project: string;
  before(() => {
    mkdirSync(folder, { recursive: true });
    project = mkdtempSync(path.join(folder, 'mutants-'));
    writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify({ files: lines.map((_line, at) => `${at}.ts`) }));
    for (const [at, [line]] of lines.entries()) writeFileSync(path.join(project, `${at}.ts`), `// A source.\n${line}`);
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  it('are made where something stands that runs, and nowhere else', () => {
    const api = new API({ cwd: project });
    try {
      const { program } =
        api.updateSnapshot({ openProjects: [path.join(project, 'tsconfig.json')] }).getProjects()[0] ?? {};
      for (const [at, [line, ...changed]] of lines.entries()) {
        const source = program?.getSourceFile(path.join(project, `${at}.ts`));
        assert.ok(source);
        const mutants = mutantsOf(source);
        const made = mutants.map(({ start, end, to }) => source.text.slice(0, start) + to + source.text.slice(end));
        assert.deepEqual(made.map(text => text.split('\n')[1]).sort(), [...changed].sort(), line);
        assert.ok(mutants.every(mutant => mutant.line === 2));
      }
    } finally {
      api.close();
    }
  });

  it('are as many as are wanted, the same for the same seed, in their order', () => {
    const all = Array.from({ length: 200 }, (_, index) => index);
    const some = sampleOf(all, 60, 7);
    assert.equal(some.length, 60);
    assert.deepEqual(sampleOf(all, 60, 7), some);
    assert.notDeepEqual(sampleOf(all, 60, 8), some);
    assert.deepEqual(
      [...some].sort((a, b) => a - b),
      some,
    );
    assert.equal(sampleOf(all, 200, 7), all);
  });

  it('are held against the tests that import what is changed, by whatever way', () => {
    const importing = testsImporting(path.join(root, 'tsconfig.json'));
    assert.deepEqual(
      importing('src/webview/guide/menu.tsx').filter(test => !test.includes('/guide')),
      [],
    );
    assert.ok(importing('src/webview/guide/menu.tsx').includes('test/webview/guide-reader.test.tsx'));
    assert.ok(importing('src/core/scaffold/path.ts').includes('test/scaffold/changes.test.ts'));
    assert.deepEqual(importing('src/protocol/guide.ts'), []);
  });
});

describe('A process that runs tests', function () {
  this.timeout(60_000);
  const file = 'src/core/guide/quiz.ts';
  const tests = ['test/guide/quiz.test.ts'];
  const source = readFileSync(path.join(root, file), 'utf8');
  const tested = new TestProcess();
  after(() => {
    tested.end();
    assert.equal(readFileSync(path.join(root, file), 'utf8'), source, 'nothing was written');
  });
  const run = (text: string | undefined, patience = 30_000) =>
    tested.run({ tests, seed: 1, ...(text === undefined ? {} : { changed: { file, text } }) }, patience);

  it('says which test fails for a changed source, and runs what comes next as if nothing had been', async () => {
    const outcome = await run(source.replace('===', '!=='));
    assert.ok(outcome !== 'stuck' && outcome.failure !== undefined);
    const next = await run(undefined);
    assert.ok(next !== 'stuck' && next.failure === undefined);
  });

  it('is ended when it does not end, and begun anew for the next', async () => {
    assert.equal(await run(`for (;;) {}\n${source}`, 3_000), 'stuck');
    const next = await run(undefined);
    assert.ok(next !== 'stuck' && next.failure === undefined);
  });

  it('takes a source that cannot be read for one that tests notice', async () => {
    const outcome = await run('}');
    assert.ok(outcome !== 'stuck' && outcome.failure !== undefined);
  });
});
