import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SearchHit } from '../../core/guide/search';
import { Icon } from '../parts/icon';
import { count, fillIn } from '../parts/phrase';
import { isOutside, usePressOutside } from './floating';
import { usePage } from './page';
import { SearchResult } from './search-result';
import { words } from './words';

interface SearchProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Escape in an empty field. */
  readonly onClose: () => void;
}

/** A field that finds as one types; the results lie below it, over the page, as long as it is being used. */
export function Search({ field, query, onQuery, onClose }: SearchProps) {
  const { state, send, go } = usePage();
  const id = useId();
  const whole = useRef<HTMLElement>(null);
  const [active, setActive] = useState(0);
  const [away, setAway] = useState(false);
  const wanted = query.trim();
  const hits = wanted === '' ? [] : (state.search?.hits ?? []);
  const isFound = state.search?.query.trim() === wanted;
  const isOpen = wanted !== '' && !away;
  const chosen = Math.min(active, hits.length - 1);

  useEffect(() => setActive(0), [wanted]);
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}.${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen, isOpen]);
  usePressOutside(true, whole, () => setAway(true));

  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    const { target } = hit;
    setAway(true);
    if (target.kind === 'link') {
      const { place } = state;
      send({ kind: 'follow', chapter: place.kind === 'chapter' ? place.chapter : '', href: target.href });
    } else go(target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && hits.length > 0) {
      event.preventDefault();
      setAway(false);
      setActive((chosen + move + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[chosen]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (query === '') onClose();
      else onQuery('');
    }
  };
  const message = !isFound
    ? ''
    : hits.length > 0
      ? count(words.results, hits.length)
      : fillIn(words.nothingFound, wanted);
  return (
    <search
      ref={whole}
      class="search"
      onFocusOut={(event: FocusEvent) => {
        if (isOutside(whole, event.relatedTarget)) setAway(true);
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={words.searchGuide}
        aria-expanded={isOpen && hits.length > 0}
        aria-controls={`${id}.list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits.length > 0 ? `${id}.${chosen}` : undefined}
        aria-describedby={`${id}.help`}
        placeholder={words.searchGuide}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={event => {
          setAway(false);
          onQuery(event.currentTarget.value);
        }}
        onFocus={() => {
          setAway(false);
          // Whoever turns to the field is about to type: the extension gets ready to find.
          if (query === '') send({ kind: 'search', query });
        }}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.clearSearch}
          title={words.clearSearch}
          onClick={() => {
            onQuery('');
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <span id={`${id}.help`} class="visually-hidden">
        {words.searchHelp}
      </span>
      <span class="visually-hidden" role="status">
        {isOpen ? message : ''}
      </span>
      <div class="results" hidden={!isOpen}>
        <div id={`${id}.list`} role="listbox" aria-label={words.searchGuide} aria-busy={!isFound}>
          {hits.map((hit, index) => (
            <SearchResult
              key={hit.id}
              id={`${id}.${index}`}
              hit={hit}
              query={wanted}
              active={index === chosen}
              open={() => open(hit)}
            />
          ))}
        </div>
        {hits.length === 0 && (
          <div class="nothing">
            {isFound ? (
              <>
                <p>{message}</p>
                <p class="quiet">{words.nothingFoundAdvice}</p>
              </>
            ) : (
              <p class="quiet">{words.searching}</p>
            )}
          </div>
        )}
      </div>
    </search>
  );
}
