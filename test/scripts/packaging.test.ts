import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedFiles } from '../../scripts/vscode/extension.mjs';

const root = join(__dirname, '..', '..');

describe('The package', () => {
  it('has every page style and nothing of the sources', () => {
    const files = shippedFiles();
    for (const style of readdirSync(join(root, 'media')).filter(name => name.endsWith('.css')))
      assert.ok(files.includes(`media/${style}`), style);
    assert.deepEqual(
      files.filter(file => /\.tsx?$|^(src|test|scripts|content|node_modules)\//.test(file)),
      [],
    );
  });
});

describe('The texts that are shipped', () => {
  for (const file of ['README.md', 'SECURITY.md', 'CHANGELOG.md'])
    it(`lead to files that are there: ${file}`, () => {
      assert.ok(shippedFiles().includes(file));
      const links = [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https:)([^)#\s]+)/g)];
      for (const [, link = ''] of links) assert.ok(existsSync(join(root, link)), link);
    });

  it('say first of all where security is described', () =>
    assert.match(readFileSync(join(root, 'README.md'), 'utf8').slice(0, 1500), /\]\(SECURITY\.md\)/));
});

describe('The list of what is shipped', () => {
  it('is what the packager packs', async function () {
    this.timeout(60_000);
    // Loaded only here: the packager is large.
    const { listFiles, PackageManager } = await import('@vscode/vsce');
    // It looks at every file, so what has been fetched is left out: a whole VS Code, and packages, which it would leave out too.
    const folder = mkdtempSync(join(tmpdir(), 'packed-'));
    const fetched = ['.vscode-test', 'node_modules', '.git'];
    for (const name of readdirSync(root).filter(name => !fetched.includes(name)))
      symlinkSync(join(root, name), join(folder, name));
    const options = { cwd: folder, packageManager: PackageManager.None, followSymlinks: true };
    const packed = await listFiles(options);
    rmSync(folder, { recursive: true });
    assert.deepEqual(packed.sort(), shippedFiles().sort());
  });
});

describe('The table of dependencies', () => {
  it('says of each why it is there, and of none that is not', () => {
    const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const [, table = ''] = /## Dependencies\n(.*?)\n## /s.exec(contributing) ?? [];
    const rows = table.split('\n').flatMap(row => /^\| (`.*?) \| \S/.exec(row)?.[1]?.match(/[^`, ]+/g) ?? []);
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(rows.sort(), Object.keys({ ...dependencies, ...devDependencies }).sort());
  });
});

describe('The scripts that run before anything is installed', () => {
  // In a fresh clone all of these are loaded into the Node that is there, and one of 20 is promised to do.
  const scripts = ['run', 'head', 'install', 'advisor'];
  for (const script of scripts)
    it(`use nothing that Node 20 lacks: ${script}`, () => {
      const text = readFileSync(join(root, 'scripts', `${script}.mjs`), 'utf8');
      const imported = [...text.matchAll(/^import \{([^}]+)\} from 'node:/gm)].flatMap(([, names = '']) =>
        names.split(',').map(name => name.trim()),
      );
      for (const newer of ['glob', 'globSync', 'matchesGlob', 'styleText', 'stripTypeScriptTypes'])
        assert.ok(!imported.includes(newer), newer);
    });
});
