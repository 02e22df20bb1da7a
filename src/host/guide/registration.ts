import * as vscode from 'vscode';
import { type Runner, registerCommands } from '../ui/commands';
import { type Documents, registerDocuments } from '../ui/documents';
import { fillLater } from '../ui/later';

const commands = [
  'serverlessAdvisor.openGuide',
  'serverlessAdvisor.openGuideInEditor',
  'serverlessAdvisor.searchGuide',
  'serverlessAdvisor.continueReading',
  'serverlessAdvisor.reviewQuiz',
  'serverlessAdvisor.guidePathFromAssessment',
  'serverlessAdvisor.exportGuideProgress',
  'serverlessAdvisor.resetGuideProgress',
  'serverlessAdvisor.openChapterText',
  'serverlessAdvisor.guideBack',
  'serverlessAdvisor.guideForward',
  'serverlessAdvisor.getStarted',
] as const;

/** What VS Code asks the guide for. */
export interface GuideFeature {
  readonly run: Runner<(typeof commands)[number]>;
  /** Fills the view in the side bar. */
  fillView(view: vscode.WebviewView): Promise<void>;
  /** Fills the page in the editor area, after a reload of the window. */
  restorePanel(panel: vscode.WebviewPanel): Promise<void>;
  /** The chapters as plain Markdown. */
  readonly chapterPages: Documents;
}

export const viewId = 'serverlessAdvisor.guide';
export const panelType = 'serverlessAdvisor.guidePage';
/** Chapters as plain Markdown are documents of their own: `scheme:/chapter.md`. */
export const chapterScheme = 'serverless-advisor-guide';

/** Tells VS Code what the guide brings; its code is loaded when it asks for something of it. */
export function registerGuide(load: () => Promise<GuideFeature>): vscode.Disposable {
  const resolveWebviewView = async (view: vscode.WebviewView): Promise<void> => {
    try {
      await fillLater(view, load, ({ fillView }) => fillView(view));
    } catch (error) {
      // VS Code says in the view that it could not be filled, and asks for it only once.
      const again = view.onDidChangeVisibility(() => {
        again.dispose();
        void resolveWebviewView(view);
      });
      throw error;
    }
  };
  return vscode.Disposable.from(
    registerCommands(commands, async () => (await load()).run),
    registerDocuments(chapterScheme, async () => (await load()).chapterPages),
    vscode.window.registerWebviewViewProvider(viewId, { resolveWebviewView }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: panel => fillLater(panel, load, ({ restorePanel }) => restorePanel(panel)),
    }),
  );
}
