import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Damaged, largestAssessment } from '../core/assessment/assessment-parser';
import { printJson, printMarkdown, printText } from '../core/assessment/report';
import type { Problem } from '../core/language/problem';
import type { Origin } from '../core/origin';
import { BadInput, isRefusal, reasonOf } from './bad-input';
import { advisor } from './content';
import { firstLines, type Result, say } from './terminal';

const formats = ['text', 'json', 'markdown'] as const;
type Format = (typeof formats)[number];

/** `assess FILE`: the report of an assessment, in the format asked for. */
export async function assessFile(files: readonly string[], formatGiven: string | undefined): Promise<Result> {
  const [file, ...others] = files;
  if (!file) throw new BadInput('Name the file to assess: serverless-advisor assess FILE.');
  if (others.length > 0) throw new BadInput(`One file at a time; "${others[0]}" is too many.`);
  const format = parseFormat(formatGiven);
  const reviewed = readable(file, await advisor.review(await readText(file)));
  const { assessment, assessed } = reviewed;
  const knowledge = await advisor.knowledge();
  const sources = assessed.findings.flatMap(({ facts }) => facts.map(({ source }) => source));
  switch (format) {
    case 'json': {
      const text = printJson(knowledge, assessment, assessed);
      return { text, exact: [text] };
    }
    case 'markdown': {
      return { text: printMarkdown(knowledge, assessment, assessed, reviewed.changes).markdown, exact: sources };
    }
    case 'text': {
      // Some terminals say that they have no columns at all.
      const width = Math.min(process.stdout.columns || 100, 120);
      return { text: printText(knowledge, assessment, assessed, width), exact: sources };
    }
  }
}

/** What the assessment in a file brings along to a project; `-` is standard input. */
export async function readOrigin(file: string): Promise<Origin> {
  return readable(file, await advisor.origin(await readText(file)));
}

/** What came of the text of a file; what is odd in it but harmless goes to standard error. */
function readable<T extends { readonly remarks: readonly Problem[] }>(file: string, found: T | Damaged): T {
  const place = ({ line, column, message }: Problem): string => `${file}:${line}:${column}: ${message}`;
  if ('problems' in found) throw new BadInput(firstLines(found.problems.map(place)));
  if (found.remarks.length > 0) say(firstLines(found.remarks.map(place)));
  return found;
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
