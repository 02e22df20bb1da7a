import { useEffect, useRef, useState } from 'preact/hooks';

/** Tells a screen reader, once it has the time, that something changed; says nothing when the page opens. */
export function Announcer({ text }: { text: string }) {
  const first = useRef(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said !== '' || text !== first.current) setSaid(text);
  }, [text, said]);
  return (
    <div class="visually-hidden" role="status">
      {said}
    </div>
  );
}
