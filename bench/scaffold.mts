/**
 * How long a complete project takes as a whole process, beside `osls create` from a template that lies on the disk, and `sam init` where
 * it is installed. The other two copy a handful of files; ours plans and writes some eighty. Target: ten times faster than osls.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runs = 15;
const oslsVersion = '4.3.1';
const home = mkdtempSync(join(tmpdir(), 'bench-scaffold-'));
const tools = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'serverless-advisor-bench');
const osls = join(tools, 'node_modules', 'osls', 'bin', 'serverless.js');
const template = join(home, 'template');

interface Row {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What the command writes to, by its run. */
  readonly target: (run: number) => string;
}

prepareOsls();
const rows: Row[] = [
  {
    name: 'serverless-advisor scaffold',
    command: [process.execPath, join(root, 'dist', 'cli.js'), 'scaffold', '%', '--name', 'orders'],
    target: run => join(home, `advisor-${run}`),
  },
  {
    name: 'the same, all triggers, Terraform',
    command: [
      process.execPath,
      join(root, 'dist', 'cli.js'),
      ...[
        'scaffold',
        '%',
        '--name',
        'orders',
        '--iac',
        'terraform',
        '--secrets',
        'secrets-manager',
        '--flags',
        'openfeature',
      ],
      ...['http', 'schedule', 'queue', 'object', 'stream', 'events'].flatMap(trigger => ['--trigger', trigger]),
    ],
    target: run => join(home, `advisor-all-${run}`),
  },
  {
    name: `osls create ${oslsVersion}`,
    command: [process.execPath, osls, 'create', '--template-path', template, '--path', '%'],
    target: run => join(home, `osls-${run}`),
  },
];
const sam = spawnSync('sam', ['--version'], { encoding: 'utf8' });
if (sam.status === 0) {
  const cookie = join(home, 'cookiecutter');
  mkdirSync(join(cookie, '{{cookiecutter.project_name}}'), { recursive: true });
  writeFileSync(join(cookie, 'cookiecutter.json'), '{"project_name": "orders"}');
  cpSync(template, join(cookie, '{{cookiecutter.project_name}}'), { recursive: true });
  rows.push({
    name: `sam init (${sam.stdout.trim()})`,
    command: ['sam', 'init', '--no-interactive', '--location', cookie, '--name', 'orders', '--output-dir', '%'],
    target: run => join(home, `sam-${run}`),
  });
}

console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, median of ${runs} runs`);
const medians = rows.map(row => {
  const times: number[] = [];
  let files = 0;
  for (let run = 0; run < runs; run += 1) {
    const target = row.target(run);
    const [program, ...args] = row.command.map(part => (part === '%' ? target : part));
    const started = performance.now();
    execFileSync(program ?? '', args, {
      stdio: 'pipe',
      cwd: home,
      env: { ...process.env, SLS_TELEMETRY_DISABLED: '1', SAM_CLI_TELEMETRY: '0' },
    });
    times.push(performance.now() - started);
    files = readdirSync(target, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length;
  }
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  console.log(`${row.name.padEnd(36)}${median.toFixed(0).padStart(6)} ms${String(files).padStart(6)} files`);
  return median;
});
const [ours = 1, , theirs = 0] = medians;
console.log(`osls create takes ${(theirs / ours).toFixed(1)} times as long (target: 10).`);
rmSync(home, { recursive: true, force: true });

function prepareOsls(): void {
  mkdirSync(template, { recursive: true });
  writeFileSync(
    join(template, 'serverless.yml'),
    'service: orders\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n  hello:\n    handler: handler.hello\n',
  );
  writeFileSync(join(template, 'handler.js'), 'exports.hello = async () => ({ statusCode: 200 });\n');
  if (existsSync(osls)) return;
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies: { osls: oslsVersion } }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: tools, stdio: 'pipe' });
}
