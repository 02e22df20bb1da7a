import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const cli = join(root, 'dist', 'cli.js');
const thumbnails = join(root, 'samples', 'image-thumbnails.assessment.json');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('serverless-advisor assess', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'serverless-advisor-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it('prints the verdict for people, and exits with 0', () => {
    const { status, stdout, stderr } = run('assess', thumbnails);
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^Image thumbnails on upload\n\nGood fit\. /);
  });

  it('prints JSON with the documented shape', () => {
    const { status, stdout } = run('assess', thumbnails, '--format', 'json');
    assert.equal(status, 0);
    const result = JSON.parse(stdout);
    assert.equal(result.verdict.fit, 'good-fit');
    for (const field of ['workload', 'verdict', 'findings', 'blockers', 'missing']) assert.ok(field in result, field);
  });

  it('prints Markdown that starts with the name', () => {
    assert.match(run('assess', thumbnails, '--format=markdown').stdout, /^# Image thumbnails on upload\n/);
  });

  it('reads standard input for -', () => {
    const input = '{ "format": 1, "workload": "Piped" }';
    const stdout = execFileSync(process.execPath, [cli, 'assess', '-'], { input, encoding: 'utf8' });
    assert.match(stdout, /^Piped\n\nUndecided\./);
  });

  it('says on standard error what it left aside, and still gives the result', () => {
    const path = file(
      'other.assessment.json',
      '{ "format": 1, "workload": "x", "answers": { "moon": { "value": 1 } } }',
    );
    const { status, stderr } = run('assess', path);
    assert.equal(status, 0);
    assert.match(stderr, /:1:46: "moon" is not a question of this version/);
  });

  it('stops reading what is too large, and what never ends', async () => {
    const large = file('large.assessment.json', '');
    truncateSync(large, 60_000_000);
    const endless = process.platform === 'win32' ? [] : ['/dev/zero'];
    for (const path of [large, ...endless]) {
      const { status, stdout, stderr } = run('assess', path);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /:1:1: The file is too large to be an assessment, and was not read: 2 million bytes/);
    }
    const child = spawn(process.execPath, [cli, 'assess', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', chunk => (errors += chunk));
    let written = 0;
    // The pipe breaks when nobody reads on.
    child.stdin.on('error', () => undefined);
    const write = (): void => {
      while (child.stdin.writable && child.stdin.write(' '.repeat(10_000))) written += 10_000;
    };
    child.stdin.on('drain', write);
    write();
    const [status] = await once(child, 'close');
    assert.equal(status, 2);
    assert.match(errors, /^-:1:1: The file is too large/);
    assert.ok(written < 10_000_000, `${written} were taken`);
  });

  const bad: [what: string, args: () => string[], sentence: RegExp][] = [
    ['no command', () => [], /^Say what to do\./],
    ['an unknown command', () => ['guess'], /^There is no command "guess"\. Known are: assess, scaffold, options\./],
    ['no file', () => ['assess'], /^Name the file to assess/],
    ['two files', () => ['assess', thumbnails, thumbnails], /^One file at a time/],
    [
      'a file that is not there',
      () => ['assess', join(folder, 'none.json')],
      /^Cannot read .*none\.json: there is no such file\./,
    ],
    ['a folder', () => ['assess', folder], /it is a folder, not a file\./],
    [
      'an unknown format',
      () => ['assess', thumbnails, '--format', 'pdf'],
      /^There is no format "pdf"\. Known are: text, json, markdown\./,
    ],
    ['an unknown option', () => ['assess', thumbnails, '--colour'], /Unknown option '--colour'/],
    [
      'bytes that are not text',
      () => ['assess', file('bytes.json', Buffer.from([0xff, 0xfe, 0x00]))],
      /it is not text in UTF-8\./,
    ],
    [
      'text that is not JSON',
      () => ['assess', file('text.json', '{ "format": 1,\n "workload" }')],
      /text\.json:2:13: This is not JSON: a colon is expected/,
    ],
    [
      'answers that are wrong',
      () => [
        'assess',
        file('wrong.json', '{ "format": 1, "workload": "x", "answers": { "longest-run": { "value": -1 } } }'),
      ],
      /wrong\.json:1:72: The answer to "Longest run" must be at least/,
    ],
  ];
  for (const [what, args, sentence] of bad)
    it(`of ${what} exits with 2 and a sentence, and prints no result`, () => {
      const { status, stdout, stderr } = run(...args());
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, sentence);
    });

  it('ends well when nobody reads to the end', async () => {
    const child = spawn(process.execPath, [cli, 'assess', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', chunk => (errors += chunk));
    // The reader is gone before there is anything to read.
    child.stdout.destroy();
    child.stdin.end('{ "format": 1, "workload": "Unread" }');
    const [status] = await once(child, 'close');
    assert.deepEqual([status, errors], [0, '']);
  });

  it('finds its knowledge when it is run through a link, as npm makes one', () => {
    const link = join(folder, 'serverless-advisor');
    symlinkSync(cli, link);
    const stdout = execFileSync(process.execPath, [link, 'assess', thumbnails], { encoding: 'utf8' });
    assert.match(stdout, /^Image thumbnails on upload\n/);
  });

  it('is what npm run advisor runs', () => {
    const stdout = execFileSync('npm', ['run', '--silent', 'advisor', '--', 'assess', thumbnails, '--format', 'json'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    assert.equal(JSON.parse(stdout).verdict.fit, 'good-fit');
  });
});
