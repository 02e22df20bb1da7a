import { visibleLine } from '../language/visible';
import { say } from '../language/words';
import type { Catalogue } from './catalogue';
import { hashOf, type Manifest, manifestPath } from './manifest';
import { type Decision, needsDecision, someDecision } from './parts';
import { mostNamed } from './path';
import { type PlannedFile, plan } from './plan';

/** A file of the last time: the hash that was remembered, and what today's parts give for the choices of that time. */
export interface Generated {
  readonly hash: string;
  readonly planned: PlannedFile;
}

/** The last generation by path, as far as today's catalogue gives it for the remembered choices. */
export type Previous = ReadonlyMap<string, Generated>;

/** What a manifest comes to. */
export interface Remembered {
  readonly previous: Previous;
  /** Stands for the assessment that the project came from; nothing when it came from none. */
  readonly decision: Decision | undefined;
  /** The paths that nothing of the catalogue gives for the remembered choices. Nothing there is read, written or deleted. */
  readonly strangers: readonly string[];
}

/**
 * Holds what a manifest remembers against the catalogue: a path counts only where a part gives it for the remembered choices. That is the
 * guard, since whoever writes a manifest can name any path and compute any hash.
 */
export function rememberedBy(catalogue: Catalogue, manifest: Manifest): Remembered {
  const decision = recordedDecision(catalogue, manifest);
  const previous = new Map<string, Generated>();
  for (const planned of filesOf(catalogue, manifest, decision)) {
    const hash = Object.hasOwn(manifest.files, planned.path) ? manifest.files[planned.path] : undefined;
    if (hash !== undefined) previous.set(planned.path, { hash, planned });
  }
  return { previous, decision, strangers: Object.keys(manifest.files).filter(path => !previous.has(path)) };
}

/** What was generated, where that is known: planned anew from the remembered choices, and believed only when its hash agrees. */
export function baseOf(generated: Generated | undefined): string | undefined {
  return generated && hashOf(generated.planned.text) === generated.hash ? generated.planned.text : undefined;
}

/** Says which paths of a manifest count for nothing, the first few by name; nothing when there are none. */
export function describeStrangers(strangers: readonly string[]): string | undefined {
  const count = strangers.length;
  if (count === 0) return undefined;
  const named = strangers
    .slice(0, mostNamed)
    .map(path => visibleLine(path, longestNamed))
    .join(', ');
  const names = count > mostNamed ? say('manifest.names-and-more', { names: named, count: count - mostNamed }) : named;
  return say('manifest.strangers', { file: manifestPath, names, count });
}

/** In UTF-16 code units. */
const longestNamed = 60;

/**
 * Stands for the assessment that a project came from, when a later run brings none along: without it, the record would
 * count as no longer needed. The record itself is never written again, so that its words do not matter.
 */
function recordedDecision(catalogue: Catalogue, { files }: Manifest): Decision | undefined {
  const records = catalogue.parts
    .filter(part => part.once && needsDecision(part))
    .flatMap(part => Object.keys(part.files));
  return records.some(path => Object.hasOwn(files, path)) ? someDecision : undefined;
}

/** The files of the last time, planned anew. None when today's parts no longer go together that way. */
function filesOf(catalogue: Catalogue, { name, choices }: Manifest, decision: Decision | undefined): PlannedFile[] {
  try {
    return plan(catalogue, { name, choices, ...(decision ? { decision } : {}) });
  } catch {
    return [];
  }
}
