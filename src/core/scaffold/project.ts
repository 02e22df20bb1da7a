import type { Catalogue } from './catalogue';
import { type Change, changesIn, type Previous, pathsToRead } from './changes';
import { type Choices, checkChoices, completeChoices, listOf, relevantChoices } from './choices';
import type { Folder, ReadFolder } from './folder';
import type { Manifest } from './manifest';
import { checkName } from './name';
import { type Decision, needsDecision, type ScaffoldRequest, someDecision } from './parts';
import { type PlannedFile, plan } from './plan';

/** A plan held against a folder: everything that a person looks at before anything is written. */
export interface Project {
  readonly request: ScaffoldRequest;
  readonly files: readonly PlannedFile[];
  readonly previous: Previous | undefined;
  readonly folder: Folder;
  readonly changes: readonly Change[];
}

/** Plans a project and holds it against a folder; `manifest` is what the folder remembers. */
export async function prepareProject(
  catalogue: Catalogue,
  request: ScaffoldRequest,
  manifest: Manifest | undefined,
  read: ReadFolder,
): Promise<Project> {
  const recorded = manifest && recordedDecision(catalogue, manifest);
  const decision = request.decision ?? recorded;
  const files = plan(catalogue, decision ? { ...request, decision } : request);
  const previous = manifest && { manifest, files: filesOf(catalogue, manifest, recorded) };
  const folder = await read(pathsToRead(files, previous));
  const changes = changesIn(folder, files, previous).filter(
    // Nobody can write again what a record of an earlier day said.
    ({ kind, planned }) => !(kind === 'deleted' && !request.decision && planned?.from.some(needsDecision)),
  );
  return { request, files, previous, folder, changes };
}

/**
 * Stands for the assessment that a project came from, when a later run brings none along: without it, the record would
 * count as no longer needed. The record itself is never written again, so that its words do not matter.
 */
function recordedDecision(catalogue: Catalogue, { files }: Manifest): Decision | undefined {
  const records = catalogue.parts
    .filter(part => part.once && needsDecision(part))
    .flatMap(part => Object.keys(part.files));
  return records.some(path => path in files) ? someDecision : undefined;
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

/** The files of the last time, planned anew. None when today's parts no longer go together that way. */
function filesOf(catalogue: Catalogue, { name, choices }: Manifest, decision: Decision | undefined): PlannedFile[] {
  try {
    return plan(catalogue, { name, choices, ...(decision ? { decision } : {}) });
  } catch {
    return [];
  }
}
