import { useEffect, useState } from 'preact/hooks';
import { printNumber } from '../parts/phrase';
import { FitName } from './outcome';
import { usePage } from './page';
import { points } from './standing';
import { words } from './words';

/** The parts of the page, and the verdict always in view: beside the page, or above it where there is little room. */
export function Contents() {
  const { state } = usePage();
  const { verdict, blockers, missing } = state.assessed;
  const past = useIsPast('verdict');
  const link = (id: string, text: string, amount?: number) => (
    <li key={id}>
      <a href={`#${id}`}>
        {text}
        {amount !== undefined && amount > 0 && <span class="amount">{printNumber(amount)}</span>}
      </a>
    </li>
  );
  return (
    <nav class="contents" aria-label={words.contents}>
      <a class={past ? 'standing past' : 'standing'} href="#verdict">
        <FitName fit={verdict.fit} />
        {verdict.score !== undefined && <span class="standing-score">{points(verdict.score)}</span>}
      </a>
      <ul>
        {link('blockers', words.blockers, blockers.length)}
        {link('find-out', words.findOut, missing.length)}
        {link('findings', words.criteria)}
        {link('changes', words.changes)}
        {link('answers', words.answers)}
      </ul>
    </nav>
  );
}

/** Whether an element has been scrolled out at the top. */
function useIsPast(id: string): boolean {
  const [past, setPast] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setPast(!entry.isIntersecting && entry.boundingClientRect.bottom < 0);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [id]);
  return past;
}
