import { useEffect, useRef } from 'preact/hooks';

interface Keys {
  readonly search: () => void;
  readonly back: () => void;
  readonly forward: () => void;
}

/** The keys of a page of documentation: "/" looks for something, Alt with an arrow goes back and forward. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (!key) return;
      event.preventDefault();
      // VS Code would go back and forward among its editors as well.
      event.stopPropagation();
      latest.current[key]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function keyOf({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): keyof Keys | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'forward' : undefined;
  const isTyping = target instanceof HTMLInputElement && target.type === 'text';
  return key === '/' && !isTyping ? 'search' : undefined;
}
