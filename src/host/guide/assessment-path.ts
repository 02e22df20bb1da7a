import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import type { PathFromAssessment } from '../../core/guide/path';
import { words } from '../../core/language/inert';
import { describeFiles, findAssessments, fromFile, rowOf } from '../ui/assessment-files';
import { runCommand } from '../ui/commands';
import type { KeptValue } from '../ui/kept-value';
import { showInformation } from '../ui/messages';
import { pickRow } from '../ui/prompts';

/**
 * Which assessment of this workspace the path through the guide follows. The path itself is never kept: it is made anew,
 * so that it knows the answers of today.
 */
export interface AssessmentPath {
  /** The assessment that someone wants a path from: the one given, the only one, or the one they choose. */
  choose(given: vscode.Uri | undefined): Promise<vscode.Uri | undefined>;
  follow(file: vscode.Uri | undefined): Promise<void>;
  /** The path as the file stands; nothing when none is followed or the file is gone or damaged. */
  make(): Promise<PathFromAssessment | undefined>;
}

export function openAssessmentPath(kept: KeptValue, advisor: Advisor): AssessmentPath {
  return {
    choose: given => chooseAssessment(advisor, given),
    follow: file => kept.write(file?.toString() ?? null),
    async make() {
      const address = await kept.read();
      if (typeof address !== 'string') return undefined;
      const path = await fromFile(vscode.Uri.parse(address), advisor.readingPath);
      return 'problems' in path ? undefined : path;
    },
  };
}

async function chooseAssessment(advisor: Advisor, given: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const files = given ? [given] : await findAssessments();
  if (files.length === 0) {
    const start = words(vscode.l10n.t('Assess a Workload'));
    const message = words(
      vscode.l10n.t('No workload has been assessed in this workspace, so there is nothing to make a path from.'),
    );
    if ((await showInformation(message, start)) === start) await runCommand('serverlessAdvisor.assess');
    return undefined;
  }
  const file = files.length === 1 ? files[0] : await pickAssessment(advisor, files);
  if (!file) return undefined;
  const reviewed = await fromFile(file, advisor.review);
  if ('assessed' in reviewed) return file;
  const path = vscode.workspace.asRelativePath(file);
  const [{ line, message }] = reviewed.problems;
  throw new Error(vscode.l10n.t('{0}, line {1}: {2}', path, String(line), message));
}

async function pickAssessment(advisor: Advisor, files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const rows = await describeFiles(files, async (file, looked) =>
    rowOf(file, await fromFile(file, advisor.review, looked)),
  );
  const picked = await pickRow(rows, {
    title: words(vscode.l10n.t('What to read')),
    placeHolder: words(vscode.l10n.t('For which workload?')),
    matchOnDetail: true,
  });
  return picked?.file;
}
