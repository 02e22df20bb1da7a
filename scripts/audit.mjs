// npm run audit
//
// Asks the registry for known weaknesses in the packages whose code we ship. What it finds fails; that it cannot be asked is said in a
// line and fails nothing, since it says nothing about us: some mirrors do not know the question.
import { spawnSync } from 'node:child_process';
import { npmCommand, root } from './install.mjs';

/** Until a registry that is silent counts as one that cannot be asked. */
const secondsAllowed = 120;

/**
 * @typedef {object} Weakness
 * @property {string} severity
 * @property {(string | { title: string, url: string })[]} via advisories, or packages that bring them
 * @property {string} range
 */

const { command, args, shell } = npmCommand(['audit', '--omit=dev', '--json', '--loglevel=error']);
const { status, stdout, stderr, error } = spawnSync(command, args, {
  cwd: root,
  encoding: 'utf8',
  shell,
  timeout: secondsAllowed * 1000,
});
const isSilent = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT';
if (error && !isSilent) throw new Error(`npm could not be started (${error.message}). Is it installed?`);
const answer = isSilent ? undefined : parse(stdout);

if (isSilent) cannotBeAsked(`no answer in ${secondsAllowed} seconds`);
// npm's own words for a registry that it does not reach, or that answers anything but a report; it says them unless it is
// told to be silent, as `npm run --silent` does.
else if (stderr.includes('audit endpoint returned an error')) cannotBeAsked(answer?.message ?? stderr.trim());
else if (answer?.metadata?.vulnerabilities === undefined) {
  console.error(`npm could not audit.\n${stdout}${stderr}`);
  process.exitCode = 1;
} else report(answer);

/** @param {string} reason */
function cannotBeAsked(reason) {
  console.log(`Known weaknesses: the registry cannot be asked here (${reason.split('\n')[0]}).`);
}

/** @param {{ vulnerabilities: Record<string, Weakness>, metadata: { vulnerabilities: { total: number }, dependencies: { prod: number } } }} answer */
function report({ vulnerabilities, metadata }) {
  const { total } = metadata.vulnerabilities;
  for (const [name, { severity, range, via }] of Object.entries(vulnerabilities)) {
    console.error(`${name} ${range}: ${severity}`);
    for (const cause of via)
      console.error(typeof cause === 'string' ? `  by ${cause}` : `  ${cause.title} (${cause.url})`);
  }
  // npm says nothing of its own when it has nothing to ask about.
  console.log(`Known weaknesses: ${total} in ${metadata.dependencies.prod} packages.`);
  if (total > 0 || status !== 0) process.exitCode = 1;
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
