import * as vscode from 'vscode';
import type { Write } from '../../core/scaffold/changes';
import { binary, largestFile } from '../../core/scaffold/folder';
import { isWritable } from '../../core/scaffold/journal';
import { mostNamed } from '../../core/scaffold/path';
import { logFailure } from '../ui/log';
import { aboutLink, foldersOf, linkTo, removeEmpty, statOf } from './containment';
import { Changed, isSame, putBytes, sameLines, savedBytes, whole } from './file-bytes';
import { fileIn, pathIn, placeName } from './place';
import { dirtyDocument, readBytes, readFolder, textIn } from './project-folder';
import { clearPreparation, endJournal, type PreparedStep, preparationOf, prepareJournal } from './write-journal';
import { aboutLock, isStillHeld, lock, stillHeldOrStop, TakenOver, whileHeld } from './write-lock';
import { firstInTurn, isOurs, putBack, type Saved, stepsLeft } from './write-steps';

/**
 * What came of writing: the folders that had to be made, the deepest first, and what is left to do, as a sentence; the file that is no longer
 * as it was planned; why nothing was written, as a sentence; that another run took over and decides what becomes of it, as a sentence; or
 * what is half-written, as sentences, when it could not be put back.
 */
export type Written =
  | { readonly made: readonly vscode.Uri[]; readonly left?: string }
  | { readonly changed: string }
  | { readonly problem: string }
  | { readonly takenOver: string }
  | { readonly halfWritten: string };

/**
 * Writes everything as one undoable step, or nothing: when VS Code stops half-way, what was there is put back, and when it is killed, the
 * journal says to the next one what was to become of it. Files that exist are edited rather than made anew, because undoing that brings
 * their text back. Nothing is written through a link.
 */
export async function writeFolder(root: vscode.Uri, writes: readonly Write[]): Promise<Written> {
  const stray = writes.find(({ path }) => !isWritable(path));
  if (stray) throw new Error(`${stray.path} is no path of a project.`);
  const problem = await whyNot(root, writes);
  if (problem !== undefined) return { problem };
  const made = await missingFolders(root, writes);
  const written = await writeAlone(root, writes, made);
  if ('changed' in written || 'problem' in written) await removeEmpty(root, made);
  return written;
}

/** The same while nobody else writes to the project. The lock may have had to make its folder. */
async function writeAlone(root: vscode.Uri, writes: readonly Write[], made: readonly vscode.Uri[]): Promise<Written> {
  let unlock: Awaited<ReturnType<typeof lock>>;
  try {
    unlock = await lock(root);
  } catch (error) {
    return cannotPrepare(root, error);
  }
  if (!unlock) return { problem: aboutLock(root) };
  try {
    return await whileHeld(root, () => writeAll(root, writes, made));
  } catch (error) {
    if (error instanceof TakenOver) return { takenOver: error.message };
    throw error;
  } finally {
    await unlock();
  }
}

async function writeAll(root: vscode.Uri, writes: readonly Write[], made: readonly vscode.Uri[]): Promise<Written> {
  const changed = (await firstChanged(root, writes)) ?? (await saveAll(root, writes));
  if (changed !== undefined) return { changed };
  // Saving may have taken long.
  if (!(await isStillHeld(root))) return { problem: aboutLock(root) };
  const steps: PreparedStep[] = [];
  try {
    const prepared = await Promise.all(writes.map(write => stepFor(root, write)));
    const other = writes.find((_write, index) => !prepared[index]);
    if (other) return { changed: other.path };
    steps.push(...prepared.flatMap(step => step ?? []));
    await prepareJournal(root, steps, made.map(folder => pathIn(root, folder)).reverse());
  } catch (error) {
    await stillHeldOrStop(root);
    await clearPreparation(root).catch(() => undefined);
    return cannotPrepare(root, error);
  }
  const before = await whyNotNow(root, steps);
  await stillHeldOrStop(root);
  if (before) {
    await end(root);
    return before;
  }
  const saved: Saved = new Map();
  const stopped = await apply(root, writes, steps, saved);
  if (stopped === undefined) {
    const reason = await end(root);
    if (reason === undefined) return { made };
    const place = placeName(preparationOf(root));
    return {
      made,
      left: vscode.l10n.t('All was written, but {0} could not be removed: {1}. Remove it.', place, reason),
    };
  }
  // It may have failed because of what the other has done.
  await stillHeldOrStop(root);
  const { left, others } = await putBack(root, steps, saved, () => stillHeldOrStop(root));
  if (left.length > 0)
    return {
      halfWritten: vscode.l10n.t(
        '{0} What was there before could not be put back everywhere: {1}. It is kept in {2}.',
        stopped,
        left.slice(0, mostNamed).join(', '),
        placeName(preparationOf(root)),
      ),
    };
  const reason = await end(root);
  const sentences = [
    others.length > 0
      ? vscode.l10n.t(
          '{0} Everything else was put back as it was. Changed since, and left as it is: {1}.',
          stopped,
          others.slice(0, mostNamed).join(', '),
        )
      : vscode.l10n.t('{0} Everything was put back as it was.', stopped),
    ...(reason === undefined
      ? []
      : [vscode.l10n.t('{0} could not be removed: {1}. Remove it.', placeName(preparationOf(root)), reason)]),
  ];
  return { problem: sentences.join(' ') };
}

/**
 * Puts the journal away. Gives why that was not possible: what was decided by then stands all the same. Whoever has taken over finds all
 * done, and puts it away.
 */
async function end(root: vscode.Uri): Promise<string | undefined> {
  try {
    await whileHeld(root, () => endJournal(root));
    return undefined;
  } catch (error) {
    if (error instanceof TakenOver) return undefined;
    logFailure('What a write had prepared could not be removed', error, root);
    return error instanceof Error ? error.message : String(error);
  }
}

/** What keeps a write from going on when all is prepared, which took a while: a link, or a file that someone has changed. */
async function whyNotNow(root: vscode.Uri, steps: readonly PreparedStep[]): Promise<Written | undefined> {
  const link = await linkTo(
    root,
    steps.map(({ path }) => path),
  );
  if (link) return { problem: aboutLink(link) };
  const isAsItWas = await Promise.all(
    steps.map(async ({ path, before }) => {
      const file = fileIn(root, path);
      const now = await readBytes(file);
      return now !== binary && isSame(now, before) && !dirtyDocument(file);
    }),
  );
  const other = steps.find((_step, index) => !isAsItWas[index]);
  return other && { changed: other.path };
}

function cannotPrepare(root: vscode.Uri, error: unknown): Written {
  logFailure('A write could not be prepared', error, root);
  const reason = error instanceof Error ? error.message : String(error);
  return { problem: vscode.l10n.t('{0} could not be prepared: {1}', placeName(root), reason) };
}

/** What keeps a write from being begun, as a sentence. */
async function whyNot(root: vscode.Uri, writes: readonly Write[]): Promise<string | undefined> {
  const link = await linkTo(
    root,
    writes.map(({ path }) => path),
  );
  if (link) return aboutLink(link);
  if (vscode.workspace.fs.isWritableFileSystem(root.scheme) === false)
    return vscode.l10n.t('{0} can only be read.', placeName(root));
  const folders = foldersFor(root, writes);
  const foundFolders = await Promise.all(folders.map(statOf));
  for (const [index, folder] of folders.entries()) {
    const found = foundFolders[index];
    if (found && (found.type & vscode.FileType.Directory) === 0)
      return vscode.l10n.t('{0} is a file, and the project needs a folder there.', nameIn(root, folder));
  }
  const foundFiles = await Promise.all(writes.map(({ path }) => statOf(fileIn(root, path))));
  for (const [index, { path }] of writes.entries()) {
    const found = foundFiles[index];
    if (found && found.type !== vscode.FileType.File)
      return vscode.l10n.t('{0} is a folder, and the project needs a file there.', path);
    if (found && found.size > largestFile)
      return vscode.l10n.t('{0} is too large to be read, and so to be brought back: move it away first.', path);
  }
  return undefined;
}

/** The first file that is no longer as it was when the plan was made. */
async function firstChanged(root: vscode.Uri, writes: readonly Write[]): Promise<string | undefined> {
  const now = await readFolder(
    root,
    writes.map(({ path }) => path),
  );
  return writes.find(({ path, before }) => !isAsPlanned(now.get(path), before))?.path;
}

function isAsPlanned(now: Write['before'], before: Write['before']): boolean {
  return typeof now === 'string' && typeof before === 'string' ? sameLines(now, before) : now === before;
}

/**
 * Saves what editors hold of the files: it is in the plan as they hold it, and only what is on the disk can be brought back from there.
 * Gives the first file that saving has made another one, as a formatter does.
 */
async function saveAll(root: vscode.Uri, writes: readonly Write[]): Promise<string | undefined> {
  const open = writes.flatMap(({ path }) => dirtyDocument(fileIn(root, path)) ?? []);
  if (open.length === 0) return undefined;
  for (const document of open) await document.save();
  return firstChanged(root, writes);
}

/** A write as bytes, with the line ends and the byte order mark of the file that is there; nothing when that is not the plan's. */
async function stepFor(root: vscode.Uri, { path, text, before }: Write): Promise<PreparedStep | undefined> {
  const bytes = await readBytes(fileIn(root, path));
  if (bytes === binary) throw new Error(vscode.l10n.t('{0} cannot be read.', path));
  if (!isAsPlanned(bytes && textIn(bytes), before)) return undefined;
  if (text === undefined) return { path, before: bytes, after: undefined };
  const usesCrLf = typeof before === 'string' && before.includes('\r\n');
  const hasMark = typeof before === 'string' && bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const lines = usesCrLf ? text.replaceAll(/\r?\n/g, '\r\n') : text;
  return { path, before: bytes, after: new TextEncoder().encode(hasMark ? `\uFEFF${lines}` : lines) };
}

/** Writes what is prepared. Gives what stopped it, as a sentence; nothing when all is as it should be. */
async function apply(
  root: vscode.Uri,
  writes: readonly Write[],
  steps: readonly PreparedStep[],
  saved: Saved,
): Promise<string | undefined> {
  const paths = steps.map(({ path }) => path);
  let failure: unknown;
  try {
    if (await applyWrites(root, writes, saved))
      for (const step of await stepsLeft(root, steps)) {
        await stillHeldOrStop(root);
        await putBytes(root, step.path, step.after, isOurs(step, saved));
      }
  } catch (error) {
    logFailure('A project could not be written', error, root);
    failure = error;
  }
  // One may have come in between: then what was written is not where it was meant to be.
  const late = await linkTo(root, paths);
  if (late) return aboutLink(late);
  if (failure instanceof Changed) return failure.message;
  const missing = firstInTurn(await stepsLeft(root, steps));
  if (missing === undefined && failure === undefined) return undefined;
  return vscode.l10n.t(
    '{0} could not be written. Is {1} a folder that you may write to, with room left?',
    missing ?? placeName(root),
    placeName(root),
  );
}

async function applyWrites(root: vscode.Uri, writes: readonly Write[], ours: Saved): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  // What is most likely to fail comes first, so that little has to be put back.
  for (const { path, text, before } of writes)
    if (text !== undefined && typeof before !== 'string') {
      const contents = new TextEncoder().encode(text);
      edit.createFile(fileIn(root, path), { contents, overwrite: before === binary });
    }
  const edited: vscode.Uri[] = [];
  const save = async (path: string): Promise<boolean> => {
    const document = await vscode.workspace.openTextDocument(fileIn(root, path));
    const bytes = await savedBytes(document);
    if (bytes) ours.set(path, bytes);
    return !document.isDirty;
  };
  for (const { path, text, before } of writes)
    if (text !== undefined && typeof before === 'string') {
      edit.replace(fileIn(root, path), whole(before), text);
      edited.push(fileIn(root, path));
    }
  for (const { path, text } of writes)
    if (text === undefined) edit.deleteFile(fileIn(root, path), { ignoreIfNotExists: true });
  const open = new Set(textTabs().map(({ uri }) => uri.toString()));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  // What is in editors only is nobody's harm.
  await stillHeldOrStop(root);
  const saved = await Promise.all(edited.map(file => save(pathIn(root, file))));
  // What is not saved at once, VS Code shows in an editor; nobody asked for those.
  const shown = textTabs().filter(({ uri }) => edited.some(file => file.toString() === uri.toString()));
  const tabs = shown.flatMap(({ tab, uri }) => (tab.isDirty || open.has(uri.toString()) ? [] : [tab]));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  return saved.every(isSaved => isSaved);
}

function textTabs(): { tab: vscode.Tab; uri: vscode.Uri }[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(tab => (tab.input instanceof vscode.TabInputText ? [{ tab, uri: tab.input.uri }] : []));
}

/** The folders that files are written to, the deepest first, the project's own last. */
function foldersFor(root: vscode.Uri, writes: readonly Write[]): vscode.Uri[] {
  const written = writes.flatMap(({ path, text }) => (text === undefined ? [] : [path]));
  return [...foldersOf(written).map(folder => fileIn(root, folder)), root];
}

/** The folders that writing will make, the deepest first. */
async function missingFolders(root: vscode.Uri, writes: readonly Write[]): Promise<vscode.Uri[]> {
  const folders = foldersFor(root, writes);
  const found = await Promise.all(folders.map(statOf));
  return folders.filter((_folder, index) => !found[index]);
}

function nameIn(root: vscode.Uri, folder: vscode.Uri): string {
  return pathIn(root, folder) || placeName(root);
}
