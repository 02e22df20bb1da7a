/*
 * The mark of a run: a name for files of its own that says whose they are. `4711-8823423-9f3c2a1b4d5e6f70` is the process, when it began,
 * and the machine.
 */

/** A mark that was not renewed for so long is of a run that is over, where that run cannot be looked for. In milliseconds. */
export const longestRun = 30_000;

/** How often a run renews its mark while it lasts, in milliseconds: a few times before others take it for dead. */
export const renewal = 6_000;

const pattern = /^([1-9]\d{0,9})-(\d{1,20})-([0-9a-f]{16})$/;

export interface Mark {
  /** The number of the process. */
  readonly process: string;
  /** When it began, by whatever clock its machine has for that. */
  readonly began: string;
  /** Sixteen hexadecimal digits by which a machine is known again. */
  readonly machine: string;
}

export function printMark({ process, began, machine }: Mark): string {
  return `${process}-${began}-${machine}`;
}

/** A mark from its name; nothing when it is not one. */
export function parseMark(name: string): Mark | undefined {
  const [, process, began, machine] = pattern.exec(name) ?? [];
  return process === undefined || began === undefined || machine === undefined
    ? undefined
    : { process, began, machine };
}
