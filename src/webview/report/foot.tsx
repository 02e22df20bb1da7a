import { fillIn, printDay } from '../parts/phrase';
import { usePage } from './page';
import { ProblemList } from './problem-list';
import { words } from './words';

/** What a reader should know about the result as a whole. */
export function Foot() {
  const { state, send } = usePage();
  return (
    <footer class="foot">
      {state.remarks.length > 0 && (
        <section aria-labelledby="remarks">
          <h2 id="remarks">{words.remarks}</h2>
          <p class="lead">{words.remarksLead}</p>
          <ProblemList problems={state.remarks} send={send} />
        </section>
      )}
      {state.asOf !== '' && <p>{fillIn(words.asOf, printDay(state.asOf))}</p>}
      <p>{words.offline}</p>
    </footer>
  );
}
