import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../core/assessment/place';
import { folded } from '../../core/assessment/place';
import type { AssessmentState } from '../../core/assessment/report-state';
import type { FromReport } from '../../protocol/report';
import { Announcer } from '../parts/announcer';
import { scrollPause } from '../parts/scrolling';
import { useSteadyPlace } from '../parts/steady';
import { Answers } from './answers';
import { Blockers } from './blockers';
import { Changes } from './changes';
import { Contents } from './contents';
import { Criteria } from './criteria';
import { FindOut } from './find-out';
import { Foot } from './foot';
import { Head } from './head';
import { type Page, PageContext } from './page';
import { announceVerdict } from './standing';
import { words } from './words';

interface ReportProps {
  readonly state: AssessmentState;
  /** What this page was last told to remember, when it begins. */
  readonly memory: Place;
  readonly send: (intent: FromReport) => void;
}

/** An assessment from its verdict down to its answers: a function of the state, and of where the reader is in it. */
export function Report({ state, memory, send }: ReportProps) {
  const [place, setPlace] = useState(memory);
  const [target, setTarget] = useState<{ readonly id: string }>();
  useScroll(send, place);
  useSteadyPlace();
  useLinksWithin(id => {
    const row = document.getElementById(id);
    // A criterion that the filter hides has no row yet.
    if (!row) setPlace(current => ({ ...folded(current, id, true), filter: 'all' }));
    else if (row instanceof HTMLDetailsElement) setPlace(current => folded(current, id, true));
    setTarget({ id });
  });
  useLayoutEffect(() => {
    if (!target) return;
    const element = document.getElementById(target.id);
    element?.scrollIntoView({ block: 'start' });
    (element?.querySelector<HTMLElement>(':scope > summary') ?? element)?.focus({ preventScroll: true });
  }, [target]);

  const page: Page = {
    state,
    send,
    place,
    fold: (id, open) => setPlace(current => folded(current, id, open)),
    filter: filter => setPlace(current => ({ ...current, filter })),
  };
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#findings">
        {words.skip}
      </a>
      <div class="frame">
        <Contents />
        <main>
          <Head />
          <Blockers />
          <FindOut />
          <Criteria />
          <Changes />
          <Answers />
        </main>
        <Foot />
      </div>
      <Announcer text={announceVerdict(state.assessed.verdict)} />
    </PageContext.Provider>
  );
}

/** Follows links within the page: brings their target into view and the focus to it; a row is opened first. */
function useLinksWithin(follow: (id: string) => void): void {
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const id = link?.getAttribute('href')?.slice(1);
      if (!id) return;
      event.preventDefault();
      latest.current(id);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
}

/** Returns to where the reader was when the page is made anew, and remembers where the reader goes. */
function useScroll(send: (intent: FromReport) => void, place: Place): void {
  const latest = useRef(place);
  latest.current = place;
  const remember = useRef(() => send({ kind: 'remember', memory: { ...latest.current, scroll: window.scrollY } }));
  useLayoutEffect(() => {
    window.scrollTo({ top: latest.current.scroll, behavior: 'instant' });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      waiting = undefined;
      remember.current();
    };
    const onScroll = () => {
      waiting ??= setTimeout(tell, scrollPause);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    // Hiding a tab ends its page without waiting for a timer.
    window.addEventListener('pagehide', tell);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', tell);
    };
  }, []);
  // What is folded open has changed. At first nothing has, and the page may still be shorter than it will be.
  const first = useRef(place);
  useLayoutEffect(() => {
    if (place !== first.current) remember.current();
  }, [place]);
}
