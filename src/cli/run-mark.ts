import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hashOf } from '../core/scaffold/manifest';

/*
 * The mark of a run: a name for files and folders of its own that says whose they are. Anybody who finds one can tell whether the run
 * may still be alive, without reading anything: `4711-8823423-9f3c2a1b4d5e6f70` is the process, when it began, and the machine.
 */

/** A mark older than this whose run cannot be looked for is of a run that is over: a run takes a moment. In milliseconds. */
const longestRun = 30_000;

const pattern = /^([1-9]\d{0,9})-(\d{1,20})-([0-9a-f]{16})$/;

/** The mark of this run. */
export function ownMark(): string {
  // Where the system does not say when a process began, the time of the first call makes the mark one of its kind.
  began ??= beginOf(process.pid) ?? String(Date.now());
  return `${process.pid}-${began}-${thisMachine()}`;
}

let began: string | undefined;

/** Whether a name is the mark of a run. */
export function isMark(name: string): boolean {
  return pattern.test(name);
}

/** The process that a mark names. */
export function processOf(mark: string): string {
  return pattern.exec(mark)?.[1] ?? '';
}

/**
 * Whether the run of a mark may be alive; `made` is when the mark was made, in milliseconds. On this machine its process is looked for,
 * and where that is not possible or not enough, the time decides: a clock that says something else by more than a run takes is no proof.
 */
export function mayBeAlive(mark: string, made: number): boolean {
  const [, process = '', begin = '', machine = ''] = pattern.exec(mark) ?? [];
  const isRecent = Math.abs(Date.now() - made) < longestRun;
  if (machine !== thisMachine()) return isRecent;
  if (!isThere(Number(process))) return false;
  const found = beginOf(Number(process));
  return found === undefined ? isRecent : found === begin;
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
