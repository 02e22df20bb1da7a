// npm run --silent advisor -- assess FILE | scaffold DIR | options
//
// The command line from a clone. Installs and builds first when it has to, telling of it on standard error, so that the output can
// be piped. Once it is built, --help is answered by the command line itself.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { headOf } from './head.mjs';
import { ensureInstalled, npm, root } from './install.mjs';

const cli = path.join(root, 'dist', 'cli.js');
if (!existsSync(cli)) {
  if (process.argv.includes('--help')) {
    console.log(headOf(fileURLToPath(import.meta.url)));
    process.exit();
  }
  try {
    ensureInstalled();
    npm(['run', 'build'], root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
