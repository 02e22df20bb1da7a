import type { Damaged } from './assessment/assessment-parser';
import type { Subject } from './assessment/explanation';
import type { ReportDocument, ReportState } from './assessment/report-state';
import type { Review } from './assessment/review';
import { type Knowledge, parseKnowledge } from './content/knowledge';
import type { Guide } from './guide/guide';
import type { PathFromAssessment } from './guide/path';
import type { Origin } from './origin';
import type { ContentFile, Ports } from './ports';
import type { Catalogue } from './scaffold/catalogue';

/**
 * The use cases, as functions on plain values: the one door for whoever shows, asks and saves. Each loads the rooms that it needs
 * when it is first called. A text of an assessment is `undefined` where there is more of it than is read.
 */
export interface Advisor {
  /** What is known about workloads and platforms. */
  knowledge(): Promise<Knowledge>;
  /** What projects can be made from. */
  catalogue(): Promise<Catalogue>;
  /** The practice guide. */
  guide(): Promise<Guide>;
  /** An assessment with its verdict, and what would change that. */
  review(text: string | undefined): Promise<Review | Damaged>;
  /** Everything that the report shows of a document. */
  report(document: ReportDocument): Promise<ReportState>;
  /** What an assessment brings along to a project. */
  origin(text: string | undefined): Promise<Origin | Damaged>;
  /** What to read for the workload of an assessment, the most pressing first. */
  readingPath(text: string | undefined): Promise<PathFromAssessment | Damaged>;
  /** A page of Markdown that explains something; nothing where there is none of that id. */
  explain(subject: Subject, id: string): Promise<string | undefined>;
  /** A chapter of the guide as plain Markdown; nothing where there is none of that id. */
  chapterText(id: string): Promise<string | undefined>;
}

/** Opens the door. Nothing is read before it is asked for, and each file of content once. */
export function openAdvisor(ports: Ports): Advisor {
  const knowledge = once(async () => parseKnowledge(await ports.readContent('knowledge.json')));
  const catalogue = once(() => open('scaffold.jsonl', import('./scaffold/catalogue'), room => room.parseCatalogue));
  const guide = once(() => open('guide.jsonl', import('./guide/guide'), room => room.parseGuide));

  async function open<Room, T>(
    file: ContentFile,
    loading: Promise<Room>,
    parser: (room: Room) => (text: string) => T,
  ): Promise<T> {
    const [room, text] = await Promise.all([loading, ports.readContent(file)]);
    return parser(room)(text);
  }

  async function review(text: string | undefined): Promise<Review | Damaged> {
    const [room, known] = await Promise.all([import('./assessment/review'), knowledge()]);
    return room.review(known, text);
  }

  return Object.freeze({
    knowledge,
    catalogue,
    guide,
    review,
    async report(document) {
      const [room, known] = await Promise.all([import('./assessment/report-state'), knowledge()]);
      return room.reportState(known, document);
    },
    async origin(text) {
      const reviewed = await review(text);
      if ('problems' in reviewed) return reviewed;
      const [{ originOf }, known, choices] = await Promise.all([import('./origin'), knowledge(), catalogue()]);
      return originOf(choices, known, reviewed, ports.today());
    },
    async readingPath(text) {
      const reviewed = await review(text);
      if ('problems' in reviewed) return reviewed;
      const [{ pathFromAssessment }, known, chapters] = await Promise.all([
        import('./guide/path'),
        knowledge(),
        guide(),
      ]);
      return pathFromAssessment(chapters, known, reviewed.assessed, reviewed.assessment.workload);
    },
    async explain(subject, id) {
      const [{ explain }, known] = await Promise.all([import('./assessment/explanation'), knowledge()]);
      return explain(known, subject, id);
    },
    async chapterText(id) {
      const [{ printChapter }, known, chapters] = await Promise.all([
        import('./guide/chapter-text'),
        knowledge(),
        guide(),
      ]);
      const chapter = chapters.wholeChapter(id);
      return chapter && printChapter(known, chapter);
    },
  } satisfies Advisor);
}

/** The same promise for everyone; after a failure, whoever asks next may have more luck. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch(error => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
