import type { Problem } from '../../core/language/problem';
import type { FromReport, ReportWords } from '../../protocol/report';
import { fillIn } from '../parts/phrase';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly words: ReportWords;
  readonly send: (intent: FromReport) => void;
}

/** What is wrong in the file, each with the way to its place. */
export function ProblemList({ problems, words, send }: ProblemListProps) {
  return (
    <ul class="problems">
      {problems.map(({ message, offset, line, column }) => (
        <li key={`${offset} ${message}`}>
          <p>{message}</p>
          <button type="button" class="link" onClick={() => send({ kind: 'open-text', offset })}>
            {fillIn(words.place, line, column)}
          </button>
        </li>
      ))}
    </ul>
  );
}
