import { useEffect, useRef } from 'preact/hooks';

/** Something on the page by which a reader would notice that the page has moved. */
interface Landmark {
  readonly element: Element;
  /** Its distance from the top of the window, in CSS pixels. */
  readonly top: number;
}

/**
 * Keeps what is being read where it is when the page becomes narrower or wider: an explanation that opens beside it
 * breaks all its lines anew, and the same distance from the top is then another place.
 */
export function useSteadyPlace(): void {
  const landmark = useRef<Landmark | undefined>(undefined);
  const look = () => {
    landmark.current = findLandmark();
  };
  // Whatever was just made anew may have moved.
  useEffect(look);
  useEffect(() => {
    let width = window.innerWidth;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 100);
    };
    const onResize = () => {
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      const { element, top } = landmark.current ?? {};
      if (!element?.isConnected || top === undefined) return;
      window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('focusin', look);
    window.addEventListener('resize', onResize);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('focusin', look);
      window.removeEventListener('resize', onResize);
    };
  }, []);
}

/** What has the focus, if it is in sight, else the first row or paragraph that is; nothing at the top of the page. */
function findLandmark(): Landmark | undefined {
  if (window.scrollY === 0) return undefined;
  const { activeElement, body } = document;
  const focused = activeElement === body ? [] : [activeElement];
  for (const element of [...focused, ...document.querySelectorAll('main :is(h1, h2, h3, summary, p, li)')]) {
    if (!element) continue;
    const { top } = element.getBoundingClientRect();
    if (top >= 0 && top < window.innerHeight) return { element, top };
  }
  return undefined;
}
