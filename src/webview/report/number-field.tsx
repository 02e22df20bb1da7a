import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Question, Unit } from '../../core/content/types';
import { checkValue } from '../../core/language/answer';
import { parseQuantity, printQuantity, unitName } from '../../core/language/quantity';
import { writeNumber } from '../../core/language/words';
import { fillIn } from '../parts/phrase';
import { usePage } from './page';
import { words } from './words';

interface NumberFieldProps {
  readonly question: Question;
  readonly value: number | undefined;
  readonly onValue: (value: number) => void;
}

/** A number with a unit as people write it, and typical values beside it. What cannot be read is not sent. */
export function NumberField({ question, value, onValue }: NumberFieldProps) {
  const { state } = usePage();
  const unit = question.unit ?? 'count';
  const saved = value === undefined ? '' : printExactly(value, unit);
  const [text, setText] = useState(saved);
  const [problem, setProblem] = useState<string>();
  const id = useId();
  // Not a plain effect: that comes a moment later, when somebody may have begun to type.
  useLayoutEffect(() => {
    setText(saved);
    setProblem(undefined);
  }, [saved]);

  const commit = () => {
    if (text === saved || text.trim() === '') {
      setText(saved);
      setProblem(undefined);
      return;
    }
    const read = readNumber(question, text);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    setProblem(undefined);
    if (read.value === value) setText(saved);
    else onValue(read.value);
  };
  const disabled = !state.editable;
  return (
    <div class="number-field">
      <label class="ask" for={id}>
        {question.ask}
      </label>
      <div class="number-input">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          value={text}
          disabled={disabled}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-help ${id}-problem`}
          onInput={event => setText(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={event => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') {
              setText(saved);
              setProblem(undefined);
            }
          }}
        />
        <span id={`${id}-help`} class="quiet">
          {numberHelp(question)}
        </span>
      </div>
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
      {question.quick && (
        <fieldset class="quick" disabled={disabled}>
          <legend>{words.typical}</legend>
          {question.quick.map(quick => (
            <button
              type="button"
              key={quick.value}
              aria-pressed={quick.value === value}
              onClick={() => {
                setText(printExactly(quick.value, unit));
                setProblem(undefined);
                if (quick.value !== value) onValue(quick.value);
              }}
            >
              <strong>{printQuantity(quick.value, unit)}</strong> {quick.label}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** The number that a text stands for as an answer to a question, or what is wrong with it. */
export function readNumber(
  question: Question,
  text: string,
): { readonly value: number } | { readonly problem: string } {
  const value = parseQuantity(text, question.unit ?? 'count');
  if (value === undefined) return { problem: `${fillIn(words.notANumber, text.trim())} ${numberHelp(question)}` };
  const problem = checkValue(question, value);
  return problem === undefined ? { value } : { problem };
}

/** A number as people say it where that is exact, else with all its digits: what is shown can be saved unchanged. */
export function printExactly(value: number, unit: Unit): string {
  const spoken = printQuantity(value, unit);
  if (parseQuantity(spoken, unit) === value) return spoken;
  const plain = `${writePlainly(value)} ${unitName(unit)}`.trim();
  return parseQuantity(plain, unit) === value ? plain : writePlainly(value);
}

/** An example from the question itself, so that its unit can be seen. */
function numberHelp(question: Question): string {
  const unit = question.unit ?? 'count';
  const middle = question.quick?.[Math.floor(question.quick.length / 2)];
  return middle ? fillIn(words.numberHelp, printExactly(middle.value, unit)) : unitName(unit);
}

/** As the language writes it, but without signs between thousands: it is there to be edited. */
function writePlainly(value: number): string {
  return writeNumber(value, { maximumFractionDigits: 20, useGrouping: false });
}
