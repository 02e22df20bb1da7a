import { merge } from 'node-diff3';

/**
 * Texts of more lines are not merged. Comparing two takes as many steps as one has lines times the other, and the
 * longest file of a project has some hundreds.
 */
const mostLines = 5000;

/** Both changes to a text in one, with the line endings of the current one; nothing where they meet in the same lines. */
export function mergeThree(current: string, base: string, planned: string): string | undefined {
  const usesCrLf = current.includes('\r\n');
  const [ours, before, theirs] = [current.replaceAll('\r\n', '\n'), base, planned].map(text => linesOf(text));
  if (!ours || !before || !theirs) return undefined;
  const { conflict, result } = merge(ours, before, theirs);
  return conflict ? undefined : result.join(usesCrLf ? '\r\n' : '\n');
}

/** The lines of a text; nothing where there are too many. */
function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n', mostLines + 1);
  return lines.length > mostLines ? undefined : lines;
}
