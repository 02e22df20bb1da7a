/** `tsx scripts/content/check.mts`: says what is wrong with content/, a line each, and exits with 1 if anything is. */
import { checkContent } from './checks.mts';
import { loadContent } from './load.mts';

const content = await loadContent();
const problems = checkContent(content);
for (const { file, message } of problems) console.error(`content/${file}: ${message}`);
const { sections, criteria, platforms } = content.knowledge;
const questions = sections.flatMap(section => section.questions ?? []).length;
const { choices, parts } = content.catalogue;
const facts = platforms.flatMap(platform => platform.facts ?? []).length;
console.log(
  problems.length > 0
    ? `${problems.length} problems in the content.`
    : `Content is sound: ${questions} questions, ${criteria.length} criteria, ${facts} facts on ${platforms.length} platforms, ${choices.length} choices and ${parts.length} parts of projects.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
