import type { Knowledge } from '../content/knowledge';
import { cite } from './citation';
import { type Chapter, type Guide, type GuidePlace, placeOf, readingSection } from './guide';
import { proseOf, proseOfSentences } from './prose';

/** Something that a search can find. */
export interface Findable {
  /** Different for each. */
  readonly id: string;
  readonly kind: 'chapter' | 'section' | 'term' | 'question' | 'criterion' | 'platform' | 'tool';
  readonly title: string;
  /** Other names for it. */
  readonly names: readonly string[];
  readonly where: string;
  /** In plain words. */
  readonly text: string;
  readonly target: GuidePlace | { readonly kind: 'link'; readonly href: string };
}

/** Chapters that are made from other files; what they hold is found where it comes from. */
const glossary = 'glossary';
const limits = 'limits';
const tools = 'tools';
const platformsSection = 'platforms';

/** Everything that a search can find, in the order in which it stands when nothing else decides. */
export function findables(guide: Guide, knowledge: Knowledge): Findable[] {
  const chapters = guide.chapters.flatMap(({ id }) => guide.wholeChapter(id) ?? []);
  return [
    ...chapters.map(chapter => ofChapter(knowledge, chapter)),
    ...chapters.flatMap(chapter => ofSections(knowledge, chapter)),
    ...ofTerms(guide, knowledge),
    ...ofCriteria(knowledge),
    ...ofQuestions(knowledge),
    ...ofPlatforms(guide, knowledge),
    ...ofTools(guide, knowledge),
  ];
}

function ofChapter(knowledge: Knowledge, { id, title, summary, text }: Chapter): Findable {
  return {
    id: `chapter:${id}`,
    kind: 'chapter',
    title,
    names: [],
    where: '',
    text: proseOf(knowledge, [...summary, ...text.lead]),
    target: placeOf(id),
  };
}

function ofSections(knowledge: Knowledge, chapter: Chapter): Findable[] {
  const blocks = new Map(chapter.text.sections.map(section => [section.id, section.blocks]));
  const reading = chapter.reading.map(({ title, why }) => `${title}: ${why}`);
  return chapter.sections.map(({ id, title }) => ({
    id: `section:${chapter.id}#${id}`,
    kind: 'section',
    title,
    names: [],
    where: chapter.title,
    text: id === readingSection ? proseOfSentences(knowledge, ...reading) : proseOf(knowledge, blocks.get(id) ?? []),
    target: placeOf(chapter.id, id),
  }));
}

/** A term leads to the section that deals with it; its definition is seen in what was found. */
function ofTerms(guide: Guide, knowledge: Knowledge): Findable[] {
  return guide.terms.map(({ id, term, also = [], text, chapter, section = null }) => ({
    id: `term:${id}`,
    kind: 'term',
    title: term,
    names: also,
    where: guide.chapterById.get(chapter)?.title ?? '',
    text: proseOfSentences(knowledge, text),
    target:
      knownSection(guide, chapter, section) ??
      knownSection(guide, glossary, id) ??
      knownChapter(guide, chapter) ??
      knownChapter(guide, glossary) ??
      home,
  }));
}

function ofCriteria(knowledge: Knowledge): Findable[] {
  return knowledge.criteria.map(({ id, title, theme, explain }) => ({
    id: `criterion:${id}`,
    kind: 'criterion',
    title,
    names: [],
    where: knowledge.themes.find(known => known.id === theme)?.title ?? '',
    text: proseOfSentences(knowledge, explain),
    target: { kind: 'link', href: `criterion:${id}` },
  }));
}

function ofQuestions(knowledge: Knowledge): Findable[] {
  return knowledge.questions.map(({ id, title, ask, why, findOut }) => ({
    id: `question:${id}`,
    kind: 'question',
    title,
    names: [],
    where: knowledge.sectionOf.get(id)?.title ?? '',
    text: proseOfSentences(knowledge, ask, why, findOut),
    target: { kind: 'link', href: `question:${id}` },
  }));
}

function ofPlatforms(guide: Guide, knowledge: Knowledge): Findable[] {
  return knowledge.platforms.map(({ id, title, owner, summary, facts, notes = [] }) => {
    const known = [...facts, ...notes].flatMap(fact => cite(knowledge, `${id}.${fact.id}`) ?? []);
    const said = known.map(
      ({ title: name, text, note }) => `${name}: ${text}${note === null ? '' : ` (${note.replace(/\.$/, '')})`}.`,
    );
    return {
      id: `platform:${id}`,
      kind: 'platform',
      title,
      names: [],
      where: owner,
      text: proseOfSentences(knowledge, summary, ...said),
      target: knownSection(guide, limits, platformsSection) ?? knownChapter(guide, limits) ?? home,
    };
  });
}

function ofTools(guide: Guide, knowledge: Knowledge): Findable[] {
  return knowledge.tools.map(({ id, title, formerly, owner, kinds, purpose, strengths }) => ({
    id: `tool:${id}`,
    kind: 'tool',
    title,
    names: formerly === undefined ? [] : [formerly],
    where: owner,
    text: proseOfSentences(knowledge, purpose, strengths),
    target:
      kinds.map(kind => knownSection(guide, tools, kind)).find(place => place) ?? knownChapter(guide, tools) ?? home,
  }));
}

const home: GuidePlace = { kind: 'home' };

function knownSection(guide: Guide, chapter: string, section: string | null): GuidePlace | undefined {
  const known = guide.chapterById.get(chapter)?.sections.some(({ id }) => id === section);
  return known ? placeOf(chapter, section) : undefined;
}

function knownChapter(guide: Guide, chapter: string): GuidePlace | undefined {
  return guide.chapterById.has(chapter) ? placeOf(chapter) : undefined;
}
