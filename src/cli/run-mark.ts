import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hashOf } from '../core/scaffold/manifest';
import { longestRun, type Mark, printMark } from '../core/scaffold/run-mark';

/** The mark of this run. */
export function ownMark(): string {
  // Where the system does not say when a process began, the time of the first call makes the mark one of its kind.
  began ??= beginOf(process.pid) ?? String(Date.now());
  return printMark({ process: String(process.pid), began, machine: thisMachine() });
}

let began: string | undefined;

/**
 * Whether the run of a mark may be alive; `renewed` is when the mark was made or renewed last, in milliseconds. On this machine its
 * process is looked for; one that is there is the run's own, unless the system says that it began at another time. For other machines
 * the time decides: a clock that says something else by more than `longestRun` is no proof.
 */
export function mayBeAlive({ process, began, machine }: Mark, renewed: number): boolean {
  if (machine !== thisMachine()) return Math.abs(Date.now() - renewed) < longestRun;
  return isThere(Number(process)) && (beginOf(Number(process)) ?? began) === began;
}

function isThere(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in ticks since the machine did; only Linux says so. A number that is given again begins at another time. */
function beginOf(process_: number): string | undefined {
  // The name of the program comes before, in brackets, and may hold anything. Source: proc_pid_stat(5), field 22.
  return read(`/proc/${process_}/stat`)?.replace(/^.*\)/s, '').split(' ')[20];
}

/** The machine since it was started, and on Linux the space in which processes have their numbers: a container has one of its own. */
function thisMachine(): string {
  machine ??= hashOf([hostname(), read('/proc/sys/kernel/random/boot_id') ?? '', processSpace()].join('\n'));
  return machine;
}

let machine: string | undefined;

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function read(path: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
