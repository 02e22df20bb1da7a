import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { GuidePlace } from '../../core/guide/guide';
import type { GuideState } from '../../core/guide/guide-state';
import { type Visit, withVisit } from '../../core/guide/visits';
import type { FromGuide } from '../../protocol/guide';
import { scrollPause } from '../parts/scrolling';
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
  const untold = useRef(false);
  const { history, place } = state;
  const visit = history.entries[history.at]?.visit ?? 0;
  const latest = useRef({ history, visit });
  const isFirst = useRef(true);

  const keep = useRef((change: Partial<Visit>) => {
    const { history: now, visit: at } = latest.current;
    const next = withVisit(visits.current, now, at, change);
    if (JSON.stringify(next) === JSON.stringify(visits.current)) return;
    visits.current = next;
    untold.current = true;
  });
  const tell = useRef(() => {
    if (untold.current) send({ kind: 'remember', visits: visits.current });
    untold.current = false;
  });
  // The page still stands as it is being left: scrolling is heard of later than a click.
  if (latest.current.visit !== visit) keep.current(whereInPage());
  latest.current = { history, visit };
  useLayoutEffect(() => {
    tell.current();
    const before = visits.current[visit];
    if (before) comeBack(before, place, isFirst.current);
    else arriveAt(place, isFirst.current);
    isFirst.current = false;
    // This need not be told: it comes about again by itself.
    keep.current(before ?? whereInPage());
    untold.current = false;
    // Only another visit is an arrival.
  }, [visit]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      keep.current(whereInPage());
      waiting ??= setTimeout(() => {
        waiting = undefined;
        tell.current();
      }, scrollPause);
    };
    // Hiding a view ends its page without waiting for a timer.
    const onLeave = () => tell.current();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onLeave);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', onLeave);
    };
  }, []);
  return {
    queryOf: id => visits.current[id]?.query ?? '',
    rememberQuery: query => {
      keep.current({ query });
      tell.current();
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
