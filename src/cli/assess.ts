import { readFile } from 'node:fs/promises';
import type { Assessment } from '../core/assessment';
import { parseAssessment } from '../core/assessment-parser';
import { whatWouldChange } from '../core/change';
import type { Knowledge } from '../core/knowledge';
import { printJson, printMarkdown, printText } from '../core/report';
import { assess } from '../core/verdict';
import { BadInput, reasonOf } from './bad-input';
import { loadKnowledge } from './content';

const formats = ['text', 'json', 'markdown'] as const;
type Format = (typeof formats)[number];

/** `assess FILE`: the report of an assessment, as text of the format asked for. */
export async function assessFile(files: readonly string[], formatGiven: string | undefined): Promise<string> {
  const [file, ...others] = files;
  if (file === undefined) throw new BadInput('Name the file to assess: serverless-advisor assess FILE.');
  if (others.length > 0) throw new BadInput(`One file at a time; "${others[0]}" is too many.`);
  const format = parseFormat(formatGiven);
  const knowledge = loadKnowledge();
  const assessment = await readAssessment(knowledge, file);
  const assessed = assess(knowledge, assessment.answers, assessment.weights);
  switch (format) {
    case 'json':
      return printJson(knowledge, assessment, assessed);
    case 'markdown':
      return printMarkdown(
        knowledge,
        assessment,
        assessed,
        whatWouldChange(knowledge, assessment.answers, assessment.weights),
      ).markdown;
    case 'text':
      // Some terminals say that they have no columns at all.
      return printText(knowledge, assessment, assessed, Math.min(process.stdout.columns || 100, 120));
  }
}

/** The assessment in a file; `-` is standard input. What is odd but harmless goes to standard error. */
export async function readAssessment(knowledge: Knowledge, file: string): Promise<Assessment> {
  const parsed = parseAssessment(knowledge, await readText(file));
  if ('problems' in parsed) {
    const lines = parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
    throw new BadInput(lines.join('\n'));
  }
  for (const { line, column, message } of parsed.remarks)
    process.stderr.write(`${file}:${line}:${column}: ${message}\n`);
  return parsed.assessment;
}

function parseFormat(text = 'text'): Format {
  const format = formats.find(known => known === text);
  if (!format) throw new BadInput(`There is no format "${text}". Known are: ${formats.join(', ')}.`);
  return format;
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = file === '-' ? Buffer.concat(await process.stdin.toArray()) : await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new BadInput(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
}
