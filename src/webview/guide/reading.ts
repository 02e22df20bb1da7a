import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChapterHead } from '../../core/guide/guide';
import { usePage } from './page';

/** How long someone is in a section before that is where they read. */
const settled = 500;
/** How long the end of a section is in view before the section has been read. */
const timeToRead = 1500;
const wideFrom = '(min-width: 900px)';

/** Whether there is room for something beside the text. */
export function useWide(): boolean {
  const [query] = useState(() => (typeof matchMedia === 'undefined' ? undefined : matchMedia(wideFrom)));
  const [wide, setWide] = useState(query?.matches ?? false);
  useEffect(() => {
    const onChange = (event: MediaQueryListEvent) => setWide(event.matches);
    query?.addEventListener('change', onChange);
    return () => query?.removeEventListener('change', onChange);
  }, [query]);
  return wide;
}

/** The section at the top of the window, which is told to the extension when the reader stays in it. */
export function useSectionAtTop(chapter: string): string | null {
  const { send } = usePage();
  const [section, setSection] = useState<string | null>(null);
  useEffect(() => {
    setSection(null);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let current: string | null = null;
    const onScroll = () => {
      const found = findSectionAtTop();
      if (found === current) return;
      current = found;
      setSection(found);
      clearTimeout(waiting);
      if (found !== null) waiting = setTimeout(() => send({ kind: 'reading', chapter, section: found }), settled);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', onScroll);
    };
  }, [chapter, send]);
  return section;
}

/** The last section that begins in the upper quarter of the window, or above. */
function findSectionAtTop(): string | null {
  const headings = [...document.querySelectorAll('main h2[id]')].filter(({ id }) => !id.includes('.'));
  const limit = window.innerHeight / 4;
  return headings.findLast(heading => heading.getBoundingClientRect().top <= limit)?.id ?? null;
}

/** Tells the extension of each section whose end has been in view for a while, once. */
export function useReadSections(head: ChapterHead, sectionsRead: readonly string[]): void {
  const { send } = usePage();
  const known = useRef(sectionsRead);
  known.current = sectionsRead;
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const told = new Set<string>();
    const tell = (section: string) => {
      timers.delete(section);
      if (told.has(section) || known.current.includes(section) || document.visibilityState === 'hidden') return;
      told.add(section);
      send({ kind: 'read', chapter: head.id, section });
    };
    const observer = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) {
        const section = target.getAttribute('data-end-of') ?? '';
        clearTimeout(timers.get(section));
        if (isIntersecting)
          timers.set(
            section,
            setTimeout(() => tell(section), timeToRead),
          );
        else timers.delete(section);
      }
    });
    for (const end of document.querySelectorAll('[data-end-of]')) observer.observe(end);
    return () => {
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [head.id, send]);
}
