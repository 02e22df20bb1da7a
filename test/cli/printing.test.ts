import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unlinked } from '../../src/cli/terminal.js';
import { SmallProgram } from './small-program.js';

const root = join(__dirname, '..', '..');
const cli = join(root, 'dist', 'cli.js');
const thumbnails = join(root, 'samples', 'image-thumbnails.assessment.json');
const steering = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe('What the command line prints', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'printed-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], options: Parameters<typeof spawnSync>[2] = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      ...options,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const shell = (line: string) => {
    const env = { ...process.env, node: process.execPath, cli, thumbnails };
    return spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', env });
  };
  const noTrace = (text: string): void => assert.doesNotMatch(text, /^ +at |node:internal|Error:/m);
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };

  it('goes through one place, which makes it safe to look at', () => {
    const sources = ['cli.ts', ...readdirSync(join(root, 'src', 'cli')).map(name => join('cli', name))];
    const printing = sources.filter(name =>
      /std(?:out|err)\.write\(|console\.|writeSync\([12],/.test(readFileSync(join(root, 'src', name), 'utf8')),
    );
    assert.deepEqual(printing, [join('cli', 'terminal.ts')]);
  });

  const evil = 'x\u001b[31m\u0007\u202e\u0085\u009by';

  it('shows what would steer a terminal as signs, on both outputs, for people', () => {
    const assessment = { format: 1, workload: evil, [evil]: 1, answers: { [evil]: { value: 1 } } };
    for (const format of ['text', 'markdown']) {
      const { status, stdout, stderr } = run([
        'assess',
        file(`${evil}.json`, JSON.stringify(assessment)),
        '--format',
        format,
      ]);
      assert.equal(status, 0, stderr);
      assert.match(stderr, /x␛\[31m/);
      assert.doesNotMatch(stdout + stderr, steering);
    }
  });

  it('writes it as escapes in JSON, which reads the same', () => {
    const workload = `${evil} 数 \u{e0041}`;
    const { stdout } = run(['assess', file('a.json', JSON.stringify({ format: 1, workload })), '--format', 'json']);
    assert.doesNotMatch(stdout, steering);
    assert.match(stdout, /\\u202e\\u0085\\u009by 数 \\udb40\\udc41/);
    assert.equal(
      JSON.parse(stdout).workload,
      JSON.parse(run(['assess', 'a.json', '--format', 'json']).stdout).workload,
    );
    assert.ok(JSON.parse(stdout).workload.includes('\u202e'));
  });

  it('shows signs for a name in the call, an option and a manifest', () => {
    assert.doesNotMatch(run([evil]).stderr, steering);
    assert.doesNotMatch(run(['assess', evil]).stderr, steering);
    assert.doesNotMatch(run(['scaffold', evil]).stderr, steering);
    assert.doesNotMatch(run(['scaffold', 'p', `--${evil}`]).stderr, steering);
    mkdirSync(join(folder, 'p'));
    file('p/.serverless-advisor.json', JSON.stringify({ version: 1, name: 'p', choices: { [evil]: evil }, files: {} }));
    const { status, stderr } = run(['scaffold', 'p']);
    assert.equal(status, 2);
    assert.match(stderr, /x␛\[31m/);
    assert.doesNotMatch(stderr, steering);
  });

  const addresses = [
    'https://evil.test/x',
    'www.evil.test',
    'ftp.evil.test',
    'file:///etc',
    'mailto:me',
    'me@evil.test',
    'magnet:?x',
    'ssh://evil.test',
  ];
  const clickable = /[a-z\d+.-]{2}:\/|\b(?:www|ftp)\.|mailto:|magnet:\?|[^\s@/]@[^\s@\u2060]/iu;
  const workload = `Orders ${addresses.join(' ')}`;
  const { answers } = JSON.parse(readFileSync(thumbnails, 'utf8'));
  const assessment = JSON.stringify({ format: 1, workload, [workload]: 1, answers });

  /** Runs it as in a terminal, where standard output says that it is one. */
  const inTerminal = (...args: readonly string[]) => {
    const terminal = ['--import', 'data:text/javascript,process.stdout.isTTY=true'];
    return spawnSync(process.execPath, [...terminal, cli, ...args], { cwd: folder, encoding: 'utf8' });
  };
  const sourcesIn = (text: string): string[] =>
    JSON.parse(text).findings.flatMap(({ facts }: { facts: { source: string }[] }) => facts.map(fact => fact.source));

  it('holds no address of a file to click in a terminal, and our own sources as they are', () => {
    file('a.json', assessment);
    const sources = sourcesIn(run(['assess', 'a.json', '--format', 'json']).stdout);
    assert.ok(sources.length > 3);
    for (const format of ['text', 'markdown']) {
      const { stdout } = inTerminal('assess', 'a.json', '--format', format);
      for (const source of sources) assert.ok(stdout.includes(source), source);
      assert.match(stdout, /Orders/);
      assert.doesNotMatch(
        sources.reduce((text, source) => text.replaceAll(source, ''), stdout),
        clickable,
      );
    }
    assert.ok(inTerminal('assess', 'a.json').stdout.includes('https\u2060://evil.test/x www\u2060.evil.test'));
  });

  it('holds addresses as they are in a file or a pipe, and in JSON everywhere', () => {
    file('a.json', assessment);
    const { stdout } = run(['assess', 'a.json']);
    for (const address of addresses) assert.ok(stdout.includes(address), address);
    const json = ['assess', 'a.json', '--format', 'json'];
    assert.equal(inTerminal(...json).stdout, run(json).stdout);
    assert.equal(JSON.parse(run(json).stdout).workload, workload);
    assert.equal(inTerminal('options').stdout, run(['options']).stdout);
  });

  it('holds no address to click on standard error: from an assessment, a manifest, a name in the call, or a mistake', () => {
    const isInert = ({ stderr }: { stderr: string }, text: string): void => {
      assert.ok(stderr.includes(text), stderr);
      assert.doesNotMatch(stderr, clickable);
    };
    isInert(run(['assess', file('a.json', assessment)]), '"Orders https\u2060://evil.test/x www\u2060.evil');
    isInert(run(['assess', file('b.json', '{ "format": 1, "workload": "x", "https://evil.test": 1 }')]), 'evil');
    for (const address of addresses) isInert(run(['assess', address]), 'Cannot read');
    mkdirSync(join(folder, 'p'));
    const manifest = { version: 1, name: 'p', choices: { [workload]: 'x' }, files: {} };
    file('p/.serverless-advisor.json', JSON.stringify(manifest));
    isInert(run(['scaffold', 'p']), 'Orders https\u2060://evil.test');
    const files = Object.fromEntries(addresses.map(address => [address, '0']));
    file('p/.serverless-advisor.json', JSON.stringify({ ...manifest, choices: {}, files }));
    isInert(run(['scaffold', 'p', '--dry-run']), 'https\u2060://evil.test/x');
  });

  it('holds none of a folder that is called as one begins', function () {
    if (process.platform === 'win32') return this.skip();
    mkdirSync(join(folder, 'https:', 'evil.test'), { recursive: true });
    for (const name of ['https:/evil.test/orders', 'https://evil.test/cards']) {
      const { stdout, stderr } = inTerminal('scaffold', name);
      assert.match(stdout, /^\d+ files written to https\u2060:\/.*evil\.test/);
      assert.doesNotMatch(stdout + stderr, clickable);
    }
    const { stderr } = run(['assess', join(folder, 'https:/evil.test/none.json')]);
    assert.match(stderr, /https\u2060:\/evil\.test\/none\.json: there is no such file/);
  });

  it('leaves paths, drives, scopes and commands as they are, for people to click and to copy', () => {
    const text = 'C:/orders /x/node_modules/@types/node a.json:1:2: node:fs $(date) [a](b) 10:30 a/b @ 5';
    assert.equal(unlinked(text), text);
    const ours = 'npx osls@4 deploy https://ours.example/a';
    assert.equal(unlinked(`${ours} <https://ours.example/a>`, [ours]), `${ours} <https://ours.example/a>`);
    const said = 'See https://ours.example/a, https://ours.example/a. [here](https://ours.example/a).';
    assert.equal(unlinked(said, [ours]), said);
    assert.equal(
      unlinked('a/boss@evil.example /x/é@mail.evil.museum/y'),
      'a/boss@\u2060evil.example /x/é@\u2060mail.evil.museum/y',
    );
    assert.equal(unlinked('store/left-pad@1.3.0/x a/@scope/x'), 'store/left-pad@1.3.0/x a/@scope/x');
    assert.equal(unlinked('/home/me@work/p foo@@evil.test'), '/home/me@work/p foo@@\u2060evil.test');
    for (const scheme of ['magnet', 'news', 'tel', 'http', 'vscode', 'command'])
      assert.equal(unlinked(`${scheme}:x ${scheme}: x`), `${scheme}\u2060:x ${scheme}: x`);
    assert.equal(unlinked('awww.evil.test xmailto:me'), 'awww\u2060.evil.test xmailto\u2060:me');
    assert.equal(unlinked('https://ours.example/a.evil', [ours]), 'https\u2060://ours.example/a.evil');
  });

  it('is bounded: of many remarks or problems the first are shown, and how many more there are', () => {
    const unknown = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`key${index}`, 1]));
    const answers = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`key${index}`, 'x'.repeat(100)]));
    for (const content of [
      { format: 1, workload: 'x', ...unknown },
      { format: 1, workload: 1, answers },
    ]) {
      const { stderr } = run(['assess', file('a.json', JSON.stringify(content))]);
      assert.ok(stderr.trimEnd().split('\n').length <= 51, stderr.slice(-300));
    }
    const choices = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`key${index}`, 'x'.repeat(50_000 / 50)]),
    );
    mkdirSync(join(folder, 'p'));
    file('p/.serverless-advisor.json', JSON.stringify({ version: 1, name: 'p', choices, files: {} }));
    const { status, stderr } = run(['scaffold', 'p']);
    assert.equal(status, 2);
    assert.ok(stderr.length < 60_000, String(stderr.length));
  });

  it('ends with 4 and a sentence where it cannot be printed, and all is done nevertheless', function () {
    if (process.platform !== 'linux') return this.skip();
    for (const args of ['assess "$thumbnails"', 'options', 'options --json', '--help', 'scaffold orders']) {
      const { status, stderr } = shell(`"$node" "$cli" ${args} >/dev/full`);
      assert.equal(stderr, 'The result could not be printed: the disk is full. Everything else was done.\n', args);
      assert.equal(status, 4);
    }
    assert.match(run(['scaffold', 'orders']).stdout, /as it should be already/);
  });

  it('is not missed where nobody can be told on standard error', function () {
    if (process.platform !== 'linux') return this.skip();
    const odd = file('odd.json', '{ "format": 1, "workload": "x", "answers": { "moon": { "value": 1 } } }');
    for (const end of ['2>/dev/full', '2>&-', '2> >(exit)']) {
      const good = shell(`"$node" "$cli" assess ${odd} ${end}`);
      assert.deepEqual([good.status, good.stdout.startsWith('x\n')], [0, true], end);
      assert.equal(shell(`"$node" "$cli" assess none.json ${end}`).status, 2, end);
    }
    assert.equal(shell('"$node" "$cli" options >/dev/full 2>/dev/full').status, 4);
  });

  it('ends well where nobody reads standard error any more', async () => {
    const remarks = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`k${index}`, 1]));
    const odd = file('odd.json', JSON.stringify({ format: 1, workload: 'x', ...remarks }));
    const child = spawn(process.execPath, [cli, 'assess', odd], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.destroy();
    let text = '';
    child.stdout.on('data', chunk => (text += chunk));
    const [status] = await once(child, 'close');
    assert.deepEqual([status, text.startsWith('x\n')], [0, true]);
  });

  it('is a sentence in a folder that is no longer there', function () {
    if (process.platform === 'win32') return this.skip();
    for (const args of ['scaffold orders', 'scaffold .', 'assess x.json', 'scaffold orders --dry-run']) {
      const { status, stderr } = shell(`mkdir gone && cd gone && rmdir ../gone && "$node" "$cli" ${args}`);
      assert.equal(status, 2, args);
      assert.match(stderr, /no longer there|there is no such file/, args);
      noTrace(stderr);
    }
    assert.equal(
      shell(`mkdir gone && cd gone && rmdir ../gone && "$node" "$cli" scaffold '${folder}/orders'`).status,
      0,
    );
  });

  it('is a sentence for names that are not UTF-8, which are not taken for others', function () {
    if (process.platform !== 'linux') return this.skip();
    for (const args of [
      `scaffold $'foo\\xff' --name orders`,
      `scaffold $'foo\\xff/orders'`,
      `assess $'foo\\xff'`,
      `scaffold x --from $'foo\\xff'`,
      `--help >/dev/null; mkdir $'dir\\xff'; cd $'dir\\xff'; "$node" "$cli" scaffold orders`,
    ]) {
      const { status, stderr } = shell(`"$node" "$cli" ${args}`);
      assert.match(stderr, /is not text in UTF-8/, args);
      assert.equal(status, 2, args);
    }
    assert.deepEqual(shell('find . -mindepth 1 ! -name "dir*"').stdout, '');
  });

  it('is a sentence for what cannot be a name or cannot be read', function () {
    if (process.platform !== 'linux') return this.skip();
    symlinkSync('round', join(folder, 'round'));
    for (const [args, sentence] of [
      [`scaffold ''`, /^Name the folder of the project/],
      [`assess ''`, /^Name the file to assess/],
      [`scaffold x --from ''`, /^The name of the file is empty/],
      ['assess round', /the links on its path lead round in a circle/],
      ['scaffold round/orders', /links on its path/],
      ['assess /dev/zero', /^\/dev\/zero:1:1: The file is too large to be an assessment, and was not read/],
      ['assess - </dev/zero', /^-:1:1: The file is too large to be an assessment, and was not read/],
      ['assess /proc/self/mem', /the disk or the system reports a failure/],
      [`assess ${'x'.repeat(300)}`, /its path is too long/],
      [`scaffold ${'x/'.repeat(3000)}orders`, /its path is too long/],
    ] as const) {
      const { status, stderr } = shell(`"$node" "$cli" ${args}`);
      assert.match(stderr, sentence, args);
      noTrace(stderr);
      assert.equal(status, 2, args);
    }
  });

  it('is a sentence and 1 for a mistake of ours, with its place in the code for those who ask', () => {
    const program = join(folder, 'program');
    mkdirSync(program);
    copyFileSync(cli, join(program, 'cli.js'));
    writeFileSync(join(program, 'scaffold.jsonl'), 'x@e:// no content\u001b');
    const damaged = (env: Record<string, string>) =>
      spawnSync(process.execPath, [join(program, 'cli.js'), 'options'], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
    const { status, stderr } = damaged({});
    assert.equal(status, 1);
    const { bugs } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.match(stderr, /^Something went wrong in Serverless Advisor itself: /);
    assert.ok(stderr.includes(bugs.url));
    assert.doesNotMatch(stderr.replace(bugs.url, ''), clickable);
    noTrace(stderr);
    assert.doesNotMatch(stderr, steering);
    assert.match(damaged({ SERVERLESS_ADVISOR_TRACE: '1' }).stderr, /^ +at /m);
  });

  it('is a sentence about the disk only for what the system or the runtime has refused, not for a mistake of ours', () => {
    const program = new SmallProgram(folder);
    const calls = program.callsOf(['scaffold', 'drink']);
    rmSync(join(folder, 'drink'), { recursive: true });
    const look = calls.find(({ name, paths }) => name === 'statSync' && paths[0] === 'drink');
    const write = calls.find(({ name }) => name === 'renameSync');
    for (const call of [look, write])
      for (const [code, status, sentence] of [
        ['ERR_INVALID_ARG_TYPE', 1, /^Something went wrong in Serverless Advisor itself: .*\nPlease report it at /],
        ['ERR_FS_FILE_TOO_LARGE', 2, /^Cannot (?:read|write to) drink: it is too large\./],
        ['ERR_STRING_TOO_LONG', 2, /^Cannot (?:read|write to) drink: it is too large\./],
        ['EACCES', 2, /^Cannot (?:read|write to) drink: it is not allowed\./],
      ] as const) {
        const run = program.run(['scaffold', 'drink'], { CALL: String(call?.number), DO: `fail:${code}` });
        assert.match(run.stderr, sentence, call?.name);
        assert.equal(run.status, status, code);
        assert.ok(!readdirSync(folder).includes('drink'));
      }
  });

  it('never opens a pipe or a device in the place of a file', function () {
    if (process.platform !== 'linux') return this.skip();
    const program = new SmallProgram(folder);
    mkdirSync(join(folder, 'drink'));
    spawnSync('mkfifo', [join(folder, 'drink', 'README.md')]);
    const { status, stdout } = program.run(['scaffold', 'drink']);
    assert.equal(status, 3);
    assert.match(stdout, /README\.md \(is there, and was not generated\)/);
    const replaced = program.run(['scaffold', 'drink', '--on-conflict', 'replace']);
    assert.equal(replaced.status, 2);
    assert.match(replaced.stderr, /^README\.md is neither a file nor a link\. Move it away/);
  });

  it('says that a folder cannot be written when it is found to, and that it is as it should be when it is', function () {
    if (process.platform === 'win32' || process.getuid?.() !== 0) return this.skip();
    const program = new SmallProgram(folder);
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
    chmodSync(folder, 0o755);
    const nobody = 65534;
    assert.match(program.run(['scaffold', 'drink'], {}, nobody).stdout, /as it should be already/);
    const { status, stderr } = program.run(['scaffold', 'drink', '--extra', 'ice'], {}, nobody);
    assert.equal(status, 2);
    assert.match(stderr, /^Cannot write to drink: it is not allowed\. Nothing was changed\.\n$/);
  });

  it('is soon there for a manifest of very many paths: they are not looked at, or it is not even parsed', () => {
    const program = new SmallProgram(folder);
    assert.equal(program.run(['scaffold', 'drink']).status, 0);
    const manifest = JSON.parse(readFileSync(join(folder, 'drink', '.serverless-advisor.json'), 'utf8'));
    const usual = program.callsOf(['scaffold', 'drink']).length;
    const withPaths = (count: number): void => {
      const more = Array.from({ length: count }, (_, index) => [`f/${index}`, '0'.repeat(16)]);
      const files = { ...manifest.files, ...Object.fromEntries(more) };
      file('drink/.serverless-advisor.json', JSON.stringify({ ...manifest, files }));
    };
    withPaths(30_000);
    // The manifest would be written anew: that it could be is looked at, too.
    const calls = program.callsOf(['scaffold', 'drink', '--dry-run']).length;
    assert.ok(calls <= usual + 20, `${calls} calls, usually ${usual}`);
    withPaths(200_000);
    const { status, stderr } = program.run(['scaffold', 'drink', '--dry-run']);
    assert.match(stderr, /longer than any that was generated/);
    assert.equal(status, 2);
  });
});
