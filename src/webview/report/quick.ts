import { useEffect, useState } from 'preact/hooks';

/** As long as an edit may take before its absence means that the extension has refused it. */
const patience = 2000;

/**
 * A value that shows a choice at once, before the extension has saved it and sent it back. Whoever ticks three boxes
 * quickly must not have the second one taken away by the answer to the first.
 */
export function useQuick<T>(saved: T): [T, (value: T) => void] {
  const [ahead, setAhead] = useState<{ readonly value: T }>();
  const arrived = ahead !== undefined && JSON.stringify(ahead.value) === JSON.stringify(saved);
  useEffect(() => {
    if (!ahead) return;
    if (arrived) {
      setAhead(undefined);
      return;
    }
    const timer = setTimeout(() => setAhead(undefined), patience);
    return () => clearTimeout(timer);
  }, [ahead, arrived]);
  return [ahead ? ahead.value : saved, value => setAhead({ value })];
}
