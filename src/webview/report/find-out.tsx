import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Missing } from '../../core/assessment/missing';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { count } from '../parts/phrase';
import { AnswerForm } from './answer-form';
import { Heading } from './heading';
import { usePage } from './page';
import { words } from './words';

/** As many as someone can take to a meeting. */
const shownFirst = 5;

/** The open questions, the most decisive first, to be answered on the spot. */
export function FindOut() {
  const { state, place, fold } = usePage();
  const [held, setHeld] = useState<Held>();
  const [next, setNext] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const items = withHeld(state.assessed.missing, held);
  const first = items.slice(0, shownFirst);
  const rest = items.slice(shownFirst);

  // A question that was answered leaves the list; the focus goes to the one that takes its place.
  useLayoutEffect(() => {
    if (next === undefined) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>('.answer-now');
    const heir = buttons?.[Math.min(next, buttons.length - 1)] ?? document.getElementById('find-out');
    heir?.focus();
    setNext(undefined);
  }, [next]);

  const row = (item: Missing, index: number) => (
    <MissingItem
      key={item.question}
      item={item}
      open={held?.item.question === item.question}
      onOpen={() => setHeld({ item, index })}
      onDone={() => {
        setHeld(undefined);
        setNext(index);
      }}
    />
  );
  return (
    <section aria-labelledby="find-out">
      <Heading id="find-out" text={words.findOut} />
      {items.length === 0 ? (
        <p class="empty">
          <Icon name="strength" />
          {words.nothingMissing}
        </p>
      ) : (
        <div ref={list}>
          <p class="lead">{words.findOutLead}</p>
          <ol class="find-out">{first.map(row)}</ol>
          {rest.length > 0 && (
            <Fold
              id="find-out-rest"
              class="more"
              open={place.open.includes('find-out-rest')}
              onFold={open => fold('find-out-rest', open)}
              summary={count(words.moreToFindOut, rest.length)}
            >
              <ol class="find-out" start={shownFirst + 1}>
                {rest.map((item, index) => row(item, shownFirst + index))}
              </ol>
            </Fold>
          )}
        </div>
      )}
    </section>
  );
}

/** The question that is being answered here, and where it stood. It stays until its reader is done with it. */
export interface Held {
  readonly item: Missing;
  readonly index: number;
}

export function withHeld(missing: readonly Missing[], held: Held | undefined): readonly Missing[] {
  if (!held) return missing;
  const { question } = held.item;
  // While it is open its own entry is the newer one, but it keeps its place.
  const item = missing.find(other => other.question === question) ?? held.item;
  return missing.filter(other => other.question !== question).toSpliced(held.index, 0, item);
}

interface MissingItemProps {
  readonly item: Missing;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}

function MissingItem({ item, open, onOpen, onDone }: MissingItemProps) {
  const { state } = usePage();
  const points = Math.round(item.points);
  const entry = state.sections
    .flatMap(section => section.questions)
    .find(({ question }) => question.id === item.question);
  return (
    <li>
      <div class="find-out-head">
        <h3>{item.ask}</h3>
        <button
          type="button"
          class={open ? 'answer-now primary' : 'answer-now'}
          disabled={!state.editable}
          aria-expanded={open}
          aria-label={`${open ? words.doneAnswering : words.answerNow}: ${item.title}`}
          onClick={open ? onDone : onOpen}
        >
          {open ? words.doneAnswering : words.answerNow}
        </button>
      </div>
      <p class="effects">
        {item.couldBlock && (
          <span class="effect decisive">
            <Icon name="concern" />
            {words.couldBlock}
          </span>
        )}
        <span class="effect">{points > 0 ? count(words.movesScore, points) : words.movesLittle}</span>
        {item.dontKnow && <span class="effect">{words.saidUnknown}</span>}
      </p>
      <p class="quiet">
        <span class="label">{words.howToFindOut}</span> {item.findOut}
      </p>
      {open && entry && (
        <div class="in-place">
          <AnswerForm entry={entry} focus />
        </div>
      )}
    </li>
  );
}
