import type { Assessment } from './assessment';
import type { Change } from './change';
import type { Form } from './content';
import type { Blocker, Finding } from './finding';
import type { Knowledge } from './knowledge';
import type { Missing } from './missing';
import { type Assessed, type Fit, printFit } from './verdict';
import { lower, oneLine } from './wording';

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
      facts: finding.facts.map(({ platform, id, title, value, unit, source, asOf }) => ({
        id: `${platform.id}.${id}`,
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
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** The result for a terminal, broken at spaces so that lines have at most `width` UTF-16 code units where words allow. */
export function printText(knowledge: Knowledge, assessment: Assessment, assessed: Assessed, width = 100): string {
  const { verdict, blockers, missing } = assessed;
  const lines: string[] = [
    oneLine(assessment.workload),
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
  const facts = factLines(assessed.findings);
  if (facts.length > 0) lines.push('', 'Numbers', ...facts.map(fact => `  ${fact}`));
  return `${lines.flatMap(line => wrap(line, width)).join('\n')}\n`;
}

/** The result as Markdown for a pull request or a wiki. What people wrote stays text, whatever it looks like. */
export function printMarkdown(
  knowledge: Knowledge,
  assessment: Assessment,
  assessed: Assessed,
  changes: readonly Change[],
): string {
  const { verdict, blockers, missing } = assessed;
  const lines = [`# ${escapeMarkdown(oneLine(assessment.workload))}`, ''];
  if (assessment.description) lines.push(escapeMarkdown(oneLine(assessment.description)), '');
  lines.push(`**${fitTitle(verdict.fit)}.** ${escapeMarkdown(verdict.because)}`, '', printScore(assessed), '');
  if (verdict.form)
    lines.push(
      `**Form:** ${verdict.form.title}. ${verdict.form.summary} For example ${verdict.form.examples.join(', ')}.`,
      '',
    );
  if (blockers.length > 0) lines.push('## Blockers', '');
  for (const blocker of blockers) {
    const way =
      blocker.certain && blocker.wayRound
        ? ` *Way round:* ${blocker.wayRound.title}. ${escapeMarkdown(blocker.wayRound.how)}${formWords(blocker.nextBestForm)}`
        : '';
    lines.push(`- **${blocker.title}** (${stateOf(blocker)}): ${escapeMarkdown(blocker.because)}${way}`);
  }
  if (blockers.length > 0) lines.push('');
  if (missing.length > 0) lines.push('## Find out first', '');
  for (const item of missing)
    lines.push(
      `1. **${item.ask}** ${item.couldBlock ? 'It may rule a plain function out; it' : 'It'} can move the score by up to ${printPoints(item)}. ${item.findOut}`,
    );
  if (missing.length > 0) lines.push('');
  for (const { id, title } of knowledge.themes) {
    const findings = assessed.findings.filter(finding => finding.theme === id);
    if (findings.length === 0) continue;
    lines.push(
      `## ${title}`,
      '',
      '| Criterion | Outcome | Weight | Reason | What to do |',
      '| --- | --- | ---: | --- | --- |',
    );
    for (const finding of findings)
      lines.push(
        `| ${finding.title} | ${outcomeWords(finding)} | ${finding.weight} | ${cell(finding.because)} | ${cell(finding.remedy ?? '')} |`,
      );
    lines.push('');
  }
  if (changes.length > 0) lines.push('## What would change the verdict', '');
  for (const change of changes)
    lines.push(
      `- **${change.title}**: ${escapeMarkdown(change.to)} instead of ${escapeMarkdown(change.from)} makes it ${printFit(change.fit)}.`,
    );
  if (changes.length > 0) lines.push('');
  const facts = factLines(assessed.findings);
  if (facts.length > 0) lines.push('## Numbers', '', ...facts.map(fact => `- ${fact}`), '');
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A fit as a heading. */
export function fitTitle(fit: Fit): string {
  const text = printFit(fit).replace(/^a /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * One line of text that Markdown shows as it is written: nothing in it is a heading, a list, a link, an image, a formula
 * or HTML. On GitHub nobody is mentioned by it, and no issue or emoji comes of it: these are looked for in the finished
 * text, where a backslash is gone, so a space without width keeps them apart.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>()#+!|~&$]/g, '\\$&')
    .replace(/^(\s*)([-=])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.')
    .replace(/(https?|www)([:.])/gi, '$1\\$2')
    .replace(/@|#(?=\d)|:(?=[\w\\+-]+:)/g, '$&&#8203;');
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

function outcomeWords(finding: Finding): string {
  if (finding.outcome === 'blocker') return finding.lifted ? 'blocker, lifted' : '**blocker**';
  return finding.outcome === 'not-applicable' ? 'not applicable' : finding.outcome;
}

function factLines(findings: readonly Finding[]): string[] {
  const facts = [...new Set(findings.flatMap(finding => finding.facts))];
  return facts.map(fact => `${fact.platform.title}, ${lower(fact.title)}: as of ${fact.asOf}, ${fact.source}`);
}

function cell(text: string): string {
  return escapeMarkdown(oneLine(text));
}

/** Breaks a line at spaces; what follows stands as far in as the line itself, and two more. */
function wrap(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(' ')) {
    if (current.trim() !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `${indent}  `;
    }
    current += current.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, current];
}
