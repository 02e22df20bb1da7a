import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface ScrollingProps {
  readonly class: string;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** Something that may be wider than the page and scrolls by itself, by keyboard too; where it fits it is no stop. */
export function Scrolling({ name, children, ...rest }: ScrollingProps) {
  const element = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setFits(current.scrollWidth <= current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={element} class={`scrolling ${rest.class}`} aria-label={name} tabIndex={fits ? undefined : 0}>
      {children}
    </section>
  );
}
