import { isRecord } from '../language/record';
import { fnvOffset, fnvPrime } from './fnv';
import { manifestPath } from './manifest';
import { isInside } from './path';

/*
 * A write that can be finished or taken back by whoever comes next, wherever it was interrupted.
 *
 * In the project's folder, `.serverless-advisor-write/` holds for each step, by its number, the text to write (`0.new`) and what was
 * there before (`0.old`). When all of that is on the disk, the journal is put beside it, in one step. Only then are files of the project
 * touched, each so that its path holds the old or the new at every moment. When all are done and on the disk, the journal goes first,
 * then the rest. So without a journal nothing has begun, or all is done: what lies there is of no use to anybody.
 */

/** Everything that begins so is temporary, and of no use once no run is alive. What is kept is called otherwise. */
export const temporaryPrefix = '.serverless-advisor-';

/** Where a write is prepared, below the project's folder. */
export const writeName = `${temporaryPrefix}write`;

/** The folder in which runs say that they are writing, below the project's folder: one empty file for each. */
export const lockName = `${temporaryPrefix}lock`;

/** Within `writeName`: the journal, and its name while it is being written. */
export const journalName = 'journal.json';
export const unfinishedJournalName = 'journal.new';

/** Within `writeName`: the text to write in a step. */
export const stagedName = (step: number): string => `${step}.new`;

/** Within `writeName`: what was there before a step. */
export const asideName = (step: number): string => `${step}.old`;

/** Whether something in `writeName` is of our making, and may be removed when the write is over. */
export function isPreparation(name: string): boolean {
  return name === journalName || name === unfinishedJournalName || /^\d{1,5}\.(?:new|old)$/.test(name);
}

/** The path of the project's own folder, among those that a write had to make. */
export const ownFolder = '';

/** One file of a write. What is `undefined` is not there. */
export interface Step {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  /** The fingerprint of what was there. */
  readonly before: string | undefined;
  /** The fingerprint of what shall be there. */
  readonly after: string | undefined;
}

export interface Journal {
  /** In their order; the manifest is the last. */
  readonly steps: readonly Step[];
  /** The folders that had to be made, by their paths, each after the one that it is in; the project's own is `ownFolder`. */
  readonly folders: readonly string[];
  /**
   * When the folder in which it lies was made, in milliseconds since 1970, as the file system says. Nobody can write a journal for a
   * folder that is yet to be made, by a clone or a copy say: one that names another time comes from elsewhere. `unknownTime` where the
   * file system does not keep that.
   */
  readonly made: number;
}

/**
 * The time of making where a file system does not keep it. Systems answer so too: anybody could write that down beforehand, so that a
 * journal with it is never believed.
 */
export const unknownTime = 0;

/** No project has nearly as many files. */
const mostSteps = 5_000;

/** What a journal of `mostSteps` takes, in bytes; a longer one need not be read. */
export const longestJournal = 2_000_000;

const version = 1;

/** Of FNV-1a and, so that the second half is another one, of MurmurHash3's last step. */
const multipliers = [fnvPrime, 0x85ebca6b] as const;

/**
 * By which a content is known again: 64 bits and the length, over its bytes as they are. It tells old from new and from what someone
 * made of it since; it protects from nobody.
 */
export function fingerprintOf(bytes: Uint8Array): string {
  let first = fnvOffset;
  let second = ~first;
  for (const byte of bytes) {
    first = Math.imul(first ^ byte, multipliers[0]);
    second = Math.imul(second ^ byte, multipliers[1]);
    second ^= second >>> 13;
  }
  return `${[first, second].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')}-${bytes.length}`;
}

/** What is there and cannot be told: a folder, say, or a file that may not be read. It is neither the old nor the new. */
export const untold = '?';

export function printJournal({ steps, folders, made }: Journal): string {
  return `${JSON.stringify({ version, made, steps, folders })}\n`;
}

/**
 * A journal from its text, in a folder that was made at a time; nothing when it is not one. Anybody may have put the file there, in a
 * repository for instance: it is believed only in the folder that it was written in, and where a write of ours could have gone, and it
 * decides nothing but between the old and the new.
 */
export function parseJournal(text: string, made: number): Journal | undefined {
  if (text.length > longestJournal) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.version !== version) return undefined;
  if (!Number.isSafeInteger(made) || made <= unknownTime || value.made !== made) return undefined;
  const { steps, folders } = value;
  if (!isList(steps) || !steps.every(isStep)) return undefined;
  if (!isList(folders) || !folders.every(isFolder)) return undefined;
  if (new Set(steps.map(({ path }) => path)).size < steps.length) return undefined;
  return {
    steps: steps.map(({ path, before, after }) => ({ path, before, after })),
    folders,
    made,
  };
}

/** Whether a write of ours could have gone to a path: a file of the project, or the manifest. */
export function isWritable(path: string): boolean {
  return path === manifestPath || isInside(path);
}

/** What is found of a step: fingerprints, `untold`, or nothing where nothing is. */
export interface Found {
  /** At its path. */
  readonly now: string | undefined;
  /** In the text to write. */
  readonly staged: string | undefined;
  /** In what was put aside. */
  readonly aside: string | undefined;
  /** What is at its path is the beginning of one of the two (`isTorn`), left by a writer that does not replace a file in one step. */
  readonly isTorn?: boolean;
}

/**
 * Whether a content is what a writer leaves that was stopped within a file: the beginning of the text to write, or of what was there
 * before. All of it is in one of the two, so that nothing of anybody's is lost when it is written over.
 */
export function isTorn(now: Uint8Array, staged: Uint8Array | undefined, aside: Uint8Array | undefined): boolean {
  return [staged, aside].some(
    whole => whole !== undefined && now.length < whole.length && now.every((byte, index) => byte === whole[index]),
  );
}

/**
 * How to go on with a write that was interrupted:
 * - `finish`: do the steps that are left, in their order.
 * - `takeBack`: undo the steps that were done, the last first: put back what was put aside, or remove what is new; then the folders that
 *   were made, where they are empty. `changed` are paths that someone has changed since; where they are none of the steps to undo, they
 *   stay as they are.
 * - `stuck`: neither can be done, because what was put aside for these paths is no longer there, or no longer whole. Nothing may be removed
 *   before a person has looked.
 */
export type Recovery =
  | ({ readonly kind: 'finish' } & StepsToGo)
  | ({ readonly kind: 'takeBack'; readonly changed: readonly string[] } & StepsToGo)
  | { readonly kind: 'stuck'; readonly paths: readonly string[] };

/** Steps to do or to undo, by their numbers in the journal. */
export interface StepsToGo {
  /** In this order. */
  readonly steps: readonly number[];
  /** Those of them that were stopped within a file: what is there is neither the old nor the new, and may be written over. */
  readonly torn: readonly number[];
}

/** Decides from what is found of each step, in the order of the journal. Deciding again after any part of it was done comes to the same. */
export function decideRecovery(journal: Journal, found: readonly Found[]): Recovery {
  const isTornAt = journal.steps.map(({ before, after }, index) => {
    const { isTorn, now } = found[index] ?? nothingTold;
    return isTorn === true && now !== before && now !== after;
  });
  const torn = isTornAt.flatMap((isTorn, index) => (isTorn ? [index] : []));
  const told = (tornIs: 'before' | 'after'): Found[] =>
    journal.steps.map((step, index) => {
      const facts = found[index] ?? nothingTold;
      return isTornAt[index] ? { ...facts, now: step[tornIs] } : facts;
    });
  // What is torn is written anew, be it with the text to write or with what was there before.
  const recovery = decide(journal, told('before'), torn);
  return recovery.kind === 'finish' ? recovery : decide(journal, told('after'), torn);
}

function decide({ steps }: Journal, found: readonly Found[], torn: readonly number[]): Recovery {
  const facts = steps.map((step, index) => ({ ...factsOf(step, found[index] ?? nothingTold), index, path: step.path }));
  const changed = facts.filter(({ isChanged }) => isChanged).map(({ path }) => path);
  const left = facts.filter(({ place }) => place === 'old');
  if (changed.length === 0 && left.every(({ canDo }) => canDo))
    return { kind: 'finish', steps: left.map(({ index }) => index), torn };
  const done = facts.filter(({ place }) => place === 'new');
  const lost = done.filter(({ canUndo }) => !canUndo);
  if (lost.length > 0) return { kind: 'stuck', paths: lost.map(({ path }) => path) };
  return { kind: 'takeBack', steps: done.map(({ index }) => index).reverse(), torn, changed };
}

const nothingTold: Found = { now: untold, staged: undefined, aside: undefined };

function factsOf({ before, after }: Step, { now, staged, aside }: Found) {
  const place = now === after ? 'new' : now === before ? 'old' : 'other';
  const isAside = aside !== undefined && aside !== untold;
  const isOther = place === 'new' && before !== undefined && isAside && aside !== before;
  // What is put aside may be the very file that was there, and an editor that had it open may have saved into it. Whoever does that also
  // moves the text to write into its place; where that text is still there, both are copies, and one that is another is damaged.
  const isCopied = after !== undefined && staged !== undefined;
  const isSavedInto = isOther && !isCopied;
  return {
    place,
    isChanged: place === 'other' || isSavedInto,
    // Nothing is replaced that could not be put back.
    canDo: after === undefined || (staged === after && (before === undefined || aside === before)),
    canUndo: before === undefined || (isAside && !(isOther && isCopied)),
  } as const;
}

function isFolder(value: unknown): value is string {
  return typeof value === 'string' && (value === ownFolder || isWritable(value));
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value)) return false;
  const { path, before, after } = value;
  return (
    typeof path === 'string' &&
    isWritable(path) &&
    before !== after &&
    [before, after].every(
      print => print === undefined || (typeof print === 'string' && /^[0-9a-f]{16}-\d{1,10}$/.test(print)),
    )
  );
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length <= mostSteps;
}
