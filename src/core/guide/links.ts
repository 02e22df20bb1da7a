import type { GuidePlace } from './guide';

/** Where a link of the guide's text leads, or what it does. */
export type Link =
  | { readonly kind: 'place'; readonly place: GuidePlace }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'question' | 'criterion'; readonly id: string }
  /** Starts a project with this option suggested. */
  | { readonly kind: 'scaffold'; readonly choice: string; readonly option: string }
  /** A search of the workspace, by its id in the chapter. */
  | { readonly kind: 'search'; readonly search: string }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'web'; readonly url: string };

/** What text may have done ("do:assess"): each only asks or shows something, and none takes anything with it. */
export const actions = ['assess', 'scaffold', 'open-guide', 'search-guide', 'review-quiz'] as const;
export type Action = (typeof actions)[number];

/**
 * Reads what a link in a chapter is for. Nothing when it is none of ours: another scheme, something that text may not
 * have done, a path out of the guide. Such a link is shown as plain text. Whether the place exists is not looked at.
 */
export function parseLink(href: string, chapter: string): Link | undefined {
  const [, file = chapter, section = null] = inGuide.exec(href) ?? [];
  if (href !== '' && inGuide.test(href)) return { kind: 'place', place: { kind: 'chapter', chapter: file, section } };
  if (web.test(href)) return { kind: 'web', url: href };
  const [, scheme, first = '', second] = ours.exec(href) ?? [];
  switch (scheme) {
    case 'term':
      return second === undefined ? { kind: 'term', term: first } : undefined;
    case 'question':
    case 'criterion':
      return second === undefined ? { kind: scheme, id: first } : undefined;
    case 'search':
      return second === undefined ? { kind: 'search', search: first } : undefined;
    case 'scaffold':
      return second === undefined ? undefined : { kind: 'scaffold', choice: first, option: second };
    case 'do': {
      const action = actions.find(allowed => allowed === first);
      return action && second === undefined ? { kind: 'action', action } : undefined;
    }
  }
  return undefined;
}

const id = '[a-z][a-z0-9-]*';
const inGuide = new RegExp(`^(?:(${id})\\.md)?(?:#(${id}))?$`);
const ours = new RegExp(`^(term|question|criterion|search|scaffold|do):(${id})(?:\\.(${id}))?$`);
/** A host without a user's name before it, which only misleads, and nothing that a browser would read in its own way. */
const web = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:[/?#][^\s\\<>"`]*)?$/i;
