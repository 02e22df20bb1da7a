import * as vscode from 'vscode';
import { inert, type Words, words } from '../../core/language/inert';
import type { Reply, Step } from '../../core/scaffold/conversation';
import { checkName } from '../../core/scaffold/name';
import { isAssessment } from '../ui/assessment-files';
import { exists } from '../ui/files';
import { backButton, chooseFolder, createField, createList, type Row } from '../ui/prompts';

/** What the project is called. */
export async function askName(value: string, { step, total }: Step): Promise<Reply<string>> {
  const input = createField();
  input.title = words(vscode.l10n.t('Scaffold a function project'));
  input.prompt = words(vscode.l10n.t('What is the project called? Its name begins the name of every resource.'));
  input.value = value;
  input.valueSelection = [0, value.length];
  input.ignoreFocusOut = true;
  input.step = step;
  input.totalSteps = total;
  const check = (): Words | undefined => {
    const problem = checkName(input.value);
    input.validationMessage = problem === undefined ? undefined : inert(problem);
    return input.validationMessage;
  };
  const named = await new Promise<Reply<string>>(resolve => {
    input.onDidChangeValue(check);
    input.onDidAccept(() => {
      if (check() === undefined) resolve({ kind: 'answer', value: input.value });
    });
    input.onDidHide(() => resolve({ kind: 'stop' }));
    input.show();
  });
  input.dispose();
  return named;
}

interface FolderRow extends Row {
  readonly uri?: vscode.Uri;
}

/** Where the project goes: below a folder of the workspace, into one, or somewhere else. */
export async function askFolder(name: string, step: Step): Promise<Reply<vscode.Uri>> {
  const rows: FolderRow[] = [];
  for (const { uri, name: folder } of vscode.workspace.workspaceFolders ?? []) {
    const own = vscode.Uri.joinPath(uri, name);
    const inside: FolderRow = {
      label: words('$(new-folder) {0}/{1}', folder, name),
      detail: (await exists(own))
        ? words(vscode.l10n.t('A folder that is there already; no file in it is overwritten unless you say so'))
        : words(vscode.l10n.t('A folder of its own')),
      uri: own,
    };
    const here: FolderRow = {
      label: words('$(folder) {0}', folder),
      detail: words(vscode.l10n.t('Into this folder itself')),
      uri,
    };
    rows.push(...((await isAsGoodAsEmpty(uri)) ? [here, inside] : [inside, here]));
  }
  const elsewhere: FolderRow = {
    label: words(vscode.l10n.t('$(folder-opened) Another folder…')),
    detail: words(vscode.l10n.t('A folder named {0} is made in the one that you choose'), name),
  };
  for (;;) {
    const picked = await pickFolder(name, step, [...rows, elsewhere]);
    if (picked.kind !== 'answer') return picked;
    if (picked.value.uri) return { kind: 'answer', value: picked.value.uri };
    const parent = await chooseFolder(
      words(vscode.l10n.t('In which folder shall the project be?')),
      words(vscode.l10n.t('Choose')),
    );
    // Whoever leaves the dialog has not left the question.
    if (parent) return { kind: 'answer', value: vscode.Uri.joinPath(parent, name) };
  }
}

async function pickFolder(name: string, { step, total }: Step, rows: readonly FolderRow[]): Promise<Reply<FolderRow>> {
  const pick = createList<FolderRow>();
  pick.title = words(vscode.l10n.t('{0}: Folder'), name);
  pick.placeholder = words(
    vscode.l10n.t('Where shall the project be? Nothing is written before you have seen the plan.'),
  );
  pick.items = rows;
  pick.buttons = [backButton()];
  pick.ignoreFocusOut = true;
  pick.step = step;
  pick.totalSteps = total;
  const picked = await new Promise<Reply<FolderRow>>(resolve => {
    pick.onDidTriggerButton(() => resolve({ kind: 'back' }));
    pick.onDidAccept(() => pick.activeItems[0] && resolve({ kind: 'answer', value: pick.activeItems[0] }));
    pick.onDidHide(() => resolve({ kind: 'stop' }));
    pick.show();
  });
  pick.dispose();
  return picked;
}

/** A folder in which nothing would be beside the project but what belongs to it. */
async function isAsGoodAsEmpty(folder: vscode.Uri): Promise<boolean> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.every(([entry]) => entry === '.git' || isAssessment(vscode.Uri.joinPath(folder, entry)));
  } catch {
    return false;
  }
}
