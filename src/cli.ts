import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAssessment } from './core/assessment-parser';
import { whatWouldChange } from './core/change';
import { type Knowledge, openKnowledge } from './core/knowledge';
import { printJson, printMarkdown, printText } from './core/report';
import { assess } from './core/verdict';

const usage = `Usage: serverless-advisor assess FILE [--format text|json|markdown]

Assesses the workload whose answers FILE holds (an *.assessment.json file; - reads standard input).

  --format text      for people, the default
  --format json      for scripts; the shape is documented in the README
  --format markdown  for a pull request or a wiki
  --help             shows this
  --version          shows the version

Exit code 0 with the result on standard output, 2 with a sentence on standard error.`;

const formats = ['text', 'json', 'markdown'] as const;
type Format = (typeof formats)[number];

/** Something wrong with the call or the file, in a sentence for the person who made it. */
class BadInput extends Error {}

async function run(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseCall(args);
  if (values.help) return `${usage}\n`;
  if (values.version) return `${await version()}\n`;
  const [command, file, ...others] = positionals;
  if (command === undefined) throw new BadInput(`Say what to do.\n\n${usage}`);
  if (command !== 'assess') throw new BadInput(`There is no command "${command}". Known is: assess.`);
  if (file === undefined) throw new BadInput('Name the file to assess: serverless-advisor assess FILE.');
  if (others.length > 0) throw new BadInput(`One file at a time; "${others[0]}" is too many.`);
  const format = parseFormat(values.format);
  const text = await readAssessment(file);
  const knowledge = await loadKnowledge();
  const parsed = parseAssessment(knowledge, text);
  if ('problems' in parsed) {
    const lines = parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
    throw new BadInput(lines.join('\n'));
  }
  for (const { line, column, message } of parsed.remarks)
    process.stderr.write(`${file}:${line}:${column}: ${message}\n`);
  const { assessment } = parsed;
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
      );
    case 'text':
      // Some terminals say that they have no columns at all.
      return printText(knowledge, assessment, assessed, Math.min(process.stdout.columns || 100, 120));
  }
}

function parseCall(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function parseFormat(text = 'text'): Format {
  const format = formats.find(known => known === text);
  if (!format) throw new BadInput(`There is no format "${text}". Known are: ${formats.join(', ')}.`);
  return format;
}

async function readAssessment(file: string): Promise<string> {
  try {
    const bytes = file === '-' ? Buffer.concat(await process.stdin.toArray()) : await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder, not a file',
      ENOTDIR: 'a part of its path is a file, not a folder',
      EACCES: 'reading it is not allowed',
      ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
    };
    throw new BadInput(`Cannot read ${file}: ${reasons[code ?? ''] ?? code ?? String(error)}.`);
  }
}

async function loadKnowledge(): Promise<Knowledge> {
  return openKnowledge(JSON.parse(await readFile(join(__dirname, 'knowledge.json'), 'utf8')));
}

async function version(): Promise<string> {
  return JSON.parse(await readFile(join(__dirname, '..', 'package.json'), 'utf8')).version;
}

// A reader such as `head` may have seen enough, and closed the pipe.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
});
run(process.argv.slice(2)).then(
  text => process.stdout.write(text),
  error => {
    if (!(error instanceof BadInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  },
);
