import type * as vscode from 'vscode';
import { binary } from '../../core/scaffold/folder';
import { isTorn } from '../../core/scaffold/journal';
import { logFailure } from '../ui/log';
import { Changed, isSame, putBytes } from './file-bytes';
import { fileIn } from './place';
import { readBytes } from './project-folder';
import type { PreparedStep } from './write-journal';

/** What our saves made of files by their paths: a formatter may have had its say. */
export type Saved = Map<string, Uint8Array>;

/** Whether what is at the path of a step may be written over: all of it is in the journal, or a save of ours made it of what is. */
export function isOurs({ path, before, after }: PreparedStep, saved: Saved): (now: Uint8Array | undefined) => boolean {
  return now =>
    isSame(now, before) ||
    isSame(now, after) ||
    (now !== undefined && (isSame(now, saved.get(path)) || isTorn(now, after, before)));
}

/** The steps whose files are not on the disk as they should be. A formatter may have had its say when they were saved. */
export async function stepsLeft(root: vscode.Uri, steps: readonly PreparedStep[]): Promise<PreparedStep[]> {
  // All at once: each look at the disk is a message to the window and back.
  const isDone = await Promise.all(
    steps.map(async ({ path, after }) => {
      const now = await readBytes(fileIn(root, path));
      return now !== binary && isSame(now, after);
    }),
  );
  return steps.filter((_step, index) => !isDone[index]);
}

/**
 * The file that stopped a write, of those that are left, by the order in which VS Code goes about it: files are made, then others deleted,
 * and what was edited is saved at the end.
 */
export function firstInTurn(left: readonly PreparedStep[]): string | undefined {
  const turn = ({ before, after }: PreparedStep): number => (!before ? 0 : after ? 2 : 1);
  return [...left].sort((a, b) => turn(a) - turn(b))[0]?.path;
}

/** Brings back what was there before; `mayGoOn` is asked before each file, and throws what ends it. Gives the paths where that did not work, and those where something is by now that is not ours. */
export async function putBack(
  root: vscode.Uri,
  steps: readonly PreparedStep[],
  saved: Saved,
  mayGoOn: () => Promise<void>,
): Promise<{ readonly left: string[]; readonly others: string[] }> {
  const left: string[] = [];
  const others: string[] = [];
  for (const step of [...steps].reverse()) {
    await mayGoOn();
    try {
      await putBytes(root, step.path, step.before, isOurs(step, saved), step.after);
    } catch (error) {
      logFailure('A file could not be put back', error, fileIn(root, step.path));
      (error instanceof Changed ? others : left).unshift(step.path);
    }
  }
  return { left, others };
}
