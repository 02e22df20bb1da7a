import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../core/assessment/finding';
import { largestWeight } from '../../core/assessment/verdict';
import { fillIn, printNumber } from '../parts/phrase';
import { usePage } from './page';
import { words } from './words';

/** How much a criterion counts, for a team that sees it otherwise than the published weights do. */
export function Weight({ finding }: { finding: Finding }) {
  const { state, send } = usePage();
  const { criterion, weight, defaultWeight } = finding;
  const [shown, setShown] = useState(weight);
  const slider = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => setShown(weight), [weight]);
  const weigh = (value: number | null) => send({ kind: 'weigh', criterion, weight: value });
  return (
    <div class="weight">
      <h4>
        <label for={id}>{words.weight}</label>
      </h4>
      <div class="weight-control">
        <input
          id={id}
          ref={slider}
          type="range"
          min="0"
          max={largestWeight}
          step="1"
          value={shown}
          disabled={!state.editable}
          aria-describedby={`${id}-help`}
          onInput={event => setShown(event.currentTarget.valueAsNumber)}
          onChange={event => weigh(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{printNumber(shown)}</output>
        <span class="quiet">
          {fillIn(shown === defaultWeight ? words.weightPublished : words.weightChanged, defaultWeight)}
        </span>
        {weight !== defaultWeight && (
          <button
            type="button"
            class="quiet-button"
            disabled={!state.editable}
            onClick={() => {
              weigh(null);
              // The button goes away with the change; the focus must not go with it.
              slider.current?.focus();
            }}
          >
            {words.resetWeight}
          </button>
        )}
      </div>
      <p id={`${id}-help`} class="quiet">
        {words.weightHelp}
      </p>
    </div>
  );
}
