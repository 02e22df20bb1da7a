import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printCatalogue } from '../../src/core/scaffold/catalogue.js';
import { smallCatalogue } from '../scaffold/small-catalogue.js';

const dist = join(__dirname, '..', '..', 'dist');
const calls = join(__dirname, 'calls.cjs');

/** A call to the file system, as calls.cjs writes it down. */
export interface Call {
  readonly number: number;
  readonly name: string;
  readonly paths: readonly string[];
}

/** Calls that change something on the disk, or that wait for it. Before any other, all is as before the next of these. */
export function changesSomething({ name, paths }: Call): boolean {
  if (name === 'openSync') return /^w|^a/.test(paths[1] ?? '');
  return /^(?:write|append|fsync|fdatasync|rename|link|symlink|unlink|rm|mkdir|rmdir|chmod|fchmod|chown|fchown|copy|cp|truncate|ftruncate|utimes)/i.test(
    name,
  );
}

const when = (answer: string, option: string) => ({ when: { answer, includes: [option] } });

/** Parts that can be added and taken away again, and a file that two of them write to. */
const parts = [
  {
    files: {
      'README.md': '# <% name %>\n\nWhat is in it:\n\n<!-- <% slot extras %> -->\n\nHow it is made.\n\nEnd.\n',
      'src/recipe.txt': 'Boil water.\n<% slot steps %>\nPour.\n',
    },
    values: { 'command-test': 'taste' },
  },
  {
    ...when('extra', 'milk'),
    files: { 'milk/kind.txt': 'whole\n' },
    slots: { 'README.md': { extras: '- milk' }, 'src/recipe.txt': { steps: 'Add milk.' } },
  },
  {
    ...when('extra', 'ice'),
    files: { 'cold/room/ice.txt': 'cubes\n', 'src/ice.txt': 'crushed\n' },
    slots: { 'README.md': { extras: '- ice' }, 'src/recipe.txt': { steps: 'Add ice.' } },
  },
  {
    ...when('extra', 'lemon'),
    files: { 'lemon.txt': 'a slice\n' },
    slots: { 'README.md': { extras: '- lemon' }, 'src/recipe.txt': { steps: 'Add lemon.' } },
  },
];

/** The command line with a small catalogue, so that a project is a few files and a run a tenth of a second. */
export class SmallProgram {
  private readonly cli: string;

  constructor(private readonly folder: string) {
    const program = join(folder, 'program');
    mkdirSync(program);
    this.cli = join(program, 'cli.js');
    copyFileSync(join(dist, 'cli.js'), this.cli);
    copyFileSync(join(dist, 'knowledge.json'), join(program, 'knowledge.json'));
    writeFileSync(join(program, 'scaffold.jsonl'), printCatalogue(smallCatalogue(parts)));
  }

  /** Runs it to its end. `does` is what happens before a call to the file system, by its number (calls.cjs); `person` runs it. */
  run(args: readonly string[], does: Record<string, string> = {}, person?: number) {
    const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, this.command(args), {
      encoding: 'utf8',
      cwd: this.folder,
      env: { ...process.env, ...does },
      ...(person === undefined ? {} : { uid: person, gid: person }),
    });
    if (error) throw error;
    return { status, signal, stdout, stderr };
  }

  /** The same for a shell, which runs it in its folder and prints nothing. */
  line(args: readonly string[]): string {
    const words = [process.execPath, this.cli, ...args].map(word => `'${word}'`);
    return `(cd '${this.folder}' && env -u CALL -u DO ${words.join(' ')} >/dev/null 2>&1)`;
  }

  /** Starts it, and gives what came of it. */
  start(args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, this.command(args), {
        cwd: this.folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let stderr = '';
      child.stderr.on('data', chunk => (stderr += chunk));
      child.on('error', reject);
      child.on('close', status => resolve({ status, stderr }));
    });
  }

  /** The calls of a run that goes well. */
  callsOf(args: readonly string[]): Call[] {
    const log = join(this.folder, 'calls.log');
    writeFileSync(log, '');
    const { status, stderr } = this.run(args, { CALLS_LOG: log });
    assert.equal(status, 0, stderr);
    return readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Call);
  }

  private command(args: readonly string[]): string[] {
    return ['--require', calls, this.cli, ...args];
  }
}

/** All that is in a folder: the texts of files by their paths, and folders as they are. */
export function treeOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map(entry => {
    const path = join(entry.parentPath, entry.name);
    const text = entry.isFile() ? readFileSync(path, 'utf8') : entry.isDirectory() ? '(folder)' : '(other)';
    return [path.slice(folder.length + 1), text] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
