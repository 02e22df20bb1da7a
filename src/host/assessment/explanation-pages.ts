import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import type { Subject } from '../../core/assessment/explanation';
import { type Handlers, runCommand } from '../ui/commands';
import type { Documents } from '../ui/documents';
import { markdownPages, openMarkdownPage } from '../ui/markdown-pages';
import { documentScheme } from './registration';

const subjects: readonly Subject[] = ['question', 'criterion', 'topic'];

/** What explains a question, a criterion or a topic, as pages of Markdown. */
export function explanationPages(advisor: Advisor): Documents {
  return markdownPages(async ({ path }) => {
    const [, kind, id = ''] = /^\/([a-z]+)\/([a-z0-9-]+)\.md$/.exec(path) ?? [];
    const subject = subjects.find(one => one === kind);
    return subject && advisor.explain(subject, id);
  });
}

/** The command that opens one of them. */
export const explanationCommands: Handlers<'serverlessAdvisor.explain'> = {
  async 'serverlessAdvisor.explain'(subject, id, preserveFocus = false) {
    if (!subject || !id) return;
    if (subject === 'topic') return runCommand('serverlessAdvisor.openGuide', { chapter: id }, preserveFocus);
    const page = vscode.Uri.from({ scheme: documentScheme, authority: 'explain', path: `/${subject}/${id}.md` });
    await openMarkdownPage(page, preserveFocus);
  },
};
