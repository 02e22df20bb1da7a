import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuestionState } from '../../core/assessment/report-state';
import type { Answer, Value } from '../../core/language/answer';
import { ChoiceField } from './choice-field';
import { ChoicesField } from './choices-field';
import { EvidenceList } from './evidence-list';
import { NotApplicable } from './not-applicable';
import { NoteField } from './note-field';
import { NumberField } from './number-field';
import { usePage } from './page';
import { words } from './words';

/** What can be said to a question, without the note and the evidence behind it. */
export type Said = { readonly value: Value } | { readonly unknown: true } | { readonly notApplicable: string };

/** A new answer that keeps the note and the evidence of the one before. */
export function answerWith(said: Said, before: Answer | null): Answer {
  const { note, evidence } = before ?? {};
  return { ...said, ...(note === undefined ? {} : { note }), ...(evidence === undefined ? {} : { evidence }) };
}

interface AnswerFormProps {
  readonly entry: QuestionState;
  /** Whether the focus should go to the first field when the form appears. */
  readonly focus?: boolean;
}

/** A question with the controls to answer it. Every change is one intent; nothing waits to be saved. */
export function AnswerForm({ entry, focus = false }: AnswerFormProps) {
  const { state, send } = usePage();
  const { question, answer } = entry;
  const [giving, setGiving] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const reasonButton = useRef<HTMLButtonElement>(null);
  const focusField = () => form.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  useEffect(() => {
    if (focus) focusField();
  }, [focus]);

  const say = (said: Said) => send({ kind: 'answer', question: question.id, answer: answerWith(said, answer) });
  const clear = () => send({ kind: 'answer', question: question.id, answer: null });
  const clearByButton = () => {
    clear();
    // The button has nothing left to do and lets go of the focus.
    focusField();
  };
  const closeReason = () => {
    setGiving(false);
    reasonButton.current?.focus();
  };
  const value = answer && 'value' in answer ? answer.value : undefined;
  const saidUnknown = answer !== null && 'unknown' in answer;
  const reason = answer && 'notApplicable' in answer ? answer.notApplicable : undefined;
  const disabled = !state.editable;
  return (
    <div class="answer-form" ref={form}>
      <AnswerField entry={entry} value={value} onValue={value => say({ value })} onClear={clear} />
      <div class="buttons">
        <button type="button" aria-pressed={saidUnknown} disabled={disabled} onClick={() => say({ unknown: true })}>
          {words.dontKnow}
        </button>
        <button
          type="button"
          ref={reasonButton}
          aria-pressed={reason !== undefined}
          aria-expanded={giving}
          disabled={disabled}
          onClick={() => setGiving(!giving)}
        >
          {words.notApplicable}
        </button>
        <button type="button" disabled={disabled || answer === null} onClick={clearByButton}>
          {words.clear}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-label={`${words.explain}: ${question.title}`}
          onClick={() => send({ kind: 'explain', subject: 'question', id: question.id })}
        >
          {words.explain}
        </button>
      </div>
      {giving && (
        <NotApplicable
          reason={reason ?? ''}
          onSave={text => {
            say({ notApplicable: text });
            closeReason();
          }}
          onCancel={closeReason}
        />
      )}
      {entry.reason !== null && !giving && (
        <p class="reason" dir="auto">
          {entry.reason}
        </p>
      )}
      <p class="quiet">{question.why}</p>
      {value === undefined && !focus && (
        <p class="quiet">
          <span class="label">{words.howToFindOut}</span> {question.findOut}
        </p>
      )}
      {answer && (
        <NoteField
          note={answer.note ?? ''}
          onNote={note => {
            const { note: _, ...rest } = answer;
            send({ kind: 'answer', question: question.id, answer: note === '' ? rest : { ...rest, note } });
          }}
        />
      )}
      {entry.evidence.length > 0 && <EvidenceList evidence={entry.evidence} />}
    </div>
  );
}

interface AnswerFieldProps {
  readonly entry: QuestionState;
  readonly value: Value | undefined;
  readonly onValue: (value: Value) => void;
  readonly onClear: () => void;
}

function AnswerField({ entry: { question }, value, onValue, onClear }: AnswerFieldProps) {
  switch (question.kind) {
    case 'number':
      return (
        <NumberField question={question} value={typeof value === 'number' ? value : undefined} onValue={onValue} />
      );
    case 'boolean':
      return (
        <ChoiceField
          ask={question.ask}
          options={[
            { id: 'yes', label: words.yes },
            { id: 'no', label: words.no },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined}
          onValue={id => onValue(id === 'yes')}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          ask={question.ask}
          options={question.options ?? []}
          value={typeof value === 'string' ? value : undefined}
          onValue={onValue}
        />
      );
    case 'choices':
      return (
        <ChoicesField
          ask={question.ask}
          options={question.options ?? []}
          value={Array.isArray(value) ? value : []}
          onValue={ids => (ids.length > 0 ? onValue(ids) : onClear())}
        />
      );
  }
}
