import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assessFile } from './cli/assess';
import { BadInput, reasonOf } from './cli/bad-input';
import { reportMistake } from './cli/mistake';
import { listOptions, scaffold } from './cli/scaffold';
import { type Result, say, show } from './cli/terminal';

const usage = `Usage: serverless-advisor assess FILE [--format text|json|markdown]
       serverless-advisor scaffold DIR [--platform aws-lambda] [--language typescript] [--trigger http] …
       serverless-advisor options [--json]

assess    Assesses the workload whose answers FILE holds (an *.assessment.json file; - reads standard input).
  --format text      for people, the default
  --format json      for scripts; the shape is documented in the README
  --format markdown  for a pull request or a wiki

scaffold  Writes a project to DIR, or adds to the one that is there. What is not chosen takes its default.
  --name NAME            of the project; the folder's name unless given
  --from FILE            takes the answers of an assessment along
  --CHOICE OPTION        a choice of the project, several times where several can be had; options lists them
  --without CHOICE:OPTION  takes an option back that the project has; a default needs another choice in its place
  --on-conflict stop     writes nothing when files are in the way, the default
  --on-conflict keep     leaves such files as they are
  --on-conflict replace  writes over them
  --dry-run              shows what would happen and writes nothing
  --json                 for scripts; the shape is documented in the README

options   Lists all choices, and what excludes what.

  --help             shows this
  --version          shows the version

Exit code 0 with the result on standard output; 2 with a sentence on standard error when something given is wrong or the
folder cannot be written; 3 when files are in the way and nothing was written; 4 when all was done and the result could not
be printed; 1 when something went wrong in the program itself.`;

const commands = ['assess', 'scaffold', 'options'];

async function run([command, ...args]: readonly string[]): Promise<Result> {
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (command === '--help' || command === '-h' || (asksForHelp && commands.includes(command ?? '')))
    return { text: `${usage}\n` };
  if (command === '--version' || command === '-v') return { text: `${await version()}\n` };
  switch (command) {
    case 'assess': {
      const { values, positionals } = parse(args, { format: { type: 'string', short: 'f' } });
      return assessFile(positionals, values.format as string | undefined);
    }
    case 'scaffold':
      return scaffold(args);
    case 'options':
      return listOptions(parse(args, { json: { type: 'boolean' } }).values.json === true);
    case undefined:
      throw new BadInput(`Say what to do.\n\n${usage}`);
    default:
      throw new BadInput(`There is no command "${command}". Known are: ${commands.join(', ')}.`);
  }
}

function parse(args: readonly string[], options: Record<string, { type: 'string' | 'boolean'; short?: string }>) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

async function version(): Promise<string> {
  return JSON.parse(await readFile(join(__dirname, '..', 'package.json'), 'utf8')).version;
}

// A reader such as `head` may have seen enough, and closed the pipe.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
  say(`The result could not be printed: ${reasonOf(error)}. Everything else was done.`);
  process.exitCode = 4;
});
// Nobody is left to be told.
process.stderr.on('error', () => undefined);
process.on('uncaughtException', reportMistake);
run(process.argv.slice(2)).then(show, error => {
  if (!(error instanceof BadInput)) return reportMistake(error);
  say(error.message);
  process.exitCode = 2;
});
