/** `tsx bench/assess.mts`: how many full assessments, with every explanation, one core makes a second. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAssessment } from '../src/core/assessment/assessment-parser';
import { whatWouldChange } from '../src/core/assessment/change';
import { assess } from '../src/core/assessment/verdict';
import { type KnowledgeFile, openKnowledge } from '../src/core/content/knowledge';

const root = new URL('../', import.meta.url);
const file: KnowledgeFile = JSON.parse(readFileSync(new URL('dist/knowledge.json', root), 'utf8'));
const knowledge = openKnowledge(file);
const texts = readdirSync(new URL('samples/', root))
  .filter(name => name.endsWith('.assessment.json'))
  .map(name => readFileSync(new URL(`samples/${name}`, root), 'utf8'));
const assessments = texts.flatMap(text => {
  const parsed = parseAssessment(knowledge, text);
  return 'assessment' in parsed ? [parsed.assessment] : [];
});

measure('assess a workload, explanations included', 5000, index => {
  const assessment = assessments[index % assessments.length];
  if (assessment) assess(knowledge, assessment.answers, assessment.weights);
});
measure('parse a file', 5000, index => parseAssessment(knowledge, texts[index % texts.length] ?? ''));
measure('what would change the verdict', 200, index => {
  const assessment = assessments[index % assessments.length];
  if (assessment) whatWouldChange(knowledge, assessment.answers, assessment.weights);
});
measure('open the compiled knowledge', 500, () => openKnowledge(file));

/** Prints the median of single runs, and how many of them fit into a second. */
function measure(what: string, runs: number, run: (index: number) => void): void {
  for (let index = 0; index < runs / 10; index++) run(index);
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const start = performance.now();
    run(index);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  const median = at(0.5);
  console.log(
    `${what.padEnd(45)} median ${median.toFixed(3)} ms, 99th of a hundred ${at(0.99).toFixed(3)} ms, ${Math.round(1000 / median)} a second`,
  );
}
