import { visibleLine } from '../language/visible';
import { type Guide, type GuidePlace, placeOf, sectionsToRead } from './guide';
import type { PathFromAssessment } from './path';
import type { Progress } from './progress';

/** A path that is followed: a role's, or the one made from the assessment of a workload. */
export type PathState = RolePathState | WorkloadPathState;

export interface RolePathState {
  readonly kind: 'role';
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly PathStepState[];
}

export interface WorkloadPathState {
  readonly kind: 'workload';
  /** Its name, with control and direction characters drawn as signs. */
  readonly workload: string;
  readonly steps: readonly PathStepState[];
}

export interface PathStepState {
  readonly chapter: string;
  readonly section: string | null;
  readonly title: string;
  /** The section's title, when the step is one. */
  readonly sectionTitle: string | null;
  readonly why: string;
  readonly minutes: number;
  /** The section, or all sections of the chapter, have been read. */
  readonly read: boolean;
}

export interface PlaceLink {
  readonly title: string;
  readonly place: GuidePlace;
}

/** The path that is followed: from an assessment when one was made in this workspace, else a role's. */
export function pathOf(followed: {
  readonly guide: Guide;
  readonly progress: Progress;
  readonly assessmentPath: PathFromAssessment | undefined;
}): PathState | null {
  const { guide, progress, assessmentPath } = followed;
  if (assessmentPath) {
    const { workload, steps } = assessmentPath;
    return { kind: 'workload', workload: visibleLine(workload), steps: stepStates(guide, progress, steps) };
  }
  const role = progress.path === null ? undefined : guide.pathById.get(progress.path);
  if (!role) return null;
  const steps = role.steps.map(({ chapter, section = null, why }) => ({ chapter, section, why }));
  const { id, title, summary } = role;
  return { kind: 'role', id, title, summary, steps: stepStates(guide, progress, steps) };
}

/** Steps with what the guide says of them and whether they have been read; without those that it has no more. */
function stepStates(
  guide: Guide,
  progress: Progress,
  steps: readonly { readonly chapter: string; readonly section: string | null; readonly why: string }[],
): PathStepState[] {
  return steps.flatMap(({ chapter: id, section, why }) => {
    const chapter = guide.chapterById.get(id);
    if (!chapter) return [];
    const part = chapter.sections.find(known => known.id === section);
    const read = new Set(progress.sections[id] ?? []);
    const wanted = part ? [part] : sectionsToRead(chapter);
    return [
      {
        chapter: id,
        section: part?.id ?? null,
        title: chapter.title,
        sectionTitle: part?.title ?? null,
        why,
        // How long each section takes is not known; their mean is near enough to choose by.
        minutes: part ? Math.max(1, Math.round(chapter.minutes / sectionsToRead(chapter).length)) : chapter.minutes,
        read: wanted.every(known => read.has(known.id)),
      },
    ];
  });
}

/** Where to go from a chapter: along the path where it is on it, else in reading order. */
export function linksBeside(
  guide: Guide,
  chapter: string,
  section: string | null,
  path: PathState | null,
): { readonly previous: PlaceLink | null; readonly next: PlaceLink | null } {
  const steps = path?.steps ?? [];
  const exact = steps.findIndex(step => step.chapter === chapter && step.section === section);
  const at = exact >= 0 ? exact : steps.findIndex(step => step.chapter === chapter);
  if (at >= 0) {
    const before = steps.slice(0, at).findLast(step => step.chapter !== chapter);
    const after = steps.slice(at).find(step => step.chapter !== chapter);
    return { previous: before ? linkTo(before) : null, next: after ? linkTo(after) : null };
  }
  const index = guide.chapters.findIndex(({ id }) => id === chapter);
  const link = (neighbour: Guide['chapters'][number] | undefined): PlaceLink | null =>
    neighbour ? { title: neighbour.title, place: placeOf(neighbour.id, null) } : null;
  return { previous: link(index > 0 ? guide.chapters[index - 1] : undefined), next: link(guide.chapters[index + 1]) };
}

function linkTo({ chapter, section, title, sectionTitle }: PathStepState): PlaceLink {
  return { title: sectionTitle === null ? title : `${title}: ${sectionTitle}`, place: placeOf(chapter, section) };
}
