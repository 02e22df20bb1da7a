// Runs tests in a process that stays warm: what is asked for is loaded anew, packages are not. A changed source is changed as it is loaded.
import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { mock } from 'node:test';
import { transformSync } from 'esbuild';
import type { Outcome, Task } from './messages.mts';

/** As much of Node's loader as is put in place of its own; it names none of this in its types. */
interface Loader {
  readonly _extensions: Record<string, (module: { _compile(code: string, file: string): void }, file: string) => void>;
  _resolveFilename(name: string, parent: { filename?: string | null } | undefined, ...rest: unknown[]): string;
}

const root = path.resolve(import.meta.dirname, '..', '..');
const require = createRequire(path.join(root, 'package.json'));
const loader = Module as unknown as Loader;
const ends = ['.ts', '.tsx', '.mts'];
let changed: Task['changed'];

/** What a source is when types are taken away, by its file; it is the same each time but for the changed one. */
const codes = new Map<string, string>();

function codeOf(file: string): string {
  const known = codes.get(file);
  if (known !== undefined) return known;
  const code = compile(readFileSync(file, 'utf8'), file);
  codes.set(file, code);
  return code;
}

function compile(text: string, file: string): string {
  const { code } = transformSync(text, {
    loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
    format: 'cjs',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    supported: { 'dynamic-import': false },
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      'import.meta.url': '__fileUrl',
    },
    logLevel: 'silent',
  });
  return code.includes('__fileUrl')
    ? `const __fileUrl = require('node:url').pathToFileURL(__filename).href;${code}`
    : code;
}

for (const end of ends)
  loader._extensions[end] = (module, file) =>
    module._compile(
      changed && path.resolve(root, changed.file) === file ? compile(changed.text, file) : codeOf(file),
      file,
    );

const resolve = loader._resolveFilename;
loader._resolveFilename = function (name, parent, ...rest) {
  if (name.startsWith('.') && parent?.filename && !parent.filename.includes('node_modules')) {
    const place = path.resolve(path.dirname(parent.filename), name);
    const found = [place, ...ends.flatMap(end => [place + end, place.replace(/\.m?js$/, end)])].find(isFile);
    if (found !== undefined) return found;
  }
  return resolve.call(this, name, parent, ...rest);
};

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Forgets everything of ours that was loaded, and what tests may have left behind. */
function forget(): void {
  mock.timers.reset();
  for (const file of Object.keys(require.cache)) if (!file.includes('node_modules')) delete require.cache[file];
  // What stays would keep what it has loaded.
  for (const stays of Object.values(require.cache)) stays?.children.splice(0);
}

async function run({ tests, seed, changed: source }: Task): Promise<Outcome> {
  const started = performance.now();
  const before = process.cpuUsage();
  forget();
  changed = source;
  const Mocha: typeof import('mocha') = require('mocha');
  const fastCheck: typeof import('fast-check') = require('fast-check');
  fastCheck.configureGlobal({ seed });
  let failure: string | undefined;
  // One after another, since most changes are noticed by the first.
  for (const test of tests) failure ??= await firstFailure(Mocha, test);
  const { user, system } = process.cpuUsage(before);
  const times = { took: performance.now() - started, computed: (user + system) / 1000 };
  return failure === undefined ? times : { ...times, failure };
}

/** The first test of a file that fails, and why. */
async function firstFailure(Mocha: typeof import('mocha'), file: string): Promise<string | undefined> {
  let failure: string | undefined;
  const mocha = new Mocha({ bail: true, timeout: 20_000, reporter: class {} as never });
  mocha.addFile(path.join(root, file));
  try {
    await new Promise<void>(resolve => {
      mocha
        .run(() => resolve())
        .on('fail', (test, error: Error) => {
          failure ??= `${test.fullTitle()}: ${String(error.message).split('\n')[0]}`;
        });
    });
    mocha.dispose();
  } catch (error) {
    // It could not be loaded.
    failure = error instanceof Error ? error.message : String(error);
  }
  return failure;
}

// What a mutant leaves behind must not end the process in which the next one runs.
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => void run(task).then(outcome => process.send?.(outcome)));
process.send?.('ready');
