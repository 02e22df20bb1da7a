// Preloaded into VS Code's server (node --import), whose extension hosts preload what it does: opens an extension host for a debugger.
// The server has an option for it, --inspect-extensions, but a built VS Code heeds it only with its test driver on, and such a window is
// not as users have it.
import inspector from 'node:inspector';

const port = Number(process.env.INSPECT_EXTENSION_HOST);
// Not waited for: a window is there also where the port cannot be had.
if (port > 0 && process.argv.includes('--type=extensionHost')) void open();

async function open() {
  tryToOpen();
  if (inspector.url() !== undefined) return;
  // A window that is loaded anew has a new host, while its old one waits for hours, in case the window comes back.
  await askForThePort().catch(() => undefined);
  tryToOpen();
  if (inspector.url() === undefined) setTimeout(open, 1000).unref();
}

function tryToOpen() {
  try {
    inspector.open(port, '127.0.0.1');
  } catch {
    // Another process listens there.
  }
}

/** Has another extension host of this server close its inspector; any other process is left alone. */
async function askForThePort() {
  const answer = await fetch(`http://127.0.0.1:${port}/json`, { signal: AbortSignal.timeout(2000) });
  const [target] = await answer.json();
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const closed = new Promise(resolve => {
    socket.onclose = resolve;
    socket.onmessage = () => socket.close();
    socket.onerror = () => socket.close();
  });
  const expression = `process.env.INSPECT_EXTENSION_HOST === '${port}' && process.getBuiltinModule('node:inspector').close()`;
  socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
  await closed;
}
