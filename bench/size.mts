/**
 * `npm run bench -- --only size [--json]`: the size of what is shipped, as it stands in dist: each file, and the package of all. Targets: the
 * package at most 700 kB; the guide's page, whose script loads no other, at most 110 kB. A size beyond its target ends with 1.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { shippedFiles } from '../scripts/vscode/extension.mjs';

interface Size {
  readonly file: string;
  readonly bytes: number;
  /** As it is packed; nothing for the package itself. */
  readonly compressed?: number;
  /** At most so many bytes are wanted. */
  readonly target?: number;
}

const targets: Readonly<Record<string, number>> = {
  'dist/extension.js': 6000,
  'dist/guide.js': 110_000,
  'serverless-advisor.vsix': 700_000,
};

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const sizes = [
  ...shippedFiles()
    .filter(file => file.startsWith('dist/'))
    .map(sizeOf),
  sizeOfPackage(),
];
if (options.json) console.log(JSON.stringify(sizes, null, 2));
else for (const size of sizes) console.log(lineOf(size));
if (sizes.some(({ bytes, target = bytes }) => bytes > target)) process.exitCode = 1;

function sizeOf(file: string): Size {
  const bytes = readFileSync(join(root, file));
  return {
    file,
    bytes: bytes.length,
    compressed: deflateRawSync(bytes, { level: 9 }).length,
    ...(targets[file] ? { target: targets[file] } : {}),
  };
}

function sizeOfPackage(): Size {
  const file = 'serverless-advisor.vsix';
  const folder = mkdtempSync(join(tmpdir(), 'size-'));
  try {
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    const out = join(folder, file);
    execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', out], {
      cwd: root,
      stdio: 'ignore',
    });
    return { file, bytes: statSync(out).size, ...(targets[file] ? { target: targets[file] } : {}) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lineOf({ file, bytes, compressed, target }: Size): string {
  const packed = compressed === undefined ? '' : `, ${kilobytes(compressed)} compressed`;
  return `${file.padEnd(32)} ${kilobytes(bytes)}${packed}${target === undefined ? '' : `, at most ${kilobytes(target)}`}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
