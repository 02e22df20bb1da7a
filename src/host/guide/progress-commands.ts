import * as vscode from 'vscode';
import { isDue, noProgress, printProgress } from '../../core/guide/progress';
import { words } from '../../core/language/inert';
import { confirm, showInformation } from '../ui/messages';
import { chooseFile } from '../ui/prompts';
import type { GuideDesk } from './guide-desk';

/** Saves the progress where someone wants it: as Markdown for people, or as JSON for programs. */
export async function exportProgress(desk: GuideDesk): Promise<void> {
  const { guide } = await desk.load();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = 'serverless-guide-progress.md';
  const file = await chooseFile({
    title: words(vscode.l10n.t('Export guide progress')),
    saveLabel: words(vscode.l10n.t('Export')),
    filters: { Markdown: ['md'], JSON: ['json'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!file) return;
  const progress = desk.progress.read();
  const text = file.path.endsWith('.json')
    ? `${JSON.stringify(progress, undefined, 2)}\n`
    : printProgress(guide, progress, desk.today());
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const open = words(vscode.l10n.t('Open'));
  const path = vscode.workspace.asRelativePath(file);
  const said = words(vscode.l10n.t('The progress was exported to {0}.'), path);
  if ((await showInformation(said, open)) === open) await vscode.commands.executeCommand('vscode.open', file);
}

/** Forgets the progress, when someone has read what is lost and says so. */
export async function resetProgress(desk: GuideDesk): Promise<void> {
  await desk.load();
  const { sections, answers } = desk.progress.read();
  const read = Object.values(sections).reduce((sum, ids) => sum + ids.length, 0);
  const answered = Object.keys(answers).length;
  const due = Object.values(answers).filter(attempt => isDue(attempt, desk.today())).length;
  const detail = words(
    vscode.l10n.t(
      'Sections read: {0}. Questions answered: {1}, of which {2} are due again. Where you were reading, the platform and the path that you chose are forgotten too. This cannot be undone; an export keeps a copy.',
    ),
    read,
    answered,
    due,
  );
  const message = words(vscode.l10n.t('Reset the progress in the guide?'));
  if (!(await confirm(message, detail, words(vscode.l10n.t('Reset'))))) return;
  await desk.path.follow(undefined);
  await desk.progress.change(() => noProgress);
}
