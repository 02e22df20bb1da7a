/** What the tools of `npm run check` say, as lines that all look the same: `file:line message (check)`. */

/** The faults that tsc prints without colours; a line that is indented goes on with the one before it. */
export function typeFaults(output: string): string[] {
  const faults: string[] = [];
  for (const line of output.split('\n')) {
    const [, file, row, message] = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
    if (file !== undefined) faults.push(`${file}:${row} ${message}`);
    else if (line.startsWith(' ')) faults.push(`${faults.pop() ?? ''} ${line.trim()}`);
    else if (line.trim() !== '') faults.push(line);
  }
  return faults.map(fault => `${fault} (types)`);
}

interface Diagnostic {
  readonly severity: string;
  readonly message: string;
  /** `format`, `parse`, `lint/style/useConst`. */
  readonly category: string;
  readonly location?: { readonly path?: string; readonly start?: { readonly line: number } };
}

/**
 * The faults in what Biome prints with `--reporter=json`.
 *
 * @throws SyntaxError when it is something else
 */
export function lintFaults(output: string): string[] {
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Diagnostic[] };
  return diagnostics.map(({ message, category, location }) => {
    const file = location?.path ?? '.';
    if (category === 'format') return `${file} is not formatted: npm run fix does it (format)`;
    return `${file}:${location?.start?.line ?? 1} ${message} (${category.replace(/^lint\//, '')})`;
  });
}
