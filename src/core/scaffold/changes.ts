import { binary, type Folder } from './folder';
import { hashOf, manifestPath, printManifest } from './manifest';
import type { ScaffoldRequest } from './parts';
import type { PlannedFile } from './plan';
import { baseOf, type Generated, type Previous } from './previous';
import { mergeThree } from './three-way';

/**
 * What would become of one file:
 * - `create`: nothing is there.
 * - `same`: the very text is there.
 * - `update`: what is there is the very text that was generated.
 * - `merge`: someone changed it, elsewhere than the new text does; both changes fit into one text.
 * - `edited`: someone changed it where the new text changes it too, or how it was generated is no longer known.
 * - `older`: nobody changed it since it was generated, as its hash says; but today's parts no longer give that text, and a hash alone
 *   proves nothing to anybody.
 * - `taken`: something is there that was not generated.
 * - `deleted`: it was generated and someone took it away.
 * - `remove`: the project no longer needs it, and it is the very text that was generated.
 * - `leave`: the project no longer needs it, but someone changed it, or how it was generated is no longer known. It is forgotten.
 */
export type ChangeKind =
  | 'create'
  | 'same'
  | 'update'
  | 'merge'
  | 'edited'
  | 'older'
  | 'taken'
  | 'deleted'
  | 'remove'
  | 'leave';

/** What would become of one file, and its texts on the way. */
export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  /** The plan's file; none for what the project no longer needs. */
  readonly planned: PlannedFile | undefined;
  /** What is there today. */
  readonly current: string | typeof binary | undefined;
  /** What was generated the last time, where that is known. */
  readonly base: string | undefined;
  /** Both changes in one text, where they fit. */
  readonly merged: string | undefined;
}

/** What someone decides about a file that is in the way: leave it as it is, or write the planned text. */
export type Resolution = 'keep' | 'replace';

/** A file to write, or to delete where there is no text. `before` is what must still be there when it happens. */
export interface Write {
  readonly path: string;
  readonly text: string | undefined;
  readonly before: string | typeof binary | undefined;
}

/** The paths that must be looked at before changes can be known. */
export function pathsToRead(files: readonly PlannedFile[], previous: Previous = new Map()): string[] {
  return [...new Set([manifestPath, ...files.map(({ path }) => path), ...previous.keys()])];
}

/** What would become of every file that is planned or was generated, by path. */
export function changesIn(folder: Folder, files: readonly PlannedFile[], previous: Previous = new Map()): Change[] {
  const planned = files.map(file => changeOf(file, folder.get(file.path), previous.get(file.path)));
  const paths = new Set(files.map(({ path }) => path));
  const gone = [...previous].flatMap(([path, generated]) =>
    paths.has(path) ? [] : obsolete(path, folder.get(path), generated),
  );
  return [...planned, ...gone].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether someone has to decide about a file; until then it is kept. */
export function isConflict({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'edited' || kind === 'older' || kind === 'taken' || kind === 'deleted';
}

/** The text that a file would have: nothing where it would be deleted or is not to be. */
export function outcomeOf(change: Change, resolution: Resolution = 'keep'): string | typeof binary | undefined {
  if (change.kind === 'remove') return undefined;
  const stands = change.kind === 'same' || change.kind === 'leave';
  if (stands || (isConflict(change) && resolution === 'keep')) return change.current;
  return change.kind === 'merge' ? change.merged : change.planned?.text;
}

/** Everything to write so that the plan holds, the manifest last. Nothing when the folder is as it should be already. */
export function writesFor(
  request: ScaffoldRequest,
  changes: readonly Change[],
  folder: Folder,
  resolutions: ReadonlyMap<string, Resolution> = new Map(),
  previous: Previous = new Map(),
): Write[] {
  const writes: Write[] = [];
  const hashes: Record<string, string> = {};
  for (const change of changes) {
    const { path, kind, planned, current } = change;
    const resolution = resolutions.get(path) ?? 'keep';
    const outcome = outcomeOf(change, resolution);
    if (typeof outcome === 'string' ? !sameText(outcome, current) : outcome !== current)
      writes.push({ path, text: typeof outcome === 'string' ? outcome : undefined, before: current });
    const hash = hashToRemember(kind, planned, resolution, previous.get(path)?.hash);
    if (hash !== undefined) hashes[path] = hash;
  }
  const manifest = printManifest({ name: request.name, choices: request.choices, files: hashes });
  const current = folder.get(manifestPath);
  if (!sameText(manifest, current)) writes.push({ path: manifestPath, text: manifest, before: current });
  return writes;
}

function changeOf(planned: PlannedFile, current: Change['current'], generated: Generated | undefined): Change {
  const { path, text } = planned;
  const base = baseOf(generated);
  const change = (kind: ChangeKind, merged?: string): Change => ({ path, kind, planned, current, base, merged });
  if (sameText(text, current)) return change('same');
  if (generated === undefined) return change(current === undefined ? 'create' : 'taken');
  // What is asked for is what was generated before: whatever someone has made of it since stands.
  if (planned.once || generated.hash === hashOf(text)) return change(current === undefined ? 'deleted' : 'same');
  if (current === undefined) return change('deleted');
  if (current === binary) return change('edited');
  if (base === undefined) return change(hashOf(current) === generated.hash ? 'older' : 'edited');
  if (sameText(base, current)) return change('update');
  const merged = mergeThree(current, base, text);
  return merged === undefined ? change('edited') : change('merge', merged);
}

function obsolete(path: string, current: Change['current'], generated: Generated): Change[] {
  if (current === undefined) return [];
  const base = baseOf(generated);
  const isAsGenerated = base !== undefined && sameText(base, current) && !generated.planned.once;
  return [{ path, kind: isAsGenerated ? 'remove' : 'leave', planned: undefined, current, base, merged: undefined }];
}

/** The hash of what was generated, so that a later run knows what someone changed; nothing for what is not ours. */
function hashToRemember(
  kind: ChangeKind,
  planned: PlannedFile | undefined,
  resolution: Resolution,
  remembered: string | undefined,
): string | undefined {
  // What is left is said once: nothing gives it for the choices that are remembered from now on.
  if (kind === 'remove' || kind === 'leave') return undefined;
  if (kind === 'taken' && resolution === 'keep') return undefined;
  // Kept as someone made it: that is settled, and what is generated from now on is compared with today's plan.
  if (planned?.once && remembered !== undefined) return remembered;
  return planned ? hashOf(planned.text) : remembered;
}

function sameText(text: string, current: Change['current']): boolean {
  return typeof current === 'string' && text === current.replaceAll('\r\n', '\n');
}
