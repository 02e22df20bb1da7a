import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WorkspaceSearch } from '../../core/content/types';
import type { Citation } from '../../core/guide/citation';
import type { GuidePlace } from '../../core/guide/guide';
import type { GuideState, TermState } from '../../core/guide/guide-state';
import type { FromGuide } from '../../protocol/guide';

/** What every part of the page may need: its state, and the way up. */
export interface Page {
  readonly state: GuideState;
  send(intent: FromGuide): void;
  /** Shows a place of the guide, also when it is the one that is shown already. */
  go(place: GuidePlace): void;
  /** Brings a part of this very page into view and the focus to it: a footnote's source, and back. */
  jump(find: () => HTMLElement | null): void;
  /** Tells a screen reader something that can be seen. */
  say(text: string): void;
  /** The platform whose tab is shown first. */
  readonly platform: string | null;
  choosePlatform(platform: string): void;
}

/** What a text refers to. */
export interface References {
  readonly chapter: string;
  readonly citations: Readonly<Record<string, Citation>>;
  /** The number of each fact's footnote, by the fact's id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly terms: Readonly<Record<string, TermState>>;
  readonly searches: readonly WorkspaceSearch[];
}

export const PageContext = createContext<Page | undefined>(undefined);
export const ReferencesContext = createContext<References | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("This part stands outside the guide's page.");
  return page;
}

export function useReferences(): References {
  const references = useContext(ReferencesContext);
  if (!references) throw new Error('This part stands outside a text.');
  return references;
}

/** Anchors of the page's own. Those of the text have no dot, so they never meet. */
export const titleAnchor = 'guide.title';
export const sourcesAnchor = 'guide.sources';

export function sourceAnchor(number: number): string {
  return `guide.source.${number}`;
}
