import type { ComponentChildren } from 'preact';
import { sectionsToRead } from '../../core/guide/guide';
import { Icon, type IconName } from '../parts/icon';
import { Menu } from './menu';
import { usePage } from './page';
import { words } from './words';

interface BarProps {
  readonly isSearching: boolean;
  readonly onSearch: () => void;
  /** The search field, while there is one. */
  readonly children: ComponentChildren;
}

/** Stays at the top: the ways through the guide, and what can be done with a chapter. */
export function Bar({ isSearching, onSearch, children }: BarProps) {
  const { state, send, go } = usePage();
  const { place, chapter } = state;
  return (
    <header class="bar">
      <nav class="bar-row" aria-label={words.toolbar}>
        <BarButton
          icon="home"
          label={words.home}
          current={place.kind === 'home'}
          onClick={() => go({ kind: 'home' })}
        />
        <BarButton icon="back" label={words.back} disabled={!state.canGoBack} onClick={() => send({ kind: 'back' })} />
        <BarButton
          icon="forward"
          label={words.forward}
          disabled={!state.canGoForward}
          onClick={() => send({ kind: 'forward' })}
        />
        <span class="bar-title" aria-hidden="true">
          {chapter && place.kind === 'chapter' ? chapter.head.title : ''}
        </span>
        {place.kind !== 'home' && (
          <BarButton icon="search" label={words.search} expanded={isSearching} onClick={onSearch} />
        )}
        {state.surface === 'side bar' && (
          <BarButton icon="editor" label={words.openInEditor} onClick={() => send({ kind: 'open-in-editor' })} />
        )}
        {chapter && <ChapterMenu />}
      </nav>
      {children}
    </header>
  );
}

function ChapterMenu() {
  const { state, send } = usePage();
  if (!state.chapter) return null;
  const { head, sectionsRead } = state.chapter;
  const isRead = head.sections.length > 0 && sectionsToRead(head).every(({ id }) => sectionsRead.includes(id));
  return (
    <Menu
      label={words.more}
      items={[
        {
          label: isRead ? words.markUnread : words.markRead,
          run: () => send({ kind: 'mark', chapter: head.id, read: !isRead }),
        },
        { label: words.openMarkdown, run: () => send({ kind: 'open-markdown', chapter: head.id }) },
      ]}
    />
  );
}

interface BarButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly current?: boolean;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}

/** An unavailable one keeps the focus: whoever has gone back to the beginning is still at the button. */
function BarButton({ icon, label, disabled = false, current = false, expanded, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      aria-current={current ? 'page' : undefined}
      aria-expanded={expanded}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
