// Preloaded into VS Code's server (node --import), whose extension hosts preload what it does: opens an extension host for a debugger.
// The server has an option for it, --inspect-extensions, but a built VS Code heeds it only with its test driver on, and such a window is
// not as users have it.
import inspector from 'node:inspector';

const port = Number(process.env.INSPECT_EXTENSION_HOST);
if (port > 0 && process.argv.includes('--type=extensionHost')) open();

/** A window that is loaded anew has a new host, which may be there before the old one has gone and given the port back. */
function open() {
  try {
    if (inspector.url() === undefined) inspector.open(port, '127.0.0.1');
  } catch {
    // Taken, which is looked at below.
  }
  if (inspector.url() === undefined) setTimeout(open, 500).unref();
}
