import type { ComponentChildren } from 'preact';
import { placeOf } from '../../core/guide/guide';
import type { TermState } from '../../core/guide/guide-state';
import { usePage } from './page';
import { Popover } from './popover';
import { words } from './words';

/** A word with its explanation from the glossary, and the way to where more is said about it. */
export function Term({ term, children }: { term: TermState; children: ComponentChildren }) {
  const { go } = usePage();
  return (
    <Popover
      class="term"
      trigger={children}
      title={term.term}
      actions={held => (
        <button
          type="button"
          class="link"
          tabIndex={held ? 0 : -1}
          onClick={() => go(placeOf(term.chapter, term.section))}
        >
          {words.readMore}
        </button>
      )}
    >
      {term.text}
    </Popover>
  );
}
