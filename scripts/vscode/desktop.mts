/**
 * npm run test:desktop [-- --grep X]
 *
 * The suite of test/vscode/host in desktop VS Code. It is downloaded, so this runs where VS Code's update service can be reached: on
 * a contributor's own machine, and in hosted CI on Linux, macOS and Windows. VSCODE_VERSION chooses another than the latest stable one.
 *
 *   --grep X  the tests whose name has this in it
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../install.mjs';
import { bundleSuite } from './bundle.mjs';
import { stageExtension } from './extension.mjs';
import { testFolder } from './folder.mjs';
import { reportOn } from './report.mjs';

// With a space, as people have them; except on Windows, where what starts VS Code passes arguments through a shell unquoted.
const folder = mkdtempSync(path.join(tmpdir(), process.platform === 'win32' ? 'advisor-' : 'advisor '));
const workspace = path.join(folder, 'workspace');
const extension = path.join(folder, 'extension');
const tests = path.join(extension, 'tests', 'index.js');
const report = reportOn(path.join(folder, 'results.jsonl'), tests);
const grep = process.argv
  .slice(2)
  .flatMap((word, index, words) => (word === '--grep' ? (words[index + 1] ?? []) : []))[0];

cpSync(path.join(root, 'samples'), workspace, { recursive: true });
writeFileSync(path.join(folder, 'request.json'), JSON.stringify({ grep }));
stageExtension(extension);
await bundleSuite('host', tests);

let exitedWell = true;
try {
  await runTests({
    cachePath: testFolder,
    ...(process.env.VSCODE_VERSION ? { version: process.env.VSCODE_VERSION } : {}),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    // Data in the short temporary folder: a socket is made in it, whose path must not be long.
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--user-data-dir',
      path.join(folder, 'data'),
    ],
  });
} catch (error) {
  // Failed tests are in the report; anything else that went wrong is not.
  console.error(error instanceof Error ? error.message : error);
  exitedWell = false;
}
report.printNew();
const passed = report.printClosing();
rmSync(folder, { recursive: true, force: true });
process.exitCode = exitedWell && passed ? 0 : 1;
