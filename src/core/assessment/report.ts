import type { Knowledge, KnownFact } from '../content/knowledge';
import { joinMarkdown, linkTo, type Markdown, markdown, sayMarkdown } from '../language/markdown';
import { visible, visibleJson } from '../language/visible';
import { join, lower, say, writeNumber } from '../language/words';
import type { Assessment } from './assessment';
import type { VerdictChange } from './change';
import type { Blocker, Finding } from './finding';
import type { Missing } from './missing';
import { type Assessed, type Fit, printFit } from './verdict';

/**
 * The result as JSON for scripts. Its shape is stable: fields may be added, none changes its meaning or goes away
 * without a new `format`. Points are from 0 to 100, rounded so that `low` and `high` still hold the score.
 */
export function printJson(knowledge: Knowledge, assessment: Assessment, assessed: Assessed): string {
  const { verdict } = assessed;
  const result = {
    format: 1,
    workload: assessment.workload,
    verdict: {
      fit: verdict.fit,
      possible: verdict.possible,
      form: verdict.form?.id ?? null,
      score: verdict.score === undefined ? null : Math.round(verdict.score),
      low: Math.floor(verdict.low),
      high: Math.ceil(verdict.high),
      coverage: Math.round(verdict.coverage * 1000) / 1000,
      because: verdict.because,
    },
    findings: assessed.findings.map(finding => ({
      criterion: finding.criterion,
      title: finding.title,
      outcome: finding.outcome,
      lifted: finding.lifted,
      possible: finding.possible,
      points: finding.merit ?? null,
      weight: finding.weight,
      defaultWeight: finding.defaultWeight,
      because: finding.because,
      remedy: finding.remedy ?? null,
      saw: finding.saw.map(seen => ({ ...seen, text: seen.text ?? null })),
      topic: finding.topic,
      facts: finding.facts.map(({ about, id, title, value, unit, source, asOf }) => ({
        id: `${about.id}.${id}`,
        title,
        value,
        unit,
        source,
        asOf,
      })),
    })),
    blockers: assessed.blockers.map(blocker => ({
      criterion: blocker.criterion,
      title: blocker.title,
      certain: blocker.certain,
      lifted: blocker.lifted,
      because: blocker.because,
      wayRound: blocker.wayRound ?? null,
      nextBestForm: blocker.nextBestForm?.id ?? null,
    })),
    missing: assessed.missing.map(({ question, title, ask, findOut, dontKnow, points, couldBlock }) => ({
      question,
      title,
      ask,
      findOut,
      dontKnow,
      points: Math.round(points * 10) / 10,
      couldBlock,
    })),
    progress: assessed.progress,
    asOf: knowledge.asOf,
  };
  return `${visibleJson(result)}\n`;
}

/** The result for a terminal, broken at spaces so that lines have at most `width` UTF-16 code units where words allow. */
export function printText(knowledge: Knowledge, assessment: Assessment, assessed: Assessed, width = 100): string {
  const { verdict, blockers, missing } = assessed;
  const lines: string[] = [
    assessment.workload,
    '',
    say('report.verdict', { fit: fitTitle(verdict.fit), because: verdict.because }),
    printScore(assessed),
  ];
  if (verdict.form) lines.push('', say('report.form', verdict.form));
  if (blockers.length > 0) lines.push('', say('report.blockers'));
  for (const blocker of blockers) {
    lines.push(`  ${say('report.blocker', { ...blocker, state: stateOf(blocker) })}`);
    // How to get round what may never come about would only be long.
    if (blocker.certain && blocker.wayRound)
      lines.push(`    ${[say('report.way-round', blocker.wayRound), ...nextForm(blocker)].join(' ')}`);
  }
  if (missing.length > 0) lines.push('', say('report.find-out'));
  for (const item of missing.slice(0, 5)) {
    const sentence = item.couldBlock ? 'report.question-that-blocks' : 'report.question';
    lines.push(`  ${say(sentence, { ask: item.ask, points: printPoints(item) })}`);
    lines.push(`    ${item.findOut}`);
  }
  if (missing.length > 5) lines.push(`  ${say('report.more', { count: missing.length - 5 })}`);
  for (const { id, title } of knowledge.themes) {
    const findings = assessed.findings.filter(finding => finding.theme === id && finding.outcome !== 'not-applicable');
    if (findings.length > 0) lines.push('', title);
    for (const finding of findings) {
      lines.push(`  ${mark(finding)} ${finding.title}: ${finding.because}`);
      if (finding.remedy) lines.push(`    ${say('report.to-do', { remedy: finding.remedy })}`);
    }
  }
  const facts = factsOf(assessed.findings);
  if (facts.length > 0)
    lines.push(
      '',
      say('report.numbers'),
      ...facts.map(fact => `  ${say('report.fact', aboutFact(fact, fact.source))}`),
    );
  return `${lines.flatMap(line => wrap(line, width)).join('\n')}\n`;
}

/** The result as Markdown for a pull request or a wiki. What people wrote stays text, whatever it looks like. */
export function printMarkdown(
  knowledge: Knowledge,
  assessment: Assessment,
  assessed: Assessed,
  changes: readonly VerdictChange[],
): Markdown {
  const { verdict, blockers, missing } = assessed;
  const empty = markdown``;
  const lines = [markdown`# ${assessment.workload}`, empty];
  const section = (title: string, ...content: readonly Markdown[]): void => {
    if (content.length > 0) lines.push(markdown`## ${title}`, empty, ...content, empty);
  };
  if (assessment.description) lines.push(markdown`${assessment.description}`, empty);
  lines.push(
    markdown`**${fitTitle(verdict.fit)}.** ${verdict.because}`,
    empty,
    markdown`${printScore(assessed)}`,
    empty,
  );
  if (verdict.form) {
    const { title, summary, examples } = verdict.form;
    lines.push(sayMarkdown('report.form-in-markdown', { title, summary, examples: join(examples) }), empty);
  }
  section(say('report.blockers'), ...blockers.map(blockerLine));
  section(say('report.find-out'), ...missing.map(missingLine));
  for (const { id, title } of knowledge.themes)
    section(title, ...findingTable(assessed.findings.filter(finding => finding.theme === id)));
  section(
    say('report.changes'),
    ...changes.map(
      ({ title, to, from, fit }) =>
        markdown`- ${sayMarkdown('report.change', { question: title, to, from, fit: printFit(fit) })}`,
    ),
  );
  section(
    say('report.numbers'),
    ...factsOf(assessed.findings).map(
      fact => markdown`- ${sayMarkdown('report.fact', aboutFact(fact, linkTo(fact.source)))}`,
    ),
  );
  return { markdown: `${joinMarkdown(lines).markdown.trimEnd()}\n` };
}

function blockerLine(blocker: Blocker): Markdown {
  const { title, because, certain, wayRound } = blocker;
  const line = sayMarkdown('report.blocker', { title: markdown`**${title}**`, state: stateOf(blocker), because });
  if (!certain || !wayRound) return markdown`- ${line}`;
  const way = sayMarkdown('report.way-round-in-markdown', wayRound);
  return joinMarkdown([markdown`- ${line}`, way, ...nextForm(blocker).map(form => markdown`${form}`)], ' ');
}

function missingLine(item: Missing): Markdown {
  const sentence = item.couldBlock ? 'report.question-that-blocks-in-markdown' : 'report.question-in-markdown';
  const { ask, findOut } = item;
  return markdown`1. ${sayMarkdown(sentence, { ask, findOut, points: printPoints(item) })}`;
}

function findingTable(findings: readonly Finding[]): Markdown[] {
  if (findings.length === 0) return [];
  return [
    tableRow('criterion', 'outcome', 'weight', 'reason', 'remedy'),
    markdown`| --- | --- | ---: | --- | --- |`,
    ...findings.map(
      finding =>
        markdown`| ${finding.title} | ${outcomeWords(finding)} | ${finding.weight} | ${finding.because} | ${finding.remedy ?? ''} |`,
    ),
  ];
}

function tableRow(...columns: readonly ('criterion' | 'outcome' | 'weight' | 'reason' | 'remedy')[]): Markdown {
  return markdown`| ${joinMarkdown(
    columns.map(column => markdown`${say(`report.${column}`)}`),
    ' | ',
  )} |`;
}

/** A fit as a heading. */
export function fitTitle(fit: Fit): string {
  return say(`fit-title.${fit}`);
}

function printScore({ verdict, missing, progress }: Assessed): string {
  const { score, low, high, coverage } = verdict;
  const range = { low: Math.floor(low), high: Math.ceil(high) };
  const answered = say('report.answered', progress);
  if (score === undefined) return say('report.no-score', { ...range, answered });
  const settled = {
    score: Math.round(score),
    coverage: writeNumber(coverage, { style: 'percent', maximumFractionDigits: 0 }),
    answered,
  };
  return missing.length > 0 ? say('report.score-so-far', { ...settled, ...range }) : say('report.score', settled);
}

function stateOf({ certain, lifted }: Blocker): string {
  if (!certain) return say('report.open');
  return say(lifted ? 'report.lifted' : 'report.stands');
}

function printPoints({ points }: Missing): string {
  return say('report.points', { count: Math.ceil(points) });
}

function nextForm({ nextBestForm }: Blocker): string[] {
  return nextBestForm ? [say('report.next-form', { form: lower(nextBestForm.title) })] : [];
}

function mark(finding: Finding): string {
  const marks = {
    strength: '+',
    neutral: '·',
    concern: '!',
    weakness: '!!',
    blocker: finding.lifted ? '(x)' : 'X',
    open: '?',
    'not-applicable': '-',
  };
  return marks[finding.outcome].padEnd(3);
}

function outcomeWords(finding: Finding): Markdown {
  const words = say(`table.${finding.lifted ? 'lifted' : finding.outcome}`);
  return finding.outcome === 'blocker' && !finding.lifted ? markdown`**${words}**` : markdown`${words}`;
}

function factsOf(findings: readonly Finding[]): KnownFact[] {
  return [...new Set(findings.flatMap(finding => finding.facts))];
}

function aboutFact<Source>({ about, title, asOf }: KnownFact, source: Source) {
  return { owner: about.title, title: lower(title), date: asOf, source };
}

/**
 * Breaks a line at spaces; what follows stands as far in as the line itself, and two more. What people wrote may hold line ends and
 * signs that steer a terminal: here everything becomes one line of signs that can be seen.
 */
function wrap(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = indent;
  for (const word of visible(line.trim().replace(/[^\S ]+/gu, ' ')).split(' ')) {
    if (current.trim() !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `${indent}  `;
    }
    current += current.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, current];
}
