import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { placeBeside } from './placing';

/** Does something after a while, unless something else comes first. */
export function useLater(): { run(action: () => void, delay: number): void; cancel(): void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => cancel, []);
  return {
    cancel,
    run: (action, delay) => {
      cancel();
      timer.current = setTimeout(action, delay);
    },
  };
}

/** Keeps a panel beside its word, wherever that goes. Fixed to the window, so that nothing that scrolls cuts it off. */
export function usePlacing(
  isOpen: boolean,
  word: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const place = () => {
      if (!word.current || !panel.current) return;
      const { left, top } = placeBeside(word.current.getBoundingClientRect(), panel.current.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      });
      panel.current.style.left = `${left}px`;
      panel.current.style.top = `${top}px`;
    };
    place();
    window.addEventListener('scroll', place, { passive: true, capture: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [isOpen, word, panel]);
}

/** Whether a press, or the focus, goes somewhere else in the page. What leaves the page goes nowhere. */
export function isOutside(whole: RefObject<HTMLElement | null>, to: EventTarget | null): boolean {
  return to instanceof Node && !whole.current?.contains(to);
}

/** Hears a press outside, as long as there is something to leave. */
export function usePressOutside(isOpen: boolean, whole: RefObject<HTMLElement | null>, leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onPress = (event: Event) => {
      if (isOutside(whole, event.target)) latest.current();
    };
    document.addEventListener('pointerdown', onPress, { capture: true });
    return () => document.removeEventListener('pointerdown', onPress, { capture: true });
  }, [isOpen, whole]);
}

/** Hears Escape, wherever the focus is, and a press outside. */
export function useDismissal(
  isOpen: boolean,
  whole: RefObject<HTMLElement | null>,
  dismiss: (byKey: boolean) => void,
): void {
  const latest = useRef(dismiss);
  latest.current = dismiss;
  // At once: a key may follow the one that opened it before anything is painted.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current(true);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [isOpen]);
  usePressOutside(isOpen, whole, () => dismiss(false));
}
