import type { Knowledge } from '../../core/content/knowledge';
import { type Guide, type GuidePlace, placeOf } from '../../core/guide/guide';
import { placeOfCriterion } from '../../core/guide/path';
import type { ChosenOption, GuideAddress } from '../ui/commands';

/** A place in the guide, and why someone is led there. */
export interface Destination {
  readonly place: GuidePlace;
  /** What leads there, such as a choice of a project; empty when there is nothing to choose between. */
  readonly because: string;
}

/**
 * Where an address leads; several places where several choices stand behind a file. None when the guide does not hold
 * what is asked for, which can come from a menu, another version or a hand-written link.
 */
export function destinationsOf(guide: Guide, knowledge: Knowledge, address: GuideAddress): Destination[] {
  if ('chapter' in address) return at(chapterPlace(guide, address.chapter, address.section ?? null));
  if ('criterion' in address) {
    const place = placeOfCriterion(guide, knowledge, address.criterion);
    return at(place && placeOf(place.chapter, place.section));
  }
  if ('question' in address) return at(questionPlace(guide, knowledge, address.question));
  return 'choices' in address ? choicePlaces(guide, address.choices) : [];
}

/** A place as the guide has it now: a section that is not there leads to its chapter, a chapter that is not to the start. */
export function knownPlace(guide: Guide, place: GuidePlace): GuidePlace {
  if (place.kind !== 'chapter') return place;
  return chapterPlace(guide, place.chapter, place.section) ?? { kind: 'home' };
}

function chapterPlace(guide: Guide, chapter: string, section: string | null): GuidePlace | undefined {
  const known = guide.chapterById.get(chapter);
  if (!known) return undefined;
  const isThere = known.sections.some(({ id }) => id === section);
  return placeOf(chapter, isThere ? section : null);
}

/** The chapter of a question's topic, at the section on a criterion that rests on the question where it has one. */
function questionPlace(guide: Guide, knowledge: Knowledge, id: string): GuidePlace | undefined {
  const topic = knowledge.questionById.get(id)?.topic ?? '';
  const explained = guide.chapterById.get(topic)?.criteria ?? {};
  const resting = knowledge.criteria.find(
    criterion => explained[criterion.id] !== undefined && knowledge.questionsOf.get(criterion.id)?.includes(id),
  );
  return chapterPlace(guide, topic, resting ? (explained[resting.id] ?? null) : null);
}

/** A place per choice, each only once: several choices can be explained in one. */
function choicePlaces(guide: Guide, choices: readonly ChosenOption[]): Destination[] {
  const found = new Map<string, Destination>();
  for (const { id, title, topic } of choices) {
    const explaining = guide.chapters.find(chapter => chapter.scaffold?.[id] !== undefined);
    const place = explaining
      ? chapterPlace(guide, explaining.id, explaining.scaffold?.[id] ?? null)
      : chapterPlace(guide, topic, null);
    if (!place) continue;
    const key = JSON.stringify(place);
    const because = found.get(key)?.because;
    found.set(key, { place, because: because === undefined ? title : `${because}, ${title}` });
  }
  return [...found.values()];
}

function at(place: GuidePlace | undefined): Destination[] {
  return place ? [{ place, because: '' }] : [];
}
