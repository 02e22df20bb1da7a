/**
 * `tsx src/compiler/check.mts [--summary]`: says what is wrong with content/, a line each, and exits with 1 if anything is.
 * `--summary` says how much of everything there is, and what nobody has read for a year.
 */
import { openKnowledge } from '../core/content/knowledge';
import { checkContent } from './checks.mts';
import { staleChapters, staleFacts } from './freshness.mts';
import { type Content, loadContent } from './load.mts';
import { printProblem } from './problem.mts';

const content = await loadContent();
const problems = checkContent(content);
for (const problem of problems) console.error(printProblem(problem));
if (problems.length === 0 && process.argv.includes('--summary')) summarise(content);
process.exitCode = problems.length > 0 ? 1 : 0;

function summarise({ knowledge, catalogue, guide }: Content): void {
  const { sections, criteria, platforms, tools } = knowledge;
  const { choices, parts } = catalogue;
  const { chapters, terms } = guide.guide;
  const questions = sections.flatMap(section => section.questions).length;
  const facts = [...platforms, ...tools].flatMap(({ facts: numbers = [], notes = [] }) => [...numbers, ...notes]);
  console.log(
    `${questions} questions, ${criteria.length} criteria, ${facts.length} facts on ${platforms.length} platforms and ${tools.length} tools, ${choices.length} choices and ${parts.length} parts of projects, ${chapters.length} chapters and ${terms.length} terms of the guide.`,
  );
  // Age is no fault: it is said to whoever asks, and whoever has an hour looks again.
  const months = 12;
  const today = new Date().toISOString().slice(0, 10);
  const stale = [...staleFacts(openKnowledge(knowledge), today, months), ...staleChapters(guide.guide, today, months)];
  console.log(
    stale.length === 0
      ? `Everything was read in the last ${months} months.`
      : `Last read more than ${months} months ago:`,
  );
  for (const { id, asOf } of stale) console.log(`  ${asOf} ${id}`);
}
