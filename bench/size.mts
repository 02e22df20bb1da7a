/** `tsx bench/size.mts`: the size of what is shipped, file by file and as a package. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'size-'));
const vsix = join(folder, 'serverless-advisor.vsix');
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: root, stdio: 'ignore' });
for (const name of readdirSync(join(root, 'dist')).sort()) {
  const bytes = readFileSync(join(root, 'dist', name));
  console.log(`dist/${name.padEnd(30)} ${kilobytes(bytes.length)}  ${kilobytes(gzipSync(bytes).length)} compressed`);
}
console.log(`${'serverless-advisor.vsix'.padEnd(35)} ${kilobytes(statSync(vsix).size)}`);
rmSync(folder, { recursive: true });

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
