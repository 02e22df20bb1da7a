import { type Guide, placeOf, sectionsToRead } from '../../core/guide/guide';
import type { PathFromAssessment } from '../../core/guide/path';
import type { Progress } from '../../core/guide/progress';
import { visibleLine } from '../../core/language/visible';
import type { PathState, PathStepState, PlaceLink } from '../../protocol/guide';

/** What the path from an assessment is called; `{0}` is the workload. */
export interface PathWords {
  readonly assessmentTitle: string;
  readonly assessmentSummary: string;
}

/** The path that is followed: from an assessment when one was made in this workspace, else a role's. */
export function pathOf(followed: {
  readonly guide: Guide;
  readonly progress: Progress;
  readonly assessmentPath: PathFromAssessment | undefined;
  readonly words: PathWords;
}): PathState | null {
  const { guide, progress, assessmentPath, words } = followed;
  if (assessmentPath) {
    const workload = visibleLine(assessmentPath.workload);
    return {
      id: 'assessment',
      title: words.assessmentTitle.replace('{0}', () => workload),
      summary: words.assessmentSummary.replace('{0}', () => workload),
      steps: stepStates(guide, progress, assessmentPath.steps),
    };
  }
  const role = progress.path === null ? undefined : guide.pathById.get(progress.path);
  if (!role) return null;
  const steps = role.steps.map(({ chapter, section = null, why }) => ({ chapter, section, why }));
  return { id: role.id, title: role.title, summary: role.summary, steps: stepStates(guide, progress, steps) };
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
