import { setImmediate as nextTurn } from 'node:timers/promises';
import { say } from './terminal';

/** What asks a program to end: Ctrl+C, a job that is cancelled, a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Holds signals back while something is done that takes a moment only, and ends by them afterwards, as if they had come then. What
 * cannot be held back, the next run mends (recovery.ts).
 */
export async function holdingSignals<T>(act: () => Promise<T>): Promise<T> {
  let received: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals): void => {
    received ??= signal;
  };
  for (const signal of signals) process.on(signal, remember);
  try {
    return await act();
  } finally {
    // Those that came meanwhile are told in the next turn that begins: the one that is under way may be past its look for them.
    await nextTurn();
    await nextTurn();
    for (const signal of signals) process.off(signal, remember);
    if (received) endBy(received);
  }
}

function endBy(signal: NodeJS.Signals): void {
  say(`Ended by ${signal}. What had begun to be written was written to the end, or taken back as a whole.`);
  process.kill(process.pid, signal);
}
