import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Assessment } from '../core/assessment/assessment';
import { largestAssessment, parseAssessment } from '../core/assessment/assessment-parser';
import { whatWouldChange } from '../core/assessment/change';
import { printJson, printMarkdown, printText } from '../core/assessment/report';
import { assess } from '../core/assessment/verdict';
import type { Knowledge } from '../core/content/knowledge';
import type { Problem } from '../core/language/problem';
import { BadInput, isRefusal, reasonOf } from './bad-input';
import { loadKnowledge } from './content';
import { firstLines, type Result, say } from './terminal';

const formats = ['text', 'json', 'markdown'] as const;
type Format = (typeof formats)[number];

/** `assess FILE`: the report of an assessment, in the format asked for. */
export async function assessFile(files: readonly string[], formatGiven: string | undefined): Promise<Result> {
  const [file, ...others] = files;
  if (!file) throw new BadInput('Name the file to assess: serverless-advisor assess FILE.');
  if (others.length > 0) throw new BadInput(`One file at a time; "${others[0]}" is too many.`);
  const format = parseFormat(formatGiven);
  const knowledge = loadKnowledge();
  const assessment = await readAssessment(knowledge, file);
  const assessed = assess(knowledge, assessment.answers, assessment.weights);
  const sources = assessed.findings.flatMap(({ facts }) => facts.map(({ source }) => source));
  switch (format) {
    case 'json': {
      const text = printJson(knowledge, assessment, assessed);
      return { text, exact: [text] };
    }
    case 'markdown': {
      const changes = whatWouldChange(knowledge, assessment.answers, assessment.weights);
      return { text: printMarkdown(knowledge, assessment, assessed, changes).markdown, exact: sources };
    }
    case 'text': {
      // Some terminals say that they have no columns at all.
      const width = Math.min(process.stdout.columns || 100, 120);
      return { text: printText(knowledge, assessment, assessed, width), exact: sources };
    }
  }
}

/** The assessment in a file; `-` is standard input. What is odd but harmless goes to standard error. */
export async function readAssessment(knowledge: Knowledge, file: string): Promise<Assessment> {
  const parsed = parseAssessment(knowledge, await readText(file));
  const place = ({ line, column, message }: Problem): string => `${file}:${line}:${column}: ${message}`;
  if ('problems' in parsed) throw new BadInput(firstLines(parsed.problems.map(place)));
  if (parsed.remarks.length > 0) say(firstLines(parsed.remarks.map(place)));
  return parsed.assessment;
}

function parseFormat(text = 'text'): Format {
  const format = formats.find(known => known === text);
  if (!format) throw new BadInput(`There is no format "${text}". Known are: ${formats.join(', ')}.`);
  return format;
}

/** The text of a file or of standard input; nothing when there is more of it than is read. */
async function readText(file: string): Promise<string | undefined> {
  if (file === '') throw new BadInput('The name of the file is empty. Name the file of an assessment.');
  try {
    const bytes = file === '-' ? await readStart(process.stdin) : await readStartOf(file);
    if (bytes === undefined) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const isUntold = file.includes('\ufffd') && (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new BadInput(`Cannot read ${file}: ${isUntold ? 'its name is not text in UTF-8' : reasonOf(error)}.`);
  }
}

async function readStartOf(file: string): Promise<Buffer | undefined> {
  return (await stat(file)).size > largestAssessment ? undefined : readStart(createReadStream(file));
}

/** All that comes, unless it is too much: a device, a pipe or a growing file need not come to an end. */
async function readStart(stream: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > largestAssessment) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
