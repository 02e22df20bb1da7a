import * as vscode from 'vscode';
import { type Runner, registerCommands } from '../ui/commands';
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
}

export const viewId = 'serverlessAdvisor.guide';
export const panelType = 'serverlessAdvisor.guidePage';

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
    vscode.window.registerWebviewViewProvider(viewId, { resolveWebviewView }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: panel => fillLater(panel, load, ({ restorePanel }) => restorePanel(panel)),
    }),
  );
}
