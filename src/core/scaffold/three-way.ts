import { merge } from 'node-diff3';

/** Texts of more lines are not merged. The longest file of a project, a template of all its resources, has some 2,200. */
const mostLines = 10_000;

/**
 * Texts with more pairs of equal lines are not merged: comparing looks at each pair, and for each at what fits together so far. That
 * template has 38,000 with itself.
 */
const mostPairs = 200_000;

/** Both changes to a text in one, with the line endings of the current one; nothing where they meet in the same lines. */
export function mergeThree(current: string, base: string, planned: string): string | undefined {
  const usesCrLf = current.includes('\r\n');
  const ours = linesOf(current.replaceAll('\r\n', '\n'));
  const before = linesOf(base);
  const theirs = linesOf(planned);
  if (!ours || !before || !theirs) return undefined;
  if (pairsOf(before, ours) > mostPairs || pairsOf(before, theirs) > mostPairs) return undefined;
  const { conflict, result } = merge(ours, before, theirs);
  return conflict ? undefined : result.join(usesCrLf ? '\r\n' : '\n');
}

/** The lines of a text; nothing where there are too many. */
function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n', mostLines + 1);
  return lines.length > mostLines ? undefined : lines;
}

/** How many lines of one text are equal to how many of the other. */
function pairsOf(some: readonly string[], others: readonly string[]): number {
  const times = new Map<string, number>();
  for (const line of some) times.set(line, (times.get(line) ?? 0) + 1);
  return others.reduce((pairs, line) => pairs + (times.get(line) ?? 0), 0);
}
