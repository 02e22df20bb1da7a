/** Runs commands for checks with real tools: with a time limit, and with everything they say kept for a failure. */
import { spawn } from 'node:child_process';

export interface Outcome {
  readonly passed: boolean;
  readonly output: string;
  /** It could not be done here, which says nothing about the project. */
  readonly isUnavailable?: boolean;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Seconds until it is stuck. */
  readonly limit?: number;
}

/** Runs lines in bash, which stops at the first that fails. */
export function runLines(lines: string, { cwd, env = {}, limit = 300 }: RunOptions): Promise<Outcome> {
  return new Promise(resolve => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', lines], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    const timer = setTimeout(() => {
      output += `\nStopped after ${limit} seconds.`;
      stop(child.pid);
    }, limit * 1000);
    child.on('error', error => (output += error.message));
    child.on('close', code => {
      clearTimeout(timer);
      resolve({ passed: code === 0, output });
    });
  });
}

/** Starts a server, waits until `isUp`, does something with it, and stops it with everything it started. */
export async function withServer(
  line: string,
  { cwd, env = {}, limit = 60 }: RunOptions,
  isUp: () => Promise<boolean>,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const child = spawn('bash', ['-c', line], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let isOver = false;
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  child.on('close', () => (isOver = true));
  try {
    for (const end = Date.now() + limit * 1000; !(await isUp()); await pause(200))
      if (isOver || Date.now() > end) return { passed: false, output: `The server did not come up.\n${output}` };
    const outcome = await act();
    return outcome.passed ? outcome : { passed: false, output: `${outcome.output}\n${output}` };
  } finally {
    stop(child.pid);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Ends a process with all that it has started. */
function stop(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
