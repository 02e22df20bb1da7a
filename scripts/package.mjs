// npm run package
//
// Builds, and packs what is shipped into serverless-advisor.vsix: what .vscodeignore lets through.
import { spawnSync } from 'node:child_process';
import { root } from './install.mjs';

// What the bundles need is in them, so no package goes along.
const args = ['package', '--no-dependencies', '--out', 'serverless-advisor.vsix'];
const { status, error } = spawnSync('vsce', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
if (error) throw error;
process.exitCode = status ?? 1;
