import * as vscode from 'vscode';
import type { GuidePlace } from '../../core/guide/guide';
import { canGoBack, canGoForward, type History } from '../../core/guide/history';
import type { KeptValue } from '../ui/kept-value';
import type { GuideDesk } from './guide-desk';
import type { GuideSurface } from './guide-surface';
import { viewId } from './registration';

/** The guide in the side bar. */
export interface GuideView extends vscode.Disposable {
  /** Nothing before it was first shown. */
  readonly surface: GuideSurface | undefined;
  /** Brings it to the front, at a place when one is given. */
  reveal(place: GuidePlace | undefined, preserveFocus: boolean): Promise<void>;
  /** Fills the view that VS Code shows. */
  fill(view: vscode.WebviewView): Promise<void>;
}

export function openGuideView(desk: GuideDesk, kept: KeptValue): GuideView {
  let view: vscode.WebviewView | undefined;
  let surface: GuideSurface | undefined;
  /** Where to begin, when the view is shown for the first time because of it. */
  let start: GuidePlace | undefined;
  const fill = async (resolved: vscode.WebviewView): Promise<void> => {
    view = resolved;
    // What fills the page is loaded by the page, not by activation.
    const { openSurface } = await import('./guide-surface');
    const opened = openSurface(desk, {
      kind: 'side bar',
      webview: resolved.webview,
      isVisible: () => resolved.visible,
      recall: kept.read,
      keep: kept.write,
      moved: tellMenus,
    });
    surface = opened;
    if (start) opened.go(start);
    start = undefined;
    resolved.onDidChangeVisibility(() => resolved.visible && opened.show());
    resolved.onDidDispose(() => {
      opened.dispose();
      if (surface === opened) surface = undefined;
      if (view === resolved) view = undefined;
    });
  };
  return {
    get surface() {
      return surface;
    },
    async reveal(place, preserveFocus) {
      const shown = surface;
      if (!shown) start = place;
      // The focus comes first: a page that has it takes it on to the heading.
      if (view) view.show(preserveFocus);
      else await vscode.commands.executeCommand('serverlessAdvisor.guide.focus', { preserveFocus });
      if (place) shown?.go(place);
    },
    fill,
    dispose: () => surface?.dispose(),
  };
}

function tellMenus(history: History): void {
  const tell = (name: string, value: boolean): void =>
    void vscode.commands.executeCommand('setContext', `${viewId}.${name}`, value);
  tell('canGoBack', canGoBack(history));
  tell('canGoForward', canGoForward(history));
}
