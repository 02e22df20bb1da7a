import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { GuidePlace } from '../../core/guide/guide';
import { type Visit, withVisit } from '../../core/guide/visits';
import type { FromGuide, GuideState } from '../../protocol/guide';
import { scrollPause } from '../parts/place';
import { titleAnchor } from './page';

/**
 * Brings the reader to each place that is newly gone to, and back to where they were at one that they have been to. Between
 * arrivals, neither what is in view nor the focus is touched. Gives what is remembered of the visit's search, and a way
 * to remember it.
 */
export function useArrival(
  state: GuideState,
  send: (intent: FromGuide) => void,
): { queryOf(visit: number): string; rememberQuery(query: string): void } {
  // What the extension has of it is told by this page, which always knows it first.
  const visits = useRef(state.visits);
  const { history, place } = state;
  const visit = history.entries[history.at]?.visit ?? 0;
  const latest = useRef({ history, visit });
  latest.current = { history, visit };
  const shown = useRef<number>(undefined);

  const keep = useRef((change: Partial<Visit>) => {
    const { history: now, visit: at } = latest.current;
    visits.current = withVisit(visits.current, now, at, change);
  });
  const save = useRef(() => send({ kind: 'remember', visits: visits.current }));
  useLayoutEffect(() => {
    const isFirst = shown.current === undefined;
    shown.current = visit;
    const before = visits.current[visit];
    if (before) {
      comeBack(before, place, isFirst);
      keep.current({});
    } else {
      arriveAt(place, isFirst);
      keep.current(whereInPage());
    }
    // Only another visit is an arrival. It need not be told: it comes about again by itself.
  }, [visit]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      waiting = undefined;
      save.current();
    };
    const onScroll = () => {
      // At once, because the next thing may be to leave.
      keep.current(whereInPage());
      waiting ??= setTimeout(tell, scrollPause);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    // Hiding a view ends its page without waiting for a timer.
    window.addEventListener('pagehide', tell);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', tell);
    };
  }, []);
  return {
    queryOf: id => visits.current[id]?.query ?? '',
    rememberQuery: query => {
      keep.current({ query });
      save.current();
    },
  };
}

/** Shows a place that the page holds already, and moves the focus to its heading. */
export function arriveAt(place: GuidePlace, isFirst = false): void {
  const section = place.kind === 'chapter' ? place.section : null;
  const heading = headingOf(place);
  if (section !== null && heading) heading.scrollIntoView({ block: 'start', behavior: 'instant' });
  else window.scrollTo({ top: 0, behavior: 'instant' });
  if (!isFirst || section !== null) focusWhenHere(heading);
}

/** A page takes the focus from nobody: where it is elsewhere, the heading has it as soon as it comes. */
function focusWhenHere(heading: HTMLElement | null): void {
  if (!heading) return;
  if (document.hasFocus()) {
    heading.focus({ preventScroll: true });
    return;
  }
  const onFocus = () => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && heading.isConnected) heading.focus({ preventScroll: true });
  };
  window.addEventListener('focus', onFocus, { once: true });
}

/** Whoever has come by a button that is still there can press it again; otherwise reading goes on at the heading. */
function comeBack({ section, scroll }: Visit, place: GuidePlace, isFirst: boolean): void {
  const heading = section === null ? null : document.getElementById(section);
  const top = heading ? heading.getBoundingClientRect().top + window.scrollY : 0;
  window.scrollTo({ top: top + scroll, behavior: 'instant' });
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (!isFirst && isLost) headingOf(place)?.focus({ preventScroll: true });
}

/** The last section that begins above the middle of the window, and how far the page is scrolled from its beginning. */
function whereInPage(): Pick<Visit, 'section' | 'scroll'> {
  const { scrollY, innerHeight } = window;
  const headings = scrollY === 0 ? [] : [...document.querySelectorAll('main section > h2[id]')];
  const heading = headings.findLast(candidate => candidate.getBoundingClientRect().top < innerHeight / 2);
  if (!heading) return { section: null, scroll: scrollY };
  return { section: heading.id, scroll: -heading.getBoundingClientRect().top };
}

function headingOf(place: GuidePlace): HTMLElement | null {
  const section = place.kind === 'chapter' ? place.section : null;
  return (section === null ? null : document.getElementById(section)) ?? document.getElementById(titleAnchor);
}
