import * as vscode from 'vscode';
import type { Guide, GuidePlace } from '../../core/guide/guide';
import { type History, placeAt } from '../../core/guide/history';
import { type Words, words } from '../../core/language/inert';
import type { KeptValue } from '../ui/kept-value';
import { createPage, nameTab } from '../ui/tabs';
import type { GuideDesk } from './guide-desk';
import type { GuideSurface } from './guide-surface';
import { panelType } from './registration';

/** The guide in the editor area: at most one, which comes back after a reload. */
export interface GuidePanel extends vscode.Disposable {
  /** Brings it to the front at a place. */
  open(place: GuidePlace | undefined): Promise<void>;
  /** Fills one that VS Code has brought back. */
  restore(panel: vscode.WebviewPanel): Promise<void>;
}

export function openGuidePanel(desk: GuideDesk, kept: KeptValue): GuidePanel {
  let open: { readonly panel: vscode.WebviewPanel; readonly surface: GuideSurface } | undefined;
  const fill = async (
    panel: vscode.WebviewPanel,
    place: GuidePlace | undefined,
    recall: () => Promise<unknown>,
  ): Promise<void> => {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(desk.extensionUri, 'media', `guide-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const { openSurface } = await import('./guide-surface');
    const surface = openSurface(desk, {
      kind: 'editor',
      webview: panel.webview,
      isVisible: () => panel.visible,
      recall,
      keep: kept.write,
      moved: (history, guide) => {
        nameTab(panel, titleOf(history, guide));
      },
    });
    if (place) surface.go(place);
    const opened = { panel, surface };
    open = opened;
    panel.onDidChangeViewState(() => panel.visible && surface.show());
    panel.onDidDispose(() => {
      surface.dispose();
      if (open === opened) open = undefined;
    });
  };
  return {
    async open(place) {
      if (open) {
        if (place) open.surface.go(place);
        open.panel.reveal();
        return;
      }
      const options = { enableScripts: true, enableFindWidget: true };
      await fill(createPage(panelType, words(vscode.l10n.t('Guide')), options), place, nothing);
    },
    restore: panel => fill(panel, undefined, kept.read),
    dispose: () => open?.surface.dispose(),
  };
}

/** A page that someone opens anew has no last time. */
const nothing = async (): Promise<unknown> => undefined;

function titleOf(history: History, guide: Guide): Words {
  const place = placeAt(history);
  const chapter = place.kind === 'chapter' ? guide.chapterById.get(place.chapter) : undefined;
  return chapter ? words(vscode.l10n.t('Guide: {0}'), chapter.title) : words(vscode.l10n.t('Guide'));
}
