import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AssessmentState, FromReport, ReportWords } from '../../protocol/report';
import { Announcer } from '../parts/announcer';
import type { Editor } from '../parts/editor';
import { folded, readPlace } from '../parts/place';
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

interface ReportProps {
  readonly state: AssessmentState;
  readonly words: ReportWords;
  readonly editor: Editor<FromReport>;
}

/** An assessment from its verdict down to its answers: a function of the state, and of where the reader is in it. */
export function Report({ state, words, editor }: ReportProps) {
  const [place, setPlace] = useState(() => readPlace(editor.recall()));
  const [target, setTarget] = useState<{ readonly id: string }>();
  useScroll(editor, place);
  useSteadyPlace();
  useLinksWithin(id => {
    const row = document.getElementById(id);
    // A criterion that the filter hides has no row yet.
    if (!row) setPlace(current => ({ ...folded(current, id, true), filter: 'all' }));
    else if (row instanceof HTMLDetailsElement) setPlace(current => folded(current, id, true));
    setTarget({ id });
  });
  useEffect(() => editor.remember({ ...place, scroll: window.scrollY }), [editor, place]);
  useLayoutEffect(() => {
    if (!target) return;
    const element = document.getElementById(target.id);
    element?.scrollIntoView({ block: 'start' });
    (element?.querySelector<HTMLElement>(':scope > summary') ?? element)?.focus({ preventScroll: true });
  }, [target]);

  const page: Page = {
    words,
    state,
    send: editor.send,
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
      <Announcer text={announceVerdict(words, state.assessed.verdict)} />
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
function useScroll(editor: Editor<FromReport>, place: ReturnType<typeof readPlace>): void {
  const latest = useRef(place);
  latest.current = place;
  useLayoutEffect(() => {
    window.scrollTo({ top: latest.current.scroll, behavior: 'instant' });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = () => editor.remember({ ...latest.current, scroll: window.scrollY });
    const onScroll = () => {
      clearTimeout(waiting);
      waiting = setTimeout(remember, 150);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    // Hiding a tab ends its page without waiting for a timer.
    window.addEventListener('pagehide', remember);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', remember);
    };
  }, [editor]);
}
