import type { Knowledge, KnownFact } from '../content/knowledge';
import type { Form } from '../content/types';
import { joinMarkdown, linkTo, type Markdown, markdown } from '../language/markdown';
import { visible, visibleJson } from '../language/visible';
import { lower } from '../language/wording';
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
    `${fitTitle(verdict.fit)}. ${verdict.because}`,
    printScore(assessed),
  ];
  if (verdict.form) lines.push('', `Form: ${verdict.form.title}. ${verdict.form.summary}`);
  if (blockers.length > 0) lines.push('', 'Blockers');
  for (const blocker of blockers) {
    lines.push(`  ${blocker.title} (${stateOf(blocker)}): ${blocker.because}`);
    // How to get round what may never come about would only be long.
    if (blocker.certain && blocker.wayRound)
      lines.push(`    Way round: ${blocker.wayRound.title}. ${blocker.wayRound.how}${formWords(blocker.nextBestForm)}`);
  }
  if (missing.length > 0) lines.push('', 'Find out first');
  for (const item of missing.slice(0, 5)) {
    lines.push(`  ${item.ask} (${item.couldBlock ? 'may rule a plain function out, ' : ''}up to ${printPoints(item)})`);
    lines.push(`    ${item.findOut}`);
  }
  if (missing.length > 5) lines.push(`  … and ${missing.length - 5} more`);
  for (const { id, title } of knowledge.themes) {
    const findings = assessed.findings.filter(finding => finding.theme === id && finding.outcome !== 'not-applicable');
    if (findings.length > 0) lines.push('', title);
    for (const finding of findings) {
      lines.push(`  ${mark(finding)} ${finding.title}: ${finding.because}`);
      if (finding.remedy) lines.push(`    To do: ${finding.remedy}`);
    }
  }
  const facts = factsOf(assessed.findings);
  if (facts.length > 0) lines.push('', 'Numbers', ...facts.map(fact => `  ${factWords(fact)}, ${fact.source}`));
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
    lines.push(markdown`**Form:** ${title}. ${summary} For example ${examples.join(', ')}.`, empty);
  }
  section('Blockers', ...blockers.map(blockerLine));
  section('Find out first', ...missing.map(missingLine));
  for (const { id, title } of knowledge.themes)
    section(title, ...findingTable(assessed.findings.filter(finding => finding.theme === id)));
  section(
    'What would change the verdict',
    ...changes.map(
      ({ title, to, from, fit }) => markdown`- **${title}**: ${to} instead of ${from} makes it ${printFit(fit)}.`,
    ),
  );
  section('Numbers', ...factsOf(assessed.findings).map(fact => markdown`- ${factWords(fact)}, ${linkTo(fact.source)}`));
  return { markdown: `${joinMarkdown(lines).markdown.trimEnd()}\n` };
}

function blockerLine(blocker: Blocker): Markdown {
  const { title, because, certain, wayRound, nextBestForm } = blocker;
  const way =
    certain && wayRound
      ? markdown` *Way round:* ${wayRound.title}. ${wayRound.how + formWords(nextBestForm)}`
      : markdown``;
  return markdown`- **${title}** (${stateOf(blocker)}): ${because}${way}`;
}

function missingLine(item: Missing): Markdown {
  const blocks = item.couldBlock ? 'It may rule a plain function out; it' : 'It';
  return markdown`1. **${item.ask}** ${blocks} can move the score by up to ${printPoints(item)}. ${item.findOut}`;
}

function findingTable(findings: readonly Finding[]): Markdown[] {
  if (findings.length === 0) return [];
  return [
    markdown`| Criterion | Outcome | Weight | Reason | What to do |`,
    markdown`| --- | --- | ---: | --- | --- |`,
    ...findings.map(
      finding =>
        markdown`| ${finding.title} | ${outcomeWords(finding)} | ${finding.weight} | ${finding.because} | ${finding.remedy ?? ''} |`,
    ),
  ];
}

/** A fit as a heading. */
export function fitTitle(fit: Fit): string {
  const text = printFit(fit).replace(/^a /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function printScore({ verdict, missing, progress }: Assessed): string {
  const { score, low, high, coverage } = verdict;
  const range = `between ${Math.floor(low)} and ${Math.ceil(high)}`;
  const answered = `${progress.answered} of ${progress.relevant} questions answered`;
  if (score === undefined) return `No score yet; ${range} of 100 is possible; ${answered}.`;
  const open = missing.length > 0 ? `, ${range} while answers are missing` : '';
  return `Score ${missing.length > 0 ? 'so far ' : ''}${Math.round(score)} of 100${open}; ${Math.round(coverage * 100)}% of the weight is settled; ${answered}.`;
}

function stateOf({ certain, lifted }: Blocker): string {
  if (!certain) return 'open';
  return lifted ? 'lifted' : 'stands';
}

function printPoints({ points }: Missing): string {
  const whole = Math.ceil(points);
  return whole === 1 ? '1 point' : `${whole} points`;
}

function formWords(form: Form | undefined): string {
  return form ? ` Next best form: ${form.title.toLowerCase()}.` : '';
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
  if (finding.outcome === 'blocker') return finding.lifted ? markdown`blocker, lifted` : markdown`**blocker**`;
  return finding.outcome === 'not-applicable' ? markdown`not applicable` : markdown`${finding.outcome}`;
}

function factsOf(findings: readonly Finding[]): KnownFact[] {
  return [...new Set(findings.flatMap(finding => finding.facts))];
}

function factWords(fact: KnownFact): string {
  return `${fact.about.title}, ${lower(fact.title)}: as of ${fact.asOf}`;
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
