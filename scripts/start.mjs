// npm start [-- --watch] [--port N] [--inspect PORT] [--language TAG] [--fresh] [--no-open]
//
// Builds the extension and opens VS Code with it, in a browser, on a copy of the samples. Ctrl+C ends it.
//
//   --watch         builds anew on each change, as `npm run watch` does; reload the window to see it
//   --port N        of the window's address; a free one unless given
//   --inspect PORT  where a debugger finds the window's extension host: 9229 with --watch, otherwise nowhere unless given
//   --language TAG  of the extension: qps-ploc shows what comes from no table (npm run pseudo); VS Code itself stays in English
//   --fresh         takes a new copy of the samples
//   --no-open       opens no browser; the address is printed
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { npm, root } from './install.mjs';

const { values: options } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    inspect: { type: 'string' },
    language: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
});
/** Where the extension host listens for a debugger; 0 for nowhere. */
const inspect = Number(options.inspect ?? (options.watch ? 9229 : 0));
try {
  if (options.watch) await (await import('./watching.mts')).keepBuilt(line => console.log(line));
  else npm(['run', 'build'], root);
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  // Loaded only now: in a fresh clone, what these need has just been installed.
  const { installServer, pageAddress, startServer } = await import('./vscode/server.mjs');
  const { linkExtension } = await import('./vscode/extension.mjs');
  const { openInUsersBrowser } = await import('./vscode/browser.mjs');
  const { testFolder } = await import('./vscode/folder.mjs');
  installServer();
  const { pseudoLanguage, writePseudo } = await import('./words/pseudo.mts');
  if (options.language === pseudoLanguage) await writePseudo(root);

  const home = path.join(testFolder, 'start');
  const workspace = path.join(home, 'workspace');
  if (options.fresh) rmSync(home, { recursive: true, force: true });
  if (!existsSync(workspace)) cpSync(path.join(root, 'samples'), workspace, { recursive: true });
  // Linked anew each time: the link's name has the version in it.
  const extensionsDir = path.join(home, 'extensions');
  rmSync(extensionsDir, { recursive: true, force: true });
  linkExtension(root, extensionsDir);

  const server = await startServer({
    port: Number(options.port),
    dataDir: path.join(home, 'server'),
    extensionsDir,
    inspect,
    ...(options.language === undefined ? {} : { language: options.language }),
    // The samples are ours, and a server cannot say beforehand that a folder is trusted: so it does not ask.
    settings: { 'security.workspace.trust.enabled': false },
  });
  const address = pageAddress(server, { workspace });
  console.log(`
Serverless Advisor runs in VS Code at

  ${address}

The folder is a copy of samples/: change what you like, --fresh makes a new one. After a change to the extension,
${options.watch ? 'reload the window' : '`npm run build` and reload the window; --watch builds by itself'}.${inspect > 0 ? ` A debugger finds its extension host on port ${inspect}.` : ''}
Ctrl+C ends it.
`);
  if (!options['no-open']) openInUsersBrowser(address);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => server.close().then(() => process.exit()));
  }
}
