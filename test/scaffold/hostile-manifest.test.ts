import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadCatalogue } from '../../scripts/scaffold/request.mts';
import { type Change, writesFor } from '../../src/core/scaffold/changes';
import { binary, type Folder } from '../../src/core/scaffold/folder';
import { hashOf, manifestPath, parseManifest, printManifest } from '../../src/core/scaffold/manifest';
import { isInside } from '../../src/core/scaffold/path';
import { plan } from '../../src/core/scaffold/plan';
import { type Project, prepareProject } from '../../src/core/scaffold/project';
import { smallCatalogue } from './small-catalogue';

/** A project whose files depend on the drink, and one that always is there. */
const catalogue = smallCatalogue([
  { files: { 'README.md': '# <% name %>\n\nOne.\n\n<% slot words %>\n' } },
  {
    when: { answer: 'drink', is: 'tea' },
    files: { 'src/tea.txt': 'Tea.\n' },
    slots: { 'README.md': { words: 'Hot.' } },
  },
  {
    when: { answer: 'drink', is: 'water' },
    files: { 'water.txt': 'Water.\n' },
    slots: { 'README.md': { words: 'Cold.' } },
  },
]);
const withTea = { name: 'orders', choices: { drink: 'tea', extra: [], biscuit: 'none' } };
const withWater = { name: 'orders', choices: { drink: 'water', extra: [] } };

/** Paths that no part gives, and that are somebody's. */
const foreign = [
  '.git/HEAD',
  '.git/hooks/pre-commit',
  'node_modules/x/index.js',
  'mine.txt',
  '../up',
  '/etc/passwd',
  'NUL',
  'ab:stream',
];

async function prepare(manifest: string, disk: ReadonlyMap<string, string | typeof binary>, request = withWater) {
  const parsed = parseManifest(catalogue, manifest);
  assert.ok('manifest' in parsed, JSON.stringify(parsed));
  const read: string[] = [];
  const project = await prepareProject(catalogue, request, parsed.manifest, async paths => {
    read.push(...paths);
    return new Map(paths.flatMap(path => (disk.has(path) ? [[path, disk.get(path) ?? ''] as const] : []))) as Folder;
  });
  return { project, read, writes: writesOf(project) };
}

function writesOf({ request, changes, folder, previous }: Project) {
  return writesFor(request, changes, folder, new Map(), previous);
}

const kindsOf = (changes: readonly Change[]) => Object.fromEntries(changes.map(({ path, kind }) => [path, kind]));

describe('A manifest that names what no part gives for its choices', () => {
  const texts: Record<string, string> = Object.fromEntries(foreign.map(path => [path, 'ref: refs/heads/main\n']));
  const files = Object.fromEntries(foreign.map(path => [path, hashOf(texts[path] ?? '')]));
  const manifest = printManifest({ ...withTea, files: { ...files, 'src/tea.txt': hashOf('Tea.\n') } });
  const disk = new Map([...Object.entries(texts), ['src/tea.txt', 'Tea.\n'] as const]);

  it('has none of it read, written or deleted, and the rest of the project goes on', async () => {
    const { project, read, writes } = await prepare(manifest, disk);
    assert.deepEqual(
      read.filter(path => foreign.includes(path)),
      [],
    );
    assert.deepEqual(kindsOf(project.changes), {
      'README.md': 'create',
      'src/tea.txt': 'remove',
      'water.txt': 'create',
    });
    assert.deepEqual(
      writes.map(({ path }) => path),
      ['README.md', 'src/tea.txt', 'water.txt', manifestPath],
    );
  });

  it('says so in one sentence, and no longer once it was written', async () => {
    const { project, writes } = await prepare(manifest, disk);
    assert.equal(project.notes.length, 1);
    assert.match(
      project.notes[0] ?? '',
      /names 8 files that no part gives for its choices: \S+, \S+, \S+, \S+, \S+ and 3 more\./,
    );
    const again = await prepare(writes.find(({ path }) => path === manifestPath)?.text ?? '', disk);
    assert.deepEqual(again.project.notes, []);
  });

  it('has control and direction characters of such names drawn, and long ones cut', async () => {
    const names = { '\u001b[2J\u202egit': 'x', ['a'.repeat(10_000)]: 'x' };
    const { project } = await prepare(printManifest({ ...withTea, files: names }), new Map());
    assert.match(project.notes[0] ?? '', /␛\[2J⟨U\+202E⟩git/);
    assert.ok((project.notes[0] ?? '').length < 500);
  });

  it('is not trusted for a path that only other choices would give', async () => {
    const lie = printManifest({ ...withTea, files: { 'water.txt': hashOf('My water.\n') } });
    const { project } = await prepare(lie, new Map([['water.txt', 'My water.\n']]));
    assert.equal(kindsOf(project.changes)['water.txt'], 'taken');
    const { project: same } = await prepare(lie, new Map([['water.txt', 'My water.\n']]), withTea);
    assert.equal(kindsOf(same.changes)['water.txt'], undefined);
  });

  it('is looked through at once, with 20,000 such names', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, '0123456789abcdef']));
    const { project, read } = await prepare(printManifest({ ...withTea, files: many }), new Map());
    assert.match(project.notes[0] ?? '', /names 20,000 files/);
    assert.ok(read.length < 10, 'nothing of it is read');
  });
});

describe('Whatever a manifest says', () => {
  it('nothing is deleted or written over but the very text that was generated, and what a person wrote beside it stays', async () => {
    const generated = new Map(plan(catalogue, withTea).map(({ path, text }) => [path, text]));
    const path = fc.constantFrom(...generated.keys(), 'water.txt', ...foreign);
    const readme = generated.get('README.md') ?? '';
    const text = fc.oneof(
      fc.constantFrom(...generated.values(), 'Water.\n', 'mine\n', readme.replace('One.', 'Mine.'), `${readme}Mine.\n`),
      fc.string(),
    );
    const present = fc.dictionary(path, fc.oneof({ arbitrary: text, weight: 9 }, fc.constant<typeof binary>(binary)));
    // Hashes of what is there, of what was generated, and of anything.
    const claims = fc.dictionary(path, fc.oneof(fc.constant('as it is'), fc.constant('as generated'), text));
    await fc.assert(
      fc.asyncProperty(present, claims, fc.boolean(), async (there, claimed, usesCrLf) => {
        const disk = new Map<string, string | typeof binary>(
          Object.entries(there).map(([at, now]) => [
            at,
            typeof now === 'string' && usesCrLf ? now.replaceAll(/\r?\n/g, '\r\n') : now,
          ]),
        );
        const hashed = Object.entries(claimed).map(([at, claim]) => {
          const now = disk.get(at);
          if (claim === 'as it is') return [at, hashOf(typeof now === 'string' ? now : '')];
          return [at, hashOf(claim === 'as generated' ? (generated.get(at) ?? '') : claim)];
        });
        const { writes } = await prepare(printManifest({ ...withTea, files: Object.fromEntries(hashed) }), disk);
        for (const { path: at, text: written, before } of writes) {
          if (at === manifestPath) continue;
          assert.ok(generated.has(at) || at === 'water.txt', `${at} is none of ours`);
          if (before === undefined) continue;
          assert.ok(typeof before === 'string', `${at} is not text and was not asked about`);
          const plain = before.replaceAll('\r\n', '\n');
          if (plain === generated.get(at)) continue;
          assert.ok(written !== undefined, `${at} would be deleted: ${JSON.stringify(before)}`);
          const ours = new Set(generated.get(at)?.split('\n'));
          const kept = written.split(/\r?\n/);
          for (const line of plain.split('\n')) assert.ok(ours.has(line) || kept.includes(line), `${at} lost ${line}`);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reading it never throws, and what is wrong is said in one line without control characters', async () => {
    const real = await loadCatalogue();
    const honest = JSON.parse(printManifest({ ...withTea, choices: { iac: 'sam', trigger: ['http'] }, files: {} }));
    const option = fc.constantFrom(
      ...real.choices.flatMap(({ options }) => options.map(({ id }) => id)),
      '__proto__',
      '\u202e\u001b',
      'none',
    );
    const id = fc.constantFrom(...real.choices.map(choice => choice.id), '__proto__', 'constructor', '\u202e\u001b[2J');
    const choices = fc.dictionary(id, fc.oneof(option, fc.array(option)));
    const odd = fc.oneof(
      fc.json().map(text => JSON.parse(text) as unknown),
      fc.constantFrom(null, 1, '', [], {}),
    );
    const manifest = fc.oneof(
      fc.string(),
      fc.json(),
      choices.map(chosen => JSON.stringify({ ...honest, choices: chosen })),
      fc
        .tuple(fc.constantFrom('version', 'name', 'choices', 'files', 'about'), odd)
        .map(([key, value]) => JSON.stringify({ ...honest, [key]: value })),
      fc.tuple(fc.nat(400), fc.string()).map(([at, text]) => {
        const whole = JSON.stringify(honest);
        return whole.slice(0, at) + text + whole.slice(at + text.length);
      }),
    );
    fc.assert(
      fc.property(manifest, text => {
        const parsed = parseManifest(real, text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
        if ('problem' in parsed) assert.doesNotMatch(parsed.problem, /[\u0000-\u001f\u007f\u202e]/);
      }),
      { numRuns: 3000 },
    );
  });

  const huge: [what: string, text: string, sentence: RegExp][] = [
    ['a version nested 100,000 deep', `{"version":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested deeper/],
    ['nothing but brackets', '['.repeat(900_000), /nested deeper/],
    ['brackets in a text', `{"version":"${'['.repeat(100)}"}`, /no number as its "version"/],
    ['10 MB', `{"about":"${'x'.repeat(10_000_000)}"}`, /longer than any/],
    ['a version that is no number', '{"version":"\\u202e"}', /no number as its "version"/],
    ['another version', '{"version":2}', /has version 2, and this version of Serverless Advisor reads version 1/],
    ['no JSON', '\u001b]0;x\u0007', /is not JSON \(/],
  ];
  for (const [what, text, sentence] of huge)
    it(`is refused with a sentence: ${what}`, () => {
      const parsed = parseManifest(catalogue, text);
      assert.match('problem' in parsed ? parsed.problem : '', sentence);
    });

  it('reads the last of two equal keys, and takes __proto__ for a name like any other', () => {
    const text = printManifest({ ...withTea, files: {} }).replace(
      '"files": {}',
      '"files": {"__proto__": "x", "a": "1", "a": "2"}',
    );
    const parsed = parseManifest(catalogue, text);
    assert.ok('manifest' in parsed);
    assert.deepEqual(Object.entries(parsed.manifest.files), [
      ['__proto__', 'x'],
      ['a', '2'],
    ]);
  });
});

describe('A path inside a project', () => {
  for (const path of [
    'README.md',
    '.github/workflows/ci.yml',
    '.gitignore',
    '.vscode/tasks.json',
    'console/nul-check.ts',
    'src/a.b.c',
    'docs/com10.md',
  ])
    it(`may be ${path}`, () => assert.ok(isInside(path)));
  for (const path of [
    '',
    '/',
    '..',
    '../up',
    'a/../b',
    './a',
    'a//b',
    '/etc/passwd',
    'C:/x',
    'c:x',
    'a\\b',
    'ab:stream',
    'ab::$DATA',
    '.git',
    '.git/config',
    'sub/.git/HEAD',
    '.GIT/config',
    '.git./config',
    '.git /config',
    'GIT~1/config',
    'g\u200cit',
    '.g\u200dit/config',
    'node_modules/x',
    'a/Node_Modules/x',
    '.serverless-advisor.json',
    '.serverless-advisor-write/0.new',
    '.Serverless-Advisor.lock',
    '.serverless-advisor/x',
    'NUL',
    'nul.txt',
    'con.txt',
    'a/CON',
    'aux .c',
    'com1',
    'COM¹.log',
    'lpt9.txt',
    'conin$',
    'a.',
    'a ',
    'dir./b',
    'a\0b',
    'a\nb',
    'a\u202eb',
    'a?',
    'a*',
    '"a"',
    'a|b',
    '<a>',
    'x'.repeat(201),
  ])
    it(`may not be ${JSON.stringify(path.slice(0, 40))}`, () => assert.ok(!isInside(path)));
});
