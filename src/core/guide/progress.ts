import { isRecord } from '../language/record';
import { say } from '../language/words';
import { addDays, isDay } from './day';
import { type Guide, guideChapters, sectionsToRead } from './guide';
import { findQuestion, isRight } from './quiz';
import { wordsOf } from './text';

/** What someone has read and answered, and where they are. Saved as it stands. */
export interface Progress {
  readonly version: 1;
  /** The ids of the sections that were read, by chapter. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** The last answer to each quiz question, by "chapter.question". */
  readonly answers: Readonly<Record<string, Attempt>>;
  /** Where someone was reading last. */
  readonly place: { readonly chapter: string; readonly section: string } | null;
  /** The platform whose tab is shown first. */
  readonly platform: string | null;
  /** The role's path that is followed. */
  readonly path: string | null;
}

/** The last answer to a quiz question. Days are YYYY-MM-DD. */
export interface Attempt {
  readonly options: readonly string[];
  readonly right: boolean;
  /** The day on which it was answered. */
  readonly day: string;
  /** The day from which it is put again; nothing when it need not be. */
  readonly due: string | null;
  /** How many times it was answered rightly, when it was due, since it was last answered wrongly. */
  readonly step: number;
}

export const noProgress: Progress = { version: 1, sections: {}, answers: {}, place: null, platform: null, path: null };

/** Days until a question comes back: after a wrong answer, then after each right one. Answered rightly as often, it is done. */
const pauses: readonly number[] = [1, 3, 7];

/**
 * What was saved, which can be from another version or damaged: what makes no sense is dropped, the rest kept. Chapters
 * and questions are kept whether the guide has them or not, since another version may.
 */
export function readProgress(value: unknown): Progress {
  if (!isRecord(value)) return noProgress;
  const { sections, answers, place, platform, path } = value;
  return {
    version: 1,
    sections: readEntries(sections, isId, ids => {
      const known = readIds(ids);
      return known.length > 0 ? known : undefined;
    }),
    answers: readEntries(answers, isQuestionId, readAttempt),
    place:
      isRecord(place) && isId(place.chapter) && isId(place.section)
        ? { chapter: place.chapter, section: place.section }
        : null,
    platform: isId(platform) ? platform : null,
    path: isId(path) ? path : null,
  };
}

/** Whether a later version has saved it, which may know more than would be kept here: it is read as far as it makes sense, and never written. */
export function isOfNewerVersion(value: unknown): boolean {
  return isRecord(value) && typeof value.version === 'number' && value.version > noProgress.version;
}

/** A section has been read; the same progress when it had been. */
export function withSection(progress: Progress, chapter: string, section: string): Progress {
  const read = sectionsRead(progress, chapter);
  if (read.includes(section)) return progress;
  return { ...progress, sections: { ...progress.sections, [chapter]: [...read, section] } };
}

/** A whole chapter has been read, or is to be read anew. */
export function withChapter(guide: Guide, progress: Progress, chapter: string, read: boolean): Progress {
  if (!read) {
    const { [chapter]: before, ...others } = progress.sections;
    return before === undefined ? progress : { ...progress, sections: others };
  }
  const head = guide.chapterById.get(chapter);
  return (head ? sectionsToRead(head) : []).reduce((now, { id }) => withSection(now, chapter, id), progress);
}

/**
 * A quiz question ("chapter.question") has been answered today. A wrong answer comes back tomorrow; a right one to a
 * question that is due comes back later each time, and in the end no more. A right answer ahead of time moves nothing:
 * who has just read the solution need not know it tomorrow.
 */
export function withAnswer(
  guide: Guide,
  progress: Progress,
  id: string,
  options: readonly string[],
  today: string,
): Progress {
  const question = findQuestion(guide, id);
  if (!question) return progress;
  const known = question.options.map(option => option.id).filter(option => options.includes(option));
  const right = isRight(question, options);
  const attempt = { options: known, right, day: today, ...nextTurn(attemptAt(progress, id), right, today) };
  return { ...progress, answers: { ...progress.answers, [id]: attempt } };
}

function nextTurn(last: Attempt | undefined, right: boolean, today: string): Pick<Attempt, 'due' | 'step'> {
  if (!right) return { due: addDays(today, pauses[0] ?? 1), step: 0 };
  if (!last || last.due === null) return { due: null, step: last?.step ?? 0 };
  if (!isDue(last, today)) return { due: last.due, step: last.step };
  const step = last.step + 1;
  const pause = pauses[step];
  return { due: pause === undefined ? null : addDays(today, pause), step };
}

/** Whether a question is to be put again today. */
export function isDue({ due }: Attempt, today: string): boolean {
  return due !== null && due <= today;
}

/** The questions of the guide that are due, those waiting longest first, else in reading order. */
export function dueQuestions(guide: Guide, progress: Progress, today: string): string[] {
  return waiting(guide, progress)
    .filter(({ due }) => due <= today)
    .map(({ id }) => id);
}

/** The first day after today on which a question comes back; nothing when none does. */
export function nextDue(guide: Guide, progress: Progress, today: string): string | undefined {
  return waiting(guide, progress).find(({ due }) => due > today)?.due;
}

/** The questions of the guide that come back, the earliest first. */
function waiting(guide: Guide, progress: Progress): { readonly id: string; readonly due: string }[] {
  return guide.chapters
    .flatMap(chapter => chapter.questions.map(question => `${chapter.id}.${question}`))
    .flatMap(id => {
      const due = attemptAt(progress, id)?.due ?? null;
      return due === null ? [] : [{ id, due }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** What there is in a chapter, and how much of it was read, and answered rightly at the last try. */
export interface Tally {
  readonly sections: number;
  readonly sectionsRead: number;
  readonly questions: number;
  readonly questionsAnswered: number;
  readonly questionsRight: number;
}

/** Counts a chapter; what the guide does not have counts for nothing. */
export function tally(guide: Guide, progress: Progress, id: string): Tally {
  const chapter = guide.chapterById.get(id);
  const sections = chapter ? sectionsToRead(chapter) : [];
  const questions = chapter?.questions ?? [];
  const read = new Set(sectionsRead(progress, id));
  const attempts = questions.flatMap(question => attemptAt(progress, `${id}.${question}`) ?? []);
  return {
    sections: sections.length,
    sectionsRead: sections.filter(section => read.has(section.id)).length,
    questions: questions.length,
    questionsAnswered: attempts.length,
    questionsRight: attempts.filter(attempt => attempt.right).length,
  };
}

/** The progress as a page of Markdown for people: what was read, how the quizzes went, and what comes back when. */
export function printProgress(guide: Guide, progress: Progress, today: string): string {
  const chapters = guideChapters(guide);
  const counted = chapters.map(chapter => ({ chapter, count: tally(guide, progress, chapter.id) }));
  const sum = (of: (count: Tally) => number): number => counted.reduce((total, { count }) => total + of(count), 0);
  const done = counted.filter(({ count }) => count.sections > 0 && count.sectionsRead === count.sections).length;
  const read = sum(count => count.sectionsRead);
  const answered = sum(count => count.questionsAnswered);
  const begun = counted.filter(({ count }) => count.sectionsRead + count.questionsAnswered > 0);
  const lines = [`# ${say('progress.title')}`, '', say('progress.as-of', { date: today }), ''];
  if (begun.length === 0) return [...lines, say('progress.nothing'), ''].join('\n');
  const sections = say('progress.sections', { count: sum(count => count.sections) });
  const questions = say('progress.questions', { count: sum(count => count.questions) });
  const right = sum(count => count.questionsRight);
  lines.push(
    `- ${say('progress.read', { read, sections, done, chapters: say('progress.chapters', { count: chapters.length }) })}`,
    `- ${answered > 0 ? say('progress.quizzes', { answered, questions, right }) : say('progress.no-quizzes', { questions })}`,
    '',
  );
  const columns = [say('progress.chapter'), say('progress.sections-read'), say('progress.answered-rightly')];
  lines.push(`## ${say('progress.begun')}`, '', `| ${columns.join(' | ')} |`, '| --- | --- | --- |');
  for (const { chapter, count } of begun)
    lines.push(
      `| ${chapter.number}. ${chapter.title.replaceAll('|', '\\|')} | ${say('progress.of', { part: count.sectionsRead, whole: count.sections })} | ${printQuiz(count)} |`,
    );
  lines.push('', `## ${say('progress.back')}`, '');
  const back = waiting(guide, progress);
  if (back.length === 0) lines.push(say('progress.nothing-back'));
  for (const { id, due } of back)
    lines.push(
      `- ${say(due <= today ? 'progress.due-since' : 'progress.due-on', { date: due, question: nameOf(guide, id) })}`,
    );
  const unread = counted.filter(({ count }) => count.sectionsRead === 0).map(({ chapter }) => chapter.title);
  if (unread.length > 0) lines.push('', `## ${say('progress.unread')}`, '', ...unread.map(title => `- ${title}`));
  return [...lines, ''].join('\n');
}

function printQuiz({ questions, questionsAnswered, questionsRight }: Tally): string {
  if (questions === 0) return say('progress.no-quiz');
  return questionsAnswered > 0
    ? say('progress.right-of', { right: questionsRight, answered: questionsAnswered })
    : say('progress.none-answered');
}

function nameOf(guide: Guide, id: string): string {
  const chapter = guide.chapterById.get(id.slice(0, id.indexOf('.')));
  const ask = findQuestion(guide, id)?.ask;
  const question = ask ? wordsOf(ask, fact => `{${fact}}`) : id;
  return chapter ? say('progress.question-of', { question, chapter: chapter.title }) : question;
}

function sectionsRead({ sections }: Progress, chapter: string): readonly string[] {
  return (Object.hasOwn(sections, chapter) && sections[chapter]) || [];
}

function attemptAt({ answers }: Progress, id: string): Attempt | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function readEntries<T>(
  value: unknown,
  isKey: (key: unknown) => boolean,
  read: (value: unknown) => T | undefined,
): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const known = isKey(key) ? read(entry) : undefined;
      return known === undefined ? [] : [[key, known] as const];
    }),
  );
}

function readAttempt(value: unknown): Attempt | undefined {
  if (!isRecord(value)) return undefined;
  const { options, right, day, due, step } = value;
  if (typeof right !== 'boolean' || !isDay(day)) return undefined;
  if (!Number.isInteger(step) || Number(step) < 0 || Number(step) > pauses.length) return undefined;
  // A wrong answer comes back, and on a later day.
  const again = isDay(due) && due > day ? due : null;
  if (again === null && !(right && due === null)) return undefined;
  return { options: readIds(options), right, day, due: again, step: Number(step) };
}

function readIds(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isId))] : [];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value);
}

function isQuestionId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(value);
}
