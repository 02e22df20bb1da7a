/** `tsx scripts/content/check.mts`: says what is wrong with content/, a line each, and exits with 1 if anything is. */
import { openKnowledge } from '../../src/core/knowledge';
import { checkContent } from './checks.mts';
import { staleChapters, staleFacts } from './freshness.mts';
import { loadContent } from './load.mts';

const content = await loadContent();
const problems = checkContent(content);
for (const { file, message } of problems) console.error(`content/${file}: ${message}`);
const { sections, criteria, platforms, tools } = content.knowledge;
const questions = sections.flatMap(section => section.questions ?? []).length;
const { choices, parts } = content.catalogue;
const facts = [...platforms, ...tools].flatMap(({ facts: numbers = [], notes = [] }) => [...numbers, ...notes]).length;
const { chapters, terms } = content.guide.guide;
console.log(
  problems.length > 0
    ? `${problems.length} problems in the content.`
    : `Content is sound: ${questions} questions, ${criteria.length} criteria, ${facts} facts on ${platforms.length} platforms and ${tools.length} tools, ${choices.length} choices and ${parts.length} parts of projects, ${chapters.length} chapters and ${terms.length} terms of the guide.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

// Age is no fault: it is said, and whoever has an hour looks again.
const months = 12;
const today = new Date().toISOString().slice(0, 10);
const stale =
  content.problems.length > 0
    ? []
    : [
        ...staleFacts(openKnowledge(content.knowledge), today, months),
        ...staleChapters(content.guide.guide, today, months),
      ];
if (stale.length > 0)
  console.log(
    `Last read more than ${months} months ago: ${stale.map(({ id, asOf }) => `${id} (${asOf})`).join(', ')}.`,
  );
