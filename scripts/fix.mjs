// npm run fix
//
// Formats, sorts imports and mends what lint can mend without changing what anything does. What is left, `npm run check` says.
import { spawnSync } from 'node:child_process';
import { root } from './install.mjs';

const { status, error } = spawnSync('biome', ['check', '--write', '--diagnostic-level=warn', '.'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (error) throw error;
process.exitCode = status ?? 1;
