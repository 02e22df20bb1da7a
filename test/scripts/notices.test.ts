import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { bundledFolders, printNotices, readPackage } from '../../scripts/notices.mts';
import { shippedFiles } from '../../scripts/vscode/extension.mjs';

const root = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What the build says of each of its bundles. */
function readBundles(): readonly Metafile[] {
  return JSON.parse(readFileSync(join(root, 'dist', 'bundles.meta.json'), 'utf8'));
}

describe('The notices of what is bundled', () => {
  let bundles: readonly Metafile[];
  let notices: string;
  let headings: (string | undefined)[];

  before(() => {
    bundles = readBundles();
    notices = readFileSync(join(root, 'dist', 'ThirdPartyNotices.txt'), 'utf8');
    headings = [...notices.matchAll(/^={80}\n(\S+ \S+) \(/gm)].map(match => match[1]);
  });

  it('are shipped beside every bundle', () => {
    const files = shippedFiles();
    assert.ok(files.includes('dist/ThirdPartyNotices.txt'));
    const made = bundles.flatMap(({ outputs }) => Object.keys(outputs).map(path => basename(path)));
    const shipped = files.filter(file => file.startsWith('dist/') && file.endsWith('.js'));
    assert.ok(shipped.length >= 3);
    for (const file of shipped) assert.ok(made.includes(basename(file)), file);
  });

  it('name every package with code in a bundle once, and no other, with all of its licence', () => {
    const bundled = new Map<string, string>();
    for (const [path, { bytesInOutput }] of bundles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
    )) {
      const end = path.lastIndexOf('node_modules/');
      if (end < 0 || bytesInOutput === 0) continue;
      const [scope = '', name = ''] = path.slice(end + 'node_modules/'.length).split('/');
      const folder = `${path.slice(0, end)}node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
      const said = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      bundled.set(`${said.name} ${said.version}`, folder);
    }
    assert.deepEqual(headings, [...bundled.keys()].sort());
    for (const folder of bundled.values())
      for (const text of readPackage(join(root, folder)).texts) {
        assert.match(text, /copyright/i, folder);
        assert.ok(notices.includes(text), folder);
      }
  });
});

describe('The dependencies of the manifest', () => {
  it('are exactly the packages that the bundles import, so that an audit of them asks about what is shipped', () => {
    const imported = readBundles()
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([path]) => path.startsWith('src/'))
      .flatMap(([, { imports }]) => imports.map(({ path }) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]))
      .filter(name => name !== undefined);
    assert.deepEqual([...new Set(imported)].sort(), Object.keys(manifest.dependencies).sort());
  });
});

describe('The packages of a bundle', () => {
  let folder: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const add = (path: string, code: string, said: object, licence = 'LICENSE'): void => {
    write(`${path}/package.json`, JSON.stringify({ version: '1.2.3', license: 'MIT', sideEffects: false, ...said }));
    write(`${path}/index.js`, code);
    if (licence) write(`${path}/${licence}`, `Copyright of ${basename(path)}\r\n\r\nDo as you like.\r\n`);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bundle '));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are all whose code is in it, however deep, and none that is read and not used', async () => {
    add('node_modules/near', 'export { far } from "far"; export { idle } from "idle";', { name: 'near' });
    add('node_modules/near/node_modules/far', 'import deep from "@scope/deep"; export const far = deep();', {
      name: 'far',
    });
    add('node_modules/@scope/deep', 'module.exports = () => Date.now();', { name: '@scope/deep' });
    add('node_modules/idle', 'export const idle = 1;', { name: 'idle' });
    write('main.js', 'import { far } from "near"; console.log(far);');
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      bundle: true,
      write: false,
      outfile: 'out.js',
      metafile: true,
    });
    assert.deepEqual(bundledFolders([metafile]), ['node_modules/@scope/deep', 'node_modules/near/node_modules/far']);
  });

  it('bring licence and notice, whatever the files are called', () => {
    add('one', '', { name: 'one' }, 'licence.md');
    write('one/NOTICE', 'Made by many.');
    write('one/license-checker.test.js/readme', 'a folder, not a text');
    const one = readPackage(join(folder, 'one'));
    assert.deepEqual(one.texts, ['Made by many.', 'Copyright of one\n\nDo as you like.']);
    const text = printNotices([one, { ...one, name: 'a-first' }]);
    assert.ok(text.indexOf('a-first 1.2.3 (MIT)') < text.indexOf('one 1.2.3 (MIT)'));
  });

  it('are refused with a sentence without a text of their licence, or when they name none', () => {
    add('mute', '', { name: 'mute' }, '');
    assert.throws(
      () => readPackage(join(folder, 'mute')),
      /^Error: mute 1\.2\.3 is bundled, but brings no file with its licence \(.*\)\. It cannot be shipped/,
    );
    add('empty', '', { name: 'empty' }, '');
    write('empty/LICENSE', ' \n');
    assert.throws(() => readPackage(join(folder, 'empty')), /brings no file with its licence/);
    add('nameless', '', { name: 'nameless', license: undefined });
    assert.throws(() => readPackage(join(folder, 'nameless')), /its package\.json names no licence/);
  });
});
