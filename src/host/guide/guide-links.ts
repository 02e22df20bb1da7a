import * as vscode from 'vscode';
import type { WorkspaceSearch } from '../../core/content/types';
import type { Guide, GuidePlace } from '../../core/guide/guide';
import { type Action, parseLink } from '../../core/guide/links';
import { type Commands, runCommand } from '../ui/commands';

/** The command that does what text may have done. */
const commandOf = {
  assess: 'serverlessAdvisor.assess',
  scaffold: 'serverlessAdvisor.scaffold',
  'open-guide': 'serverlessAdvisor.openGuide',
  'search-guide': 'serverlessAdvisor.searchGuide',
  'review-quiz': 'serverlessAdvisor.reviewQuiz',
} as const satisfies Record<Action, keyof Commands>;

/** Does what a link of the guide's text is for; `go` shows a place in the guide. What is no link of ours does nothing. */
export async function followLink(
  guide: Guide,
  { chapter, href }: { readonly chapter: string; readonly href: string },
  go: (place: GuidePlace) => Promise<void>,
): Promise<void> {
  const link = parseLink(href, chapter);
  switch (link?.kind) {
    case 'place':
      return go(link.place);
    case 'term': {
      const term = guide.termById.get(link.term);
      return term && go({ kind: 'chapter', chapter: term.chapter, section: term.section ?? null });
    }
    case 'question':
    case 'criterion':
      return runCommand('serverlessAdvisor.explain', link.kind, link.id);
    case 'scaffold':
      return runCommand('serverlessAdvisor.scaffold', undefined, `${link.choice}.${link.option}`);
    case 'search': {
      const search = guide.wholeChapter(chapter)?.searches.find(({ id }) => id === link.search);
      return search && searchWorkspace(search);
    }
    case 'action':
      return runCommand(commandOf[link.action]);
    case 'web':
      await vscode.env.openExternal(vscode.Uri.parse(link.url, true));
      return;
  }
}

/** Opens VS Code's own search with everything filled in, and starts it. */
async function searchWorkspace({ query, regex, matchCase, include }: WorkspaceSearch): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.findInFiles', {
    query,
    isRegex: regex ?? false,
    isCaseSensitive: matchCase ?? false,
    matchWholeWord: false,
    filesToInclude: include,
    filesToExclude: '',
    // A search that is limited to some files has to show it.
    showIncludesExcludes: true,
    triggerSearch: true,
  });
}
