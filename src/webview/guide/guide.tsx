import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isSamePlace } from '../../core/guide/guide';
import type { GuideState } from '../../core/guide/guide-state';
import type { FromGuide } from '../../protocol/guide';
import { useSteadyPlace } from '../parts/steady';
import { arriveAt, useArrival } from './arrival';
import { Bar } from './bar';
import { Chapter } from './chapter';
import { Home } from './home';
import { useKeys } from './keys';
import { type Page, PageContext, titleAnchor } from './page';
import { Review } from './review';
import { Search } from './search';
import { words } from './words';

interface GuideProps {
  readonly state: GuideState;
  readonly send: (intent: FromGuide) => void;
}

/** The practice guide: a function of its state, and of where the reader is in it. */
export function Guide({ state, send }: GuideProps) {
  const { place, chapter, review, history } = state;
  const visit = history.entries[history.at]?.visit ?? 0;
  const [said, setSaid] = useState({ text: '', times: 0 });
  const [target, setTarget] = useState<{ readonly find: () => HTMLElement | null }>();
  /** The platform of a tab that was shown, but not chosen. */
  const [shown, setShown] = useState<string | null>(null);
  const { queryOf, rememberQuery } = useArrival(state, send);
  const search = useSearch(visit, place.kind === 'home', state, send, queryOf, rememberQuery);
  useSteadyPlace();
  useKeys({
    search: search.open,
    back: () => state.canGoBack && send({ kind: 'back' }),
    forward: () => state.canGoForward && send({ kind: 'forward' }),
  });
  // What is chosen goes before what was only shown.
  useLayoutEffect(() => setShown(null), [state.platform]);
  useLayoutEffect(() => {
    const element = target?.find();
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    element?.focus({ preventScroll: true });
  }, [target]);

  const page: Page = {
    state,
    send,
    go: to => {
      search.close();
      if (isSamePlace(to, place)) arriveAt(to);
      else send({ kind: 'go', place: to });
    },
    jump: find => {
      // What stands in a tab that is not shown has to be shown first.
      const hidden = find()?.closest('[role=tabpanel][hidden]');
      if (hidden) setShown(hidden.getAttribute('data-platform'));
      setTarget({ find });
    },
    say: text => setSaid(({ times }) => ({ text, times: times + 1 })),
    platform: shown ?? state.platform,
    choosePlatform: chosen => {
      if (chosen === state.platform) setShown(null);
      send({ kind: 'platform', platform: chosen });
    },
  };
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href={`#${titleAnchor}`} onClick={event => skip(event)}>
        {words.skip}
      </a>
      <Bar isSearching={search.isOpen} onSearch={search.toggle}>
        {search.isOpen && (
          <Search field={search.field} query={search.query} onQuery={search.find} onClose={search.close} />
        )}
      </Bar>
      <main class={place.kind}>
        {place.kind === 'home' && <Home />}
        {place.kind === 'chapter' && chapter && <Chapter key={chapter.head.id} chapter={chapter} />}
        {place.kind === 'review' && review && <Review review={review} />}
      </main>
      <div class="visually-hidden" role="status">
        {/* Said twice, a word has to be another one to be heard. */}
        {said.text}
        {said.times % 2 === 1 ? '\u00a0' : ''}
      </div>
    </PageContext.Provider>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById(titleAnchor)?.focus();
}

/** The search field: always there at home, elsewhere when it is asked for; what stands in it belongs to the visit. */
function useSearch(
  visit: number,
  isHome: boolean,
  state: GuideState,
  send: (intent: FromGuide) => void,
  queryOf: (visit: number) => string,
  rememberQuery: (query: string) => void,
) {
  const field = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const [query, setQuery] = useState(() => queryOf(visit));
  const ask = (wanted: string) => send({ kind: 'search', query: wanted });
  // Another visit has another search.
  useEffect(() => {
    const before = queryOf(visit);
    setQuery(before);
    setAsked(before !== '');
    if (before !== (state.search?.query ?? '')) ask(before);
  }, [visit]);
  const focus = () => setTimeout(() => field.current?.focus(), 0);
  const find = (wanted: string) => {
    setQuery(wanted);
    rememberQuery(wanted);
    ask(wanted.trim());
  };
  const close = () => {
    if (asked && document.activeElement === field.current)
      document.querySelector<HTMLElement>('.bar [aria-expanded=true]')?.focus();
    setAsked(false);
  };
  const open = () => {
    setAsked(true);
    focus();
  };
  return {
    field,
    query,
    isOpen: isHome || asked,
    find,
    open,
    close,
    toggle: asked ? close : open,
  };
}
