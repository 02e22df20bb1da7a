import { tracesOf } from '../core/language/failure';
import { visibleLine } from '../core/language/visible';
import { say } from './terminal';

/** Where mistakes are reported, as package.json says it. */
const issues = 'https://github.com/serverless-advisor/serverless-advisor/issues';

/** Set to anything, it has mistakes shown with their places in the code. */
const traceVariable = 'SERVERLESS_ADVISOR_TRACE';

/** Says that something happened which nobody has foreseen, a mistake of ours, and has the process end with 1. */
export function reportMistake(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  say(
    `Something went wrong in Serverless Advisor itself: ${visibleLine(message)}\nPlease report it at ${issues} with the command and what it prints with ${traceVariable}=1.`,
    [issues],
  );
  if (process.env[traceVariable]) say(tracesOf(error).join('\n'));
  process.exitCode = 1;
}
