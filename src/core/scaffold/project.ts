import type { Catalogue } from './catalogue';
import { type Change, changesIn, pathsToRead } from './changes';
import { type Choices, checkChoices, completeChoices, listOf, relevantChoices } from './choices';
import type { Folder, ReadFolder } from './folder';
import type { Manifest } from './manifest';
import { checkName } from './name';
import { type Decision, needsDecision, type ScaffoldRequest } from './parts';
import { type PlannedFile, plan } from './plan';
import { describeStrangers, type Previous, rememberedBy } from './previous';

/** A plan held against a folder: everything that a person looks at before anything is written. */
export interface Project {
  readonly request: ScaffoldRequest;
  readonly files: readonly PlannedFile[];
  readonly previous: Previous | undefined;
  readonly folder: Folder;
  readonly changes: readonly Change[];
  /** What else whoever looks at the plan should know, in sentences. */
  readonly notes: readonly string[];
}

/** Plans a project and holds it against a folder; `manifest` is what the folder remembers. */
export async function prepareProject(
  catalogue: Catalogue,
  request: ScaffoldRequest,
  manifest: Manifest | undefined,
  read: ReadFolder,
): Promise<Project> {
  const remembered = manifest && rememberedBy(catalogue, manifest);
  const decision = request.decision ?? remembered?.decision;
  const files = plan(catalogue, decision ? { ...request, decision } : request);
  const previous = remembered?.previous;
  const folder = await read(pathsToRead(files, previous));
  const changes = changesIn(folder, files, previous).filter(
    // Nobody can write again what a record of an earlier day said.
    ({ kind, planned }) => !(kind === 'deleted' && !request.decision && planned?.from.some(needsDecision)),
  );
  const note = describeStrangers(remembered?.strangers ?? []);
  return { request, files, previous, folder, changes, notes: note === undefined ? [] : [note] };
}

/** A request for a name and for what is chosen; everything else takes its default. Sentences for what is wrong. */
export function requestProject(
  catalogue: Catalogue,
  name: string,
  given: Choices,
  decision?: Decision,
): { request: ScaffoldRequest } | { problems: string[] } {
  const problems = [checkName(name) ?? [], checkChoices(catalogue, given).map(({ message }) => message)].flat();
  if (problems.length > 0) return { problems };
  return { request: { name, choices: completeChoices(catalogue, given), ...(decision ? { decision } : {}) } };
}

/**
 * Remembered choices with more on top: of several options the new ones are added, a single one takes the other's place. What
 * was remembered and means nothing beside the new ones is dropped.
 */
export function addChoices(catalogue: Catalogue, remembered: Choices, added: Choices): Choices {
  const sums = Object.entries(added).map(([id, value]) => {
    const isList = catalogue.questionById.get(id)?.kind === 'choices';
    return [id, isList ? [...new Set([...listOf(remembered[id]), ...listOf(value)])] : value] as const;
  });
  return withoutMeaningless(catalogue, { ...remembered, ...Object.fromEntries(sums) }, added);
}

/** Choices without some options. A choice of one that loses its option is open again. */
export function removeChoices(catalogue: Catalogue, remembered: Choices, removed: Choices): Choices {
  const left: Record<string, string | readonly string[]> = {};
  for (const [id, value] of Object.entries(remembered)) {
    const kept = listOf(value).filter(option => !listOf(removed[id]).includes(option));
    if (typeof value !== 'string') left[id] = kept;
    else if (kept.length > 0) left[id] = value;
  }
  return withoutMeaningless(catalogue, left, {});
}

function withoutMeaningless(catalogue: Catalogue, choices: Choices, asked: Choices): Choices {
  const relevant = new Set(relevantChoices(catalogue, choices).map(({ id }) => id));
  return Object.fromEntries(Object.entries(choices).filter(([id]) => id in asked || relevant.has(id)));
}
