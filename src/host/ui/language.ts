import * as vscode from 'vscode';
import { readLanguage, speak } from '../../core/language/words';
import { logFailure } from './log';

/** The language that `vscode.l10n.t` speaks, as a BCP 47 tag: VS Code's own where there is a translation into it. */
export function languageOfWords(): string {
  return vscode.l10n.bundle ? vscode.env.language : 'en';
}

/**
 * Has core speak VS Code's language, where the extension brings a table for it: `l10n/core.<tag>.json`, in the shape of
 * `core/language/words/en.ts`. What such a table leaves out, and every language without one, is English.
 */
export async function speakLanguage(extensionUri: vscode.Uri): Promise<void> {
  const language = languageOfWords();
  if (language === 'en') return;
  const table = vscode.Uri.joinPath(extensionUri, 'l10n', `core.${language}.json`);
  try {
    speak(readLanguage(new TextDecoder().decode(await vscode.workspace.fs.readFile(table))));
  } catch (error) {
    // A table that cannot be read is a mistake of ours, and no reason to do without the extension.
    if (!(error instanceof vscode.FileSystemError)) logFailure('Reading the words of a language', error, table);
  }
}
