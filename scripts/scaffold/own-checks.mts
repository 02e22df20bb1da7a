/** What this repository itself has of the kinds of files that it generates, held against the same tools. */
import { fileURLToPath } from 'node:url';
import { type Outcome, runLines } from '../tools/shell.mts';
import type { Tools } from '../tools/tools.mts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The lines that hold workflows against a tool, in a repository's folder. */
export const workflowLines = {
  actionlint: 'actionlint .github/workflows/*.yml',
  zizmor: 'zizmor --offline --no-progress .github',
} as const;

export interface OwnCheck {
  readonly name: string;
  /** A command without which it cannot be done here. */
  readonly needs: string;
  run(tools: Tools): Promise<Outcome>;
}

/** Named as the checks of projects are, so that they count with them. */
export const ownChecks: readonly OwnCheck[] = [
  own('actionlint', workflowLines.actionlint),
  own('zizmor', workflowLines.zizmor),
  own('shellcheck', 'shellcheck .ci/run'),
];

function own(name: string, lines: string): OwnCheck {
  return { name, needs: name, run: ({ path }) => runLines(lines, { cwd: root, env: { PATH: path } }) };
}
