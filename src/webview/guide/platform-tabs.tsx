import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from './page';
import { words } from './words';

interface Tab {
  /** The platform's id. */
  readonly platform: string;
  readonly title: string;
  readonly content: ComponentChildren;
}

/** The same matter on several platforms, of which one is shown: the one that was chosen last, in whichever group. */
export function PlatformTabs({ tabs }: { tabs: readonly Tab[] }) {
  const { platform, choosePlatform } = usePage();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const steady = useSteady(list, platform);
  const chosen = Math.max(
    0,
    tabs.findIndex(tab => tab.platform === platform),
  );
  const choose = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    steady();
    choosePlatform(tab.platform);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.platform}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Whoever presses faster than the choice is written down goes on from where the focus is.
    const focused = document.activeElement?.getAttribute('data-tab');
    const from = tabs.findIndex(tab => tab.platform === focused);
    const at = from < 0 ? chosen : from;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    choose(to);
  };
  return (
    <div class="tabs">
      <div ref={list} role="tablist" aria-label={words.platformTabs} tabIndex={-1} onKeyDown={onKeyDown}>
        {tabs.map(({ platform: platformId, title }, index) => (
          <button
            key={platformId}
            type="button"
            role="tab"
            id={`${id}.${platformId}`}
            data-tab={platformId}
            aria-selected={index === chosen}
            aria-controls={`${id}.${platformId}.panel`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => choose(index)}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ platform: platformId, content }, index) => (
        <div
          key={platformId}
          role="tabpanel"
          id={`${id}.${platformId}.panel`}
          aria-labelledby={`${id}.${platformId}`}
          data-platform={platformId}
          hidden={index !== chosen}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

/** Keeps a row of tabs where it is on the screen while a choice changes the length of the groups above it. */
function useSteady(list: { readonly current: HTMLElement | null }, platform: string | null): () => void {
  const before = useRef<number>(undefined);
  // It is the change of platform that moves things.
  useLayoutEffect(() => {
    if (before.current === undefined || !list.current) return;
    window.scrollBy({ top: list.current.getBoundingClientRect().top - before.current, behavior: 'instant' });
    before.current = undefined;
  }, [platform, list]);
  return () => {
    before.current = list.current?.getBoundingClientRect().top;
  };
}
