// Preloaded (node --require) into a run of the command line: numbers its calls to the file system, and does something before one of them.
//   CALLS_LOG=FILE      writes each call there, a line of JSON: its number, its name, its paths (an open file by its path)
//   CALL=N              before the call with this number
//   BIRTH=zero         looks at files say that they were made at 0, as where the file system keeps no such time
//   BIRTH=changed       looks at files say that they were made when they were changed last
//   UMASK=MODE         files and folders are made without these rights
//   DO=kill             the process is killed
//   DO=fail:CODE        the call fails with this code; one of the runtime (ERR_…) names no call of the system
//   DO=signal:NAME      the process gets this signal
//   DO=run:COMMAND      this command is run in a shell first; the call then goes on
const fs = require('node:fs');
const { execSync } = require('node:child_process');

const { appendFileSync, readlinkSync } = fs;
const { CALLS_LOG: log, CALL: wanted, DO: deed = '', BIRTH: birth } = process.env;
if (process.env.UMASK !== undefined) process.umask(Number.parseInt(process.env.UMASK, 8));
let count = 0;
let isBusy = false;

/** @param {unknown} place */
function pathOf(place) {
  try {
    if (typeof place === 'number') return readlinkSync(`/proc/self/fd/${place}`);
    const [, handle, rest = ''] = /^(\/proc\/self\/fd\/\d+)(\/.*)?$/.exec(String(place)) ?? [];
    return handle === undefined ? String(place) : readlinkSync(handle) + rest;
  } catch {
    return String(place);
  }
}

/**
 * @param {string} name
 * @param {unknown[]} args
 */
function before(name, args) {
  if (isBusy) return;
  isBusy = true;
  try {
    count += 1;
    const places = args.slice(0, 2).filter(arg => typeof arg === 'string' || typeof arg === 'number');
    if (log) appendFileSync(log, `${JSON.stringify({ number: count, name, paths: places.map(pathOf) })}\n`);
    if (String(count) !== wanted) return;
    const [what, ...rest] = deed.split(':');
    const detail = rest.join(':');
    if (what === 'kill') process.kill(process.pid, 'SIGKILL');
    if (what === 'signal') process.kill(process.pid, detail);
    if (what === 'run') execSync(detail, { stdio: 'ignore' });
    if (what === 'fail') {
      const error = Object.assign(new Error(`${detail}: made to fail`), { code: detail });
      throw detail.startsWith('ERR_') ? error : Object.assign(error, { syscall: name });
    }
  } finally {
    isBusy = false;
  }
}

/**
 * @param {string} name
 * @param {any} result
 */
function bornElse(name, result) {
  if (birth !== undefined && /^l?statSync$/.test(name) && result)
    result.birthtime = new Date(birth === 'zero' ? 0 : result.ctimeMs);
  return result;
}

/** @param {Record<string, any>} functions */
function wrapAll(functions, /** @type {(name: string) => boolean} */ isOne) {
  for (const [name, original] of Object.entries(functions))
    if (typeof original === 'function' && isOne(name))
      functions[name] = Object.assign(
        /** @param {unknown[]} args */ (...args) => {
          before(name, args);
          return bornElse(name, original.apply(functions, args));
        },
        original,
      );
}

wrapAll(fs, name => name.endsWith('Sync'));
wrapAll(fs.promises, () => true);
