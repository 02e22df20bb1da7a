import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { tooLarge } from '../../core/assessment/assessment-parser';
import { printMarkdown } from '../../core/assessment/report';
import { inert, words } from '../../core/language/inert';
import { activeAssessment, fromFile, isTooLarge } from '../ui/assessment-files';
import type { Handlers } from '../ui/commands';
import { showError, showStatus } from '../ui/messages';
import { reportViewType } from './registration';

/** The commands on one assessment file: its report, its text, its report as Markdown. */
export function reportCommands(
  advisor: Advisor,
): Handlers<'serverlessAdvisor.openReport' | 'serverlessAdvisor.openText' | 'serverlessAdvisor.copyReport'> {
  return {
    async 'serverlessAdvisor.openReport'(file, preserveFocus = false) {
      const target = file ?? activeAssessment();
      if (!target) return;
      // VS Code would read all of it first, and says of the largest only that something unexpected happened.
      if (await isTooLarge(target))
        throw new Error(`${vscode.workspace.asRelativePath(target)}: ${tooLarge().problems[0].message}`);
      const options: vscode.TextDocumentShowOptions = { viewColumn: columnOf(target), preserveFocus };
      await vscode.commands.executeCommand('vscode.openWith', target, reportViewType, options);
    },
    async 'serverlessAdvisor.openText'(file, offset) {
      const target = file ?? activeAssessment();
      if (!target) return;
      await vscode.commands.executeCommand('vscode.openWith', target, 'default');
      const editor = vscode.window.activeTextEditor;
      if (!editor || editor.document.uri.toString() !== target.toString() || offset === undefined) return;
      const place = editor.document.positionAt(offset);
      editor.selection = new vscode.Selection(place, place);
      editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
    },
    async 'serverlessAdvisor.copyReport'(file) {
      const target = file ?? activeAssessment();
      if (!target) return;
      const reviewed = await fromFile(target, advisor.review);
      if ('problems' in reviewed) {
        void showError(inert(reviewed.problems[0].message));
        return;
      }
      const { assessment, assessed, changes } = reviewed;
      const { markdown } = printMarkdown(await advisor.knowledge(), assessment, assessed, changes);
      await vscode.env.clipboard.writeText(markdown);
      showStatus(words(vscode.l10n.t('Report copied as Markdown')), 4000);
    },
  };
}

/** Where the report of a file is open already, so that it comes to the front there; else the active column. */
function columnOf(file: vscode.Uri): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const isItsReport = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputCustom &&
    input.viewType === reportViewType &&
    input.uri.toString() === file.toString();
  const group = [activeTabGroup, ...all].find(({ tabs }) => tabs.some(isItsReport));
  return group?.viewColumn ?? vscode.ViewColumn.Active;
}
