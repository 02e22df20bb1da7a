import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
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
import { hashOf } from '../../src/core/scaffold/manifest';

const root = join(__dirname, '..', '..');
const cli = join(root, 'dist', 'cli.js');

function run(...args: string[]) {
  return spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
}

describe('serverless-advisor scaffold', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'scaffold-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const project = (): string => join(folder, 'orders');
  const filesIn = (path: string): string[] => readdirSync(path, { recursive: true, encoding: 'utf8' });
  const read = (path: string): string => readFileSync(join(project(), path), 'utf8');

  it('writes a project with the defaults, named for its folder, and says what comes next', () => {
    const { status, stdout, stderr } = run('scaffold', project());
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /files written to .*orders/);
    assert.match(stdout, /npm install/);
    for (const path of [
      'README.md',
      'template.yaml',
      'package.json',
      '.github/workflows/ci.yml',
      '.serverless-advisor.json',
    ])
      assert.ok(existsSync(join(project(), path)), path);
    assert.equal(JSON.parse(read('package.json')).name, 'orders');
    assert.deepEqual(
      filesIn(project()).filter(path => /\.serverless-advisor[.-](?!json)/.test(path)),
      [],
    );
  });

  it('takes every choice from the call, lists by repetition', () => {
    const choices = ['--language', 'python', '--trigger', 'queue', '--trigger', 'schedule', '--iac', 'terraform'];
    run('scaffold', project(), ...choices, '--ci', 'none', '--monitoring', 'none', '--state', 'none');
    const { choices: remembered } = JSON.parse(read('.serverless-advisor.json'));
    assert.deepEqual(remembered.trigger, ['schedule', 'queue']);
    assert.deepEqual(remembered.monitoring, []);
    assert.equal(remembered.iac, 'terraform');
    assert.ok(existsSync(join(project(), 'infra', 'queue.tf')));
  });

  it('shows with --dry-run what it would write, and writes nothing, not even the folder', () => {
    const { status, stdout } = run('scaffold', project(), '--dry-run');
    assert.equal(status, 0);
    assert.match(stdout, /^new +template\.yaml {2}\(.*AWS SAM/m);
    assert.match(stdout, /Nothing was written\.\n$/);
    assert.equal(existsSync(project()), false);
  });

  it('gives scripts JSON: the files with their reasons, and the commands', () => {
    const { stdout } = run('scaffold', project(), '--json');
    const { name, choices, files, written, commands } = JSON.parse(stdout);
    assert.equal(name, 'orders');
    assert.equal(choices.iac, 'sam');
    const template = files.find(({ path }: { path: string }) => path === 'template.yaml');
    assert.equal(template.change, 'create');
    assert.ok(template.from.every(({ because }: { because: string }) => because.length > 0));
    assert.ok(written.includes('README.md'));
    assert.equal(commands.install, 'npm install');
  });

  it('takes an assessment along: its trigger, its state, and a decision record', () => {
    const assessment = join(root, 'samples', 'image-thumbnails.assessment.json');
    run('scaffold', project(), '--from', assessment);
    assert.ok(JSON.parse(read('.serverless-advisor.json')).choices.trigger.includes('object'));
    assert.match(read('docs/decisions/0001-serverless.md'), /# Image thumbnails on upload/);
  });

  it('adds to a project: what nobody changed is updated, what someone changed is kept beside the new', () => {
    run('scaffold', project());
    writeFileSync(join(project(), 'README.md'), `${read('README.md')}\nOur own last words.\n`);
    const before = read('template.yaml');
    const { status, stderr } = run('scaffold', project(), '--trigger', 'queue');
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.notEqual(read('template.yaml'), before);
    assert.match(read('README.md'), /Our own last words\./);
    assert.match(read('README.md'), /_triggers\/queue/);
    assert.deepEqual(JSON.parse(read('.serverless-advisor.json')).choices.trigger, ['http', 'queue']);
  });

  it('takes a part back, and with it what nobody changed', () => {
    run('scaffold', project(), '--trigger', 'queue', '--trigger', 'http');
    assert.ok(existsSync(join(project(), 'events', 'queue.json')));
    assert.equal(run('scaffold', project(), '--without', 'trigger:queue').status, 0);
    assert.equal(existsSync(join(project(), 'events', 'queue.json')), false);
  });

  it('names what it deletes and counts it apart from what it writes, before and after, for people and for scripts', () => {
    run('scaffold', project(), '--trigger', 'queue', '--trigger', 'http');
    const without = ['scaffold', project(), '--without', 'trigger:queue'];
    const { written, deleted } = JSON.parse(run(...without, '--json', '--dry-run').stdout);
    assert.deepEqual([written, deleted], [[], []]);
    const planned = run(...without, '--dry-run').stdout;
    assert.match(planned, /^delete {4}events\/queue\.json$/m);
    assert.match(planned, /^\d+ files would be written, 4 deleted\.\nNothing was written\.\n$/m);
    const { stdout } = run(...without);
    assert.match(stdout, /^\d+ files written to .*orders, 4 deleted:\n(?: {2}\S*queue\S*\n){4} {2}Platform: /);
    const back = JSON.parse(run('scaffold', project(), '--trigger', 'queue', '--json').stdout);
    assert.ok(back.written.includes('events/queue.json'));
    assert.deepEqual(back.deleted, []);
    const gone = JSON.parse(run(...without, '--json').stdout);
    assert.equal(gone.deleted.length, 4);
    assert.ok(!gone.written.includes('events/queue.json'));
  });

  it('never deletes what a manifest names and no part gives, though its hash agrees, and says so once', () => {
    run('scaffold', project());
    const mine = { '.git/HEAD': 'ref: refs/heads/main\n', 'mine.txt': 'my own\n', 'node_modules/x.js': 'x\n' };
    mkdirSync(join(project(), '.git'));
    mkdirSync(join(project(), 'node_modules'));
    for (const [path, text] of Object.entries(mine)) writeFileSync(join(project(), path), text);
    const manifest = JSON.parse(read('.serverless-advisor.json'));
    for (const [path, text] of Object.entries(mine)) manifest.files[path] = hashOf(text);
    writeFileSync(join(project(), '.serverless-advisor.json'), JSON.stringify(manifest));
    const { status, stderr, stdout } = run('scaffold', project(), '--trigger', 'queue');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /names 3 files that no part gives for its choices: \.git\/HEAD, mine\.txt, node_modules\/x\.js\. .* once the plan is written\.\n/,
    );
    assert.match(stdout, /files written to .*orders\.\n/);
    for (const [path, text] of Object.entries(mine)) assert.equal(read(path), text);
    assert.equal(run('scaffold', project()).stderr, '');
  });

  it('leaves, and names once, what it cannot tell from a file of a person', () => {
    run('scaffold', project(), '--trigger', 'queue', '--trigger', 'http');
    const manifest = JSON.parse(read('.serverless-advisor.json'));
    const path = 'events/queue.json';
    writeFileSync(join(project(), path), 'as an older version wrote it\n');
    manifest.files[path] = hashOf('as an older version wrote it\n');
    writeFileSync(join(project(), '.serverless-advisor.json'), JSON.stringify(manifest));
    const { stdout } = run('scaffold', project(), '--without', 'trigger:queue');
    assert.match(
      stdout,
      /No longer needed, but left as they are, and no longer remembered:\n {2}events\/queue\.json \(this version does not know what was generated\)\n/,
    );
    assert.equal(read(path), 'as an older version wrote it\n');
    assert.match(run('scaffold', project()).stdout, /nothing was written/);
  });

  it('answers at once for a manifest of 200,000 paths', () => {
    mkdirSync(project());
    const files = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`src/file-${index}.ts`, '0']));
    writeFileSync(
      join(project(), '.serverless-advisor.json'),
      JSON.stringify({ version: 1, name: 'orders', choices: {}, files }),
    );
    const { status, stderr } = run('scaffold', project(), '--dry-run');
    assert.equal(status, 2);
    assert.match(stderr, /^\.serverless-advisor\.json is longer than any that was generated\. Restore it/);
  });

  it('says that nothing is to do when nothing is', () => {
    run('scaffold', project());
    const { status, stdout } = run('scaffold', project());
    assert.equal(status, 0);
    assert.match(stdout, /as it should be already: nothing was written/);
  });

  it('stops with 3 before files that are in the way, lists them, and writes nothing', () => {
    mkdirSync(project());
    writeFileSync(join(project(), 'README.md'), '# Mine\n');
    const { status, stdout } = run('scaffold', project());
    assert.equal(status, 3);
    assert.match(stdout, /In the way:\n {2}README\.md \(is there, and was not generated\)\nNothing was written\./);
    assert.deepEqual(filesIn(project()), ['README.md']);
  });

  it('shows with --dry-run how many are in the way, and says once that nothing was written', () => {
    mkdirSync(project());
    writeFileSync(join(project(), 'README.md'), '# Mine\n');
    const { status, stdout } = run('scaffold', project(), '--dry-run');
    assert.equal(status, 3);
    assert.match(stdout, /^CONFLICT {2}README\.md/m);
    assert.match(
      stdout,
      /\nIn the way:\n {2}README\.md \(.*\)\n\d+ files would be written, 1 in the way\.\nNothing was written\. Say --on-conflict keep .*\.\n$/,
    );
    assert.equal(stdout.split('Nothing was written').length, 2);
  });

  it('says of files in the way which of the two becomes of them, before and after', () => {
    mkdirSync(project());
    writeFileSync(join(project(), 'README.md'), '# Mine\n');
    const said = (answer: string, ...more: string[]): string =>
      run('scaffold', project(), '--on-conflict', answer, ...more).stdout;
    const file = '\n {2}README\\.md \\(is there, and was not generated\\)\n';
    assert.match(said('keep', '--dry-run'), new RegExp(`\nWould be left as they are:${file}`));
    assert.match(said('replace', '--dry-run'), new RegExp(`\nWould be replaced:${file}`));
    assert.match(said('keep'), new RegExp(`\nLeft as they are, as you asked:${file}`));
    assert.match(said('replace'), new RegExp(`\nReplaced, as you asked:${file}`));
  });

  it('refuses to take back what would come again by itself, before and after, and says what else can be had', () => {
    const sentence =
      /^--without state:dynamodb is not enough: where nothing else is chosen, --state takes dynamodb by itself\. Choose something else with --state: s3, redis, none\. Nothing was written\.\n$/;
    for (const dry of [[], ['--dry-run']]) {
      const { status, stdout, stderr } = run('scaffold', project(), '--without', 'state:dynamodb', ...dry);
      assert.match(stderr, sentence);
      assert.deepEqual([status, stdout], [2, '']);
    }
    assert.deepEqual(filesIn(folder), []);
    run('scaffold', project());
    const before = filesIn(project());
    assert.match(run('scaffold', project(), '--without', 'state:dynamodb').stderr, sentence);
    assert.deepEqual(filesIn(project()), before);
    assert.match(
      run('scaffold', project(), '--without', 'platform:aws-lambda').stderr,
      /--platform takes aws-lambda by itself\. There is nothing else to choose\. Nothing was written\.\n$/,
    );
    // Some go together with the rest only when what is taken back is gone; what is taken back, too, is nothing to choose.
    const tracing = ['--without', 'monitoring:xray'];
    assert.match(run('scaffold', join(folder, 'anew'), ...tracing).stderr, /with --monitoring: .*datadog.*, none\./);
    assert.match(
      run('scaffold', join(folder, 'anew'), ...tracing, '--without', 'monitoring:cloudwatch').stderr,
      /with --monitoring: (?!.*(?:cloudwatch|xray)).*, none\. Nothing/,
    );
    const other = run('scaffold', project(), '--without', 'state:dynamodb', '--state', 'none', '--dry-run');
    assert.match(other.stdout, /^\d+ files would be written, \d+ deleted\.\nNothing was written\.\n$/m);
  });

  it('counts with --dry-run what would be left of a part that is taken back', () => {
    run('scaffold', project(), '--trigger', 'queue', '--trigger', 'http');
    writeFileSync(join(project(), 'events', 'queue.json'), '{ "ours": true }\n');
    const { stdout } = run('scaffold', project(), '--without', 'trigger:queue', '--dry-run');
    assert.match(
      stdout,
      /^\d+ files would be written, 3 deleted, 1 no longer needed but left\.\nNothing was written\.\n$/m,
    );
  });

  it('says what to do about a manifest that another version may have written', () => {
    mkdirSync(project());
    const usual = { version: 1, name: 'orders', choices: {}, files: {} };
    for (const [manifest, sentence] of [
      [{ ...usual, version: 2 }, /^\.serverless-advisor\.json has version 2, and this version .* reads version 1\./],
      [{ ...usual, choices: { moon: 'full' } }, /^\.serverless-advisor\.json: There is no choice "moon"\./],
    ] as const) {
      writeFileSync(join(project(), '.serverless-advisor.json'), JSON.stringify(manifest));
      const { status, stderr } = run('scaffold', project());
      assert.match(stderr, sentence);
      assert.match(
        stderr,
        / Restore it from version control, or use the version of Serverless Advisor that wrote it\.\n$/,
      );
      assert.equal(status, 2);
    }
  });

  it('keeps or replaces them when told to', () => {
    mkdirSync(project());
    writeFileSync(join(project(), 'README.md'), '# Mine\n');
    assert.equal(run('scaffold', project(), '--on-conflict', 'keep').status, 0);
    assert.equal(read('README.md'), '# Mine\n');
    assert.equal(JSON.parse(read('.serverless-advisor.json')).files['README.md'], undefined);
    assert.equal(run('scaffold', project(), '--on-conflict', 'replace').status, 0);
    assert.match(read('README.md'), /^# orders\n/);
  });

  const wrong: [name: string, args: (folder: string) => string[], message: RegExp][] = [
    ['no folder', () => ['scaffold'], /^Name the folder of the project/],
    ['two folders', () => ['scaffold', 'a', 'b'], /^One folder at a time/],
    [
      'a name with a space',
      at => ['scaffold', join(at, 'My Orders')],
      /begin with a lower-case letter.*"my-orders" would do/,
    ],
    ['a name in another script', at => ['scaffold', join(at, '订单')], /lower-case letter from a to z/],
    ['a reserved name', at => ['scaffold', join(at, 'x'), '--name', 'aws-orders'], /reserved/],
    ['a name that climbs', at => ['scaffold', join(at, 'x'), '--name', '../up'], /lower-case letter/],
    [
      'a name of 200 characters',
      at => ['scaffold', join(at, 'x'), '--name', 'x'.repeat(200)],
      /200 characters; at most 30/,
    ],
    ['an unknown option', at => ['scaffold', join(at, 'x'), '--colour', 'red'], /Unknown option '--colour'/],
    ['an unknown value', at => ['scaffold', join(at, 'x'), '--iac', 'cdk'], /"cdk" is not known\. Known are: sam, /],
    [
      'two of a choice of one',
      at => ['scaffold', join(at, 'x'), '--iac', 'sam', '--iac', 'pulumi'],
      /choose one, not sam and pulumi/,
    ],
    [
      'what excludes itself',
      at => ['scaffold', join(at, 'x'), '--monitoring', 'xray', '--monitoring', 'datadog'],
      /does not go together/,
    ],
    [
      'what has no meaning',
      at => ['scaffold', join(at, 'x'), '--trigger', 'queue', '--auth', 'jwt'],
      /"auth" has no meaning here/,
    ],
    [
      'a wrong --on-conflict',
      at => ['scaffold', join(at, 'x'), '--on-conflict', 'merge'],
      /one of stop, keep, replace/,
    ],
    [
      'a wrong --without',
      at => ['scaffold', join(at, 'x'), '--without', 'queue'],
      /--without takes a choice and one of its options/,
    ],
    [
      'an assessment that is not there',
      at => ['scaffold', join(at, 'x'), '--from', join(at, 'none.json')],
      /there is no such file/,
    ],
  ];
  for (const [what, args, message] of wrong)
    it(`refuses ${what} with a sentence and 2, and writes nothing`, () => {
      const { status, stdout, stderr } = run(...args(folder));
      assert.match(stderr, message);
      assert.equal(stdout, '');
      assert.equal(status, 2);
      assert.deepEqual(filesIn(folder), []);
    });

  it('refuses a folder that is a file', () => {
    writeFileSync(project(), 'text');
    const { status, stderr } = run('scaffold', project());
    assert.equal(status, 2);
    assert.match(stderr, /is a file\. Name a folder/);
    assert.equal(readFileSync(project(), 'utf8'), 'text');
  });

  it('refuses a link that leads nowhere, in the place of the folder or on the way to it', () => {
    symlinkSync('nowhere', join(folder, 'dang'));
    for (const [place, dry] of [
      ['dang', []],
      ['dang/', []],
      ['dang/below/orders', []],
      ['dang', ['--dry-run']],
    ] as const) {
      const { status, stdout, stderr } = run('scaffold', join(folder, place), '--name', 'orders', ...dry);
      assert.match(
        stderr,
        /^\S*dang\/? is a link that leads nowhere \(to nowhere\)\. Make what it leads to, or remove it\./,
      );
      assert.deepEqual([status, stdout], [2, '']);
    }
    assert.deepEqual(filesIn(folder), ['dang']);
  });

  it('refuses a folder below a file', () => {
    writeFileSync(project(), 'text');
    const { status, stderr } = run('scaffold', join(project(), 'below'), '--name', 'orders');
    assert.equal(status, 2);
    assert.match(stderr, /not a folder|is a file/);
  });

  it('refuses a folder in place of a file of the project', () => {
    mkdirSync(join(project(), 'README.md'), { recursive: true });
    const { status, stderr } = run('scaffold', project(), '--on-conflict', 'replace');
    assert.equal(status, 2);
    assert.match(stderr, /README\.md in .*orders is a folder, and the project needs a file there/);
  });

  it('does not follow a link out of the folder', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(project());
    symlinkSync(elsewhere, join(project(), 'src'), 'dir');
    const { status, stderr } = run('scaffold', project());
    assert.equal(status, 2);
    assert.match(stderr, /src in .*orders is a link\. What it leads to might be outside of the project/);
    assert.deepEqual(filesIn(elsewhere), []);
  });

  it('says so when the folder cannot be written, and leaves nothing behind', function () {
    if (process.platform === 'win32') return this.skip();
    chmodSync(folder, 0o555);
    // The administrator may write everywhere, so nobody does it instead.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const call = spawnSync(process.execPath, [cli, 'scaffold', project()], { encoding: 'utf8', ...nobody });
    chmodSync(folder, 0o755);
    if (call.error) return this.skip();
    assert.match(call.stderr, /Cannot write to .*: it is not allowed\. Nothing was changed\./);
    assert.equal(call.status, 2);
    assert.deepEqual(filesIn(folder), []);
  });

  it('leaves everything as it was when the disk is full half-way', function () {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    // A disk of a quarter of a megabyte: only the administrator of a Linux machine can make one.
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
    if (mounted.status !== 0) return this.skip();
    try {
      mkdirSync(join(disk, 'orders'));
      writeFileSync(join(disk, 'orders', 'notes.txt'), 'mine');
      const { status, stderr } = run('scaffold', join(disk, 'orders'));
      assert.match(stderr, /the disk is full\. Nothing was changed\./);
      assert.equal(status, 2);
      assert.deepEqual(filesIn(join(disk, 'orders')), ['notes.txt']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('lets one of two runs at once win, as a whole', async () => {
    const runs = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<{ status: number | null; stderr: string }>(resolve => {
            const child = spawn(process.execPath, [cli, 'scaffold', project()], {
              stdio: ['ignore', 'ignore', 'pipe'],
            });
            let stderr = '';
            child.stderr.on('data', chunk => (stderr += chunk));
            child.on('close', status => resolve({ status, stderr }));
          }),
      ),
    );
    assert.ok(runs.some(({ status }) => status === 0));
    for (const { status, stderr } of runs) {
      assert.ok(status === 0 || status === 2, String(status));
      if (status === 2) assert.match(stderr, /Another run|is there already|changed in the meantime/);
    }
    assert.deepEqual(readdirSync(folder), ['orders']);
    assert.equal(run('scaffold', project()).status, 0);
    assert.match(run('scaffold', project()).stdout, /as it should be already/);
  });

  it('promises with --dry-run nothing that it would refuse: a pipe or a file of many megabytes is not replaced', () => {
    run('scaffold', project());
    const readme = join(project(), 'README.md');
    const large = join(project(), 'package.json');
    for (const [file, put, reason] of [
      [readme, () => execFileSync('mkfifo', [readme]), 'README.md is neither a file nor a link'],
      [large, () => writeFileSync(large, Buffer.alloc(20_000_000)), 'package.json has more than 8 MB'],
    ] as const) {
      const before = readFileSync(file);
      rmSync(file);
      put();
      const call = ['scaffold', project(), '--trigger', 'queue', '--on-conflict', 'replace'];
      const [dry, real] = [run(...call, '--dry-run'), run(...call)];
      assert.deepEqual([dry.status, dry.stderr], [2, real.stderr]);
      assert.ok(dry.stderr.startsWith(reason), dry.stderr);
      const { stdout } = run('scaffold', project(), '--trigger', 'queue');
      assert.match(stdout, / \(was generated, and what is there now is no text\)/);
      rmSync(file);
      writeFileSync(file, before);
    }
  });

  it('takes back all of a choice when none of it is wanted, and refuses that where one is needed', () => {
    run('scaffold', project(), '--monitoring', 'cloudwatch', '--monitoring', 'xray');
    assert.equal(run('scaffold', project(), '--monitoring', 'none').status, 0);
    const { choices } = JSON.parse(readFileSync(join(project(), '.serverless-advisor.json'), 'utf8'));
    assert.deepEqual(choices.monitoring, []);
    const { status, stderr } = run('scaffold', project(), '--trigger', 'none');
    assert.deepEqual([status, /choose at least one/.test(stderr)], [2, true], stderr);
    const both = run('scaffold', project(), '--monitoring', 'none', '--monitoring', 'xray');
    assert.deepEqual([both.status, /choose none or xray, not both/.test(both.stderr)], [2, true], both.stderr);
  });

  it('says of what is to be taken back that it is not there, and refuses what is no option', () => {
    run('scaffold', project());
    const { status, stderr } = run('scaffold', project(), '--without', 'trigger:queue');
    assert.deepEqual(
      [status, stderr],
      [0, 'The project has no trigger:queue, so there is nothing of it to take back.\n'],
    );
    const more = run('scaffold', project(), '--without', 'trigger:http:foo');
    assert.deepEqual([more.status, more.stderr.includes('not "trigger:http')], [2, true]);
  });

  it('makes no project where others replace and remove what lies there', () => {
    for (const place of [
      '.git',
      'node_modules/orders',
      '.serverless-advisor-write/zz',
      '.serverless-advisor-new-1/project',
    ]) {
      const { status, stderr } = run('scaffold', join(folder, place));
      assert.deepEqual([status, /is no place for a project/.test(stderr)], [2, true], stderr);
    }
    assert.deepEqual(readdirSync(folder), []);
    mkdirSync(join(folder, 'node_modules', 'x'), { recursive: true });
    symlinkSync('node_modules', join(folder, 'link'));
    const inside = spawnSync(process.execPath, [cli, 'scaffold', 'orders'], {
      cwd: join(folder, 'node_modules', 'x'),
      encoding: 'utf8',
    });
    for (const { status, stderr } of [inside, run('scaffold', join(folder, 'link', 'orders'))])
      assert.deepEqual([status, /is no place for a project/.test(stderr)], [2, true], stderr);
    assert.equal(run('scaffold', `${folder}/node_modules/../orders`).status, 0);
  });

  it('refuses a damaged manifest rather than guessing', () => {
    run('scaffold', project());
    writeFileSync(join(project(), '.serverless-advisor.json'), '{');
    const { status, stderr } = run('scaffold', project(), '--trigger', 'queue');
    assert.equal(status, 2);
    assert.match(stderr, /\.serverless-advisor\.json is not JSON .*Restore it from version control/);
  });

  it('does not rename a project', () => {
    run('scaffold', project());
    const { status, stderr } = run('scaffold', project(), '--name', 'other');
    assert.equal(status, 2);
    assert.match(stderr, /is called "orders"/);
  });
});

describe('serverless-advisor options', () => {
  it('lists every choice with its options, for people and for scripts', () => {
    assert.match(run('options').stdout, /--iac {2}Which tool describes the infrastructure\?\n {4}sam /);
    const { choices } = JSON.parse(run('options', '--json').stdout);
    const monitoring = choices.find(({ id }: { id: string }) => id === 'monitoring');
    assert.equal(monitoring.kind, 'choices');
    assert.ok(monitoring.options.some(({ needs }: { needs?: { otherwise: string }[] }) => needs?.[0]?.otherwise));
  });
});
