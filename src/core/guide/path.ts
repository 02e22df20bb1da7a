import type { Knowledge } from '../content/knowledge';
import { say } from '../language/words';
import type { Guide } from './guide';

/** What to read for a workload, the most pressing first. */
export interface PathFromAssessment {
  readonly workload: string;
  readonly steps: readonly AssessmentStep[];
}

export interface AssessmentStep {
  readonly chapter: string;
  readonly section: string | null;
  /** Plain text: what the assessment found that the section is about. */
  readonly why: string;
}

/** More steps than this, and nobody begins. */
const mostSteps = 8;
/** More findings than this in one place say no more. */
const mostReasons = 3;

/** What a path takes of an assessment that was judged. */
export interface Judged {
  readonly verdict: { readonly fit: string };
  readonly findings: readonly Judgement[];
  readonly blockers: readonly Blocker[];
  /** The most decisive first. */
  readonly missing: readonly { readonly question: string; readonly ask: string }[];
}

interface Judgement extends Statement {
  readonly topic: string;
  readonly outcome: string;
  readonly weight: number;
}

interface Blocker extends Statement {
  /** Whether it stands, or may only come to stand. */
  readonly certain: boolean;
  /** A serverless way round exists. */
  readonly lifted: boolean;
}

/** What is said about a criterion. */
interface Statement {
  readonly criterion: string;
  readonly title: string;
  readonly because: string;
}

/** An outcome for which a section is read. */
type Told = 'weakness' | 'concern' | 'strength' | 'neutral';

/** Something that an assessment came to, and the criterion that it is about. */
interface Reason {
  readonly criterion: string;
  readonly text: string;
}

/**
 * The sections that a workload calls for: first what rules a plain function out or may do so, then weaknesses, concerns
 * and what is not known yet; for a good fit, what makes it go well. At most eight, each place once.
 */
export function pathFromAssessment(
  guide: Guide,
  knowledge: Knowledge,
  assessed: Judged,
  workload: string,
): PathFromAssessment {
  const reasons = [
    ...blockerReasons(assessed),
    ...outcomeReasons(assessed, 'weakness'),
    ...outcomeReasons(assessed, 'concern'),
    ...missingReasons(knowledge, assessed),
    ...(assessed.verdict.fit === 'good-fit' ? careReasons(assessed) : []),
  ];
  const found = new Map<string, { chapter: string; section: string | null; why: readonly string[] }>();
  for (const { criterion, text } of reasons) {
    const place = placeOfCriterion(guide, knowledge, criterion);
    if (!place) continue;
    const key = `${place.chapter}#${place.section ?? ''}`;
    const why = found.get(key)?.why ?? [];
    if (why.length < mostReasons && !why.includes(text)) found.set(key, { ...place, why: [...why, text] });
  }
  const steps = [...found.values()].slice(0, mostSteps).map(step => ({ ...step, why: step.why.join(' ') }));
  return { workload, steps };
}

/**
 * Where the guide explains a criterion: the section in the chapter of its topic, else in any other; else the chapter of
 * its topic. Nothing when there is no such chapter.
 */
export function placeOfCriterion(
  guide: Guide,
  knowledge: Knowledge,
  id: string,
): { readonly chapter: string; readonly section: string | null } | undefined {
  const ofTopic = guide.chapterById.get(knowledge.criterionById.get(id)?.topic ?? '');
  const explains = [ofTopic, ...guide.chapters].find(chapter => chapter?.criteria?.[id] !== undefined);
  const chapter = explains ?? ofTopic;
  const section = chapter?.sections.find(known => known.id === chapter.criteria?.[id]);
  return chapter && { chapter: chapter.id, section: section?.id ?? null };
}

function blockerReasons({ blockers }: Judged): Reason[] {
  const sure = blockers.filter(blocker => blocker.certain);
  return [...sure, ...blockers.filter(blocker => !blocker.certain)].map(
    ({ criterion, title, certain, lifted, because }) => ({
      criterion,
      text: say(`path.${certain ? (lifted ? 'lifted-blocker' : 'blocker') : 'open-blocker'}`, { title, because }),
    }),
  );
}

function outcomeReasons({ findings }: Judged, outcome: 'weakness' | 'concern'): Reason[] {
  return byWeight(findings.filter(finding => finding.outcome === outcome)).map(finding => tell(finding, outcome));
}

/** Open questions, the most decisive first, each at the weightiest criterion that waits for it. */
function missingReasons(knowledge: Knowledge, { findings, blockers, missing }: Judged): Reason[] {
  const told = new Set(blockers.map(blocker => blocker.criterion));
  const open = byWeight(findings.filter(finding => finding.outcome === 'open'));
  const asked = new Set<string>();
  return missing.flatMap(({ question, ask }) => {
    const waits = open.filter(({ criterion }) => knowledge.questionsOf.get(criterion)?.includes(question));
    const [first] = waits;
    if (!first || waits.some(({ criterion }) => told.has(criterion) || asked.has(criterion))) return [];
    asked.add(first.criterion);
    return [{ criterion: first.criterion, text: say('path.open', { title: first.title, ask }) }];
  });
}

/** What decides whether a team that may go ahead does well: how it delivers, sees and guards what it builds. */
function careReasons({ findings }: Judged): Reason[] {
  return ['delivery', 'observability', 'security'].flatMap(topic =>
    byWeight(findings.filter(finding => finding.topic === topic))
      .flatMap(finding =>
        finding.outcome === 'strength' || finding.outcome === 'neutral' ? [tell(finding, finding.outcome)] : [],
      )
      .slice(0, 1),
  );
}

function tell({ criterion, title, because }: Statement, outcome: Told): Reason {
  return { criterion, text: say(`path.${outcome}`, { title, because }) };
}

function byWeight(findings: readonly Judgement[]): Judgement[] {
  return [...findings].sort((a, b) => b.weight - a.weight);
}
