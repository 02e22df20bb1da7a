// node scripts/run.mjs [--build] FILE …
//
// How package.json runs its scripts: whatever FILE is asked, --help prints the comment at its head and does nothing else.
// Otherwise the packages are installed when they have to be, with --build the extension is built, and FILE gets the rest of the words.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { headOf } from './head.mjs';
import { ensureInstalled, npm, projectNode, root } from './install.mjs';

const words = process.argv.slice(2);
const needsBuild = words[0] === '--build';
const [file = '', ...args] = needsBuild ? words.slice(1) : words;
if (args.includes('--help') || args.includes('-h')) console.log(headOf(path.join(root, file)));
else {
  try {
    ensureInstalled();
    if (needsBuild) npm(['run', 'build'], root);
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Runs the script on the project's own Node, which reads TypeScript through tsx; it ends as the script ends. */
function run() {
  const child = spawn(projectNode(), ['--import', 'tsx', file, ...args], { cwd: root, stdio: 'inherit' });
  // A terminal sends Ctrl+C to both, and the script knows how to end.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 1;
      if (signal !== null) console.error(`${file} was ended by ${signal}.`);
      resolve(undefined);
    });
  });
}
