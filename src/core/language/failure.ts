/**
 * Where an error came from, a line each: its kind and code, then the places in the code, then the same for its causes. Its message is
 * left out, since it may quote what a file holds.
 */
export function tracesOf(error: unknown): string[] {
  const lines: string[] = [];
  for (let cause = error, depth = 0; cause !== undefined && depth < mostCauses; depth++) {
    lines.push(depth === 0 ? kindOf(cause) : `caused by ${kindOf(cause)}`, ...framesOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return lines;
}

const mostCauses = 5;
const mostFrames = 30;

/** Its name and code where they are names; anything else might be text of a file. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} that was thrown`;
  const code = 'code' in error ? error.code : undefined;
  return [error.name, code].filter(isName).join(' ') || 'Error';
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^\w[\w .()-]{0,60}$/.test(value);
}

/** The places of its stack, behind its name and message; nothing where the message was changed, so that they cannot be told apart. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const { message, stack } = error;
  const begin = stack.indexOf(message);
  if (begin < 0) return [];
  const lines = stack.slice(begin + message.length).split('\n');
  // Indented by spaces, in VS Code by a tab.
  const frames = lines.filter(line => /^\s+at \S/.test(line)).map(line => `    ${line.trim()}`);
  return frames.slice(0, mostFrames);
}
