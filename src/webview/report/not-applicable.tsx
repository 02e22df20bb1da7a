import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { longestText } from '../../core/language/answer';
import { words } from './words';

interface NotApplicableProps {
  readonly reason: string;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a question does not apply. It takes its criteria out of the score, so somebody must be able to ask why. */
export function NotApplicable({ reason, onSave, onCancel }: NotApplicableProps) {
  const [text, setText] = useState(reason);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="not-applicable"
      onSubmit={event => {
        event.preventDefault();
        if (text.trim() !== '') onSave(text.trim());
      }}
    >
      <label for={id}>{words.notApplicableReason}</label>
      <div class="not-applicable-input">
        <input
          id={id}
          dir="auto"
          ref={field}
          type="text"
          required
          maxLength={longestText}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') onCancel();
          }}
        />
        <button type="submit" class="primary" disabled={text.trim() === ''}>
          {words.notApplicableSave}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
