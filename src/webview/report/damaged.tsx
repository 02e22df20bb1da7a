import type { DamagedState } from '../../core/assessment/report-state';
import type { FromReport } from '../../protocol/report';
import { Icon } from '../parts/icon';
import { ProblemList } from './problem-list';
import { words } from './words';

interface DamagedProps {
  readonly state: DamagedState;
  readonly send: (intent: FromReport) => void;
}

/** A file that cannot be read: what is wrong with it, where, and that nobody has touched it. */
export function Damaged({ state, send }: DamagedProps) {
  return (
    <main class="damaged tone-bad">
      <p class="eyebrow">{state.file}</p>
      <h1>
        <Icon name="blocker" />
        {words.damaged}
      </h1>
      <p class="lead">{words.damagedLead}</p>
      <ProblemList problems={state.problems} send={send} />
      <p>{words.damagedKept}</p>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          onClick={() => send({ kind: 'open-text', offset: state.problems[0]?.offset ?? null })}
        >
          {words.openText}
        </button>
      </div>
    </main>
  );
}
