import * as vscode from 'vscode';
import { fitTitle } from '../../core/assessment/report';
import { assess } from '../../core/assessment/verdict';
import type { Knowledge } from '../../core/content/knowledge';
import type { Guide } from '../../core/guide/guide';
import { type PathFromAssessment, pathFromAssessment } from '../../core/guide/path';
import { inert, words } from '../../core/language/inert';
import { describeFiles, findAssessments, parseFile, readAssessment } from '../ui/assessment-files';
import { runCommand } from '../ui/commands';
import type { KeptValue } from '../ui/kept-value';
import { showInformation } from '../ui/messages';
import { pickRow } from '../ui/prompts';

/**
 * Which assessment of this workspace the path through the guide follows. The path itself is never kept: it is made anew,
 * so that it knows the answers of today.
 */
export interface AssessmentPath {
  follow(file: vscode.Uri | undefined): Promise<void>;
  /** The path as the file stands; nothing when none is followed or the file is gone or damaged. */
  make(guide: Guide, knowledge: Knowledge): Promise<PathFromAssessment | undefined>;
}

export function openAssessmentPath(kept: KeptValue): AssessmentPath {
  return {
    follow: file => kept.write(file?.toString() ?? null),
    async make(guide, knowledge) {
      const address = await kept.read();
      if (typeof address !== 'string') return undefined;
      const assessment = await readAssessment(knowledge, vscode.Uri.parse(address));
      if (!assessment) return undefined;
      const { workload, answers, weights } = assessment;
      return pathFromAssessment(guide, knowledge, assess(knowledge, answers, weights), workload);
    },
  };
}

/** The assessment that someone wants a path from: the one given, the only one, or the one they choose. */
export async function chooseAssessment(
  knowledge: Knowledge,
  given: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const files = given ? [given] : await findAssessments();
  if (files.length === 0) {
    const start = words(vscode.l10n.t('Assess a Workload'));
    const message = words(
      vscode.l10n.t('No workload has been assessed in this workspace, so there is nothing to make a path from.'),
    );
    if ((await showInformation(message, start)) === start) await runCommand('serverlessAdvisor.assess');
    return undefined;
  }
  const file = files.length === 1 ? files[0] : await pickAssessment(knowledge, files);
  if (!file) return undefined;
  const parsed = await parseFile(knowledge, file);
  if ('assessment' in parsed) return file;
  const path = vscode.workspace.asRelativePath(file);
  const [{ line, message }] = parsed.problems;
  throw new Error(vscode.l10n.t('{0}, line {1}: {2}', path, String(line), message));
}

async function pickAssessment(knowledge: Knowledge, files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const rows = await describeFiles(files, async (file, looked) => {
    const path = inert(vscode.workspace.asRelativePath(file));
    const parsed = await parseFile(knowledge, file, looked);
    if ('problems' in parsed) {
      const description = words(parsed.isTooLarge ? vscode.l10n.t('too large') : vscode.l10n.t('cannot be read'));
      return { label: path, description };
    }
    const { workload, answers, weights } = parsed.assessment;
    const { verdict } = assess(knowledge, answers, weights);
    return { label: inert(workload), description: inert(fitTitle(verdict.fit)), detail: path };
  });
  const picked = await pickRow(rows, {
    title: words(vscode.l10n.t('What to read')),
    placeHolder: words(vscode.l10n.t('For which workload?')),
    matchOnDetail: true,
  });
  return picked?.file;
}
