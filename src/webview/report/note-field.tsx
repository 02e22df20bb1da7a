import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestText } from '../../core/language/answer';
import { Icon } from '../parts/icon';
import { usePage } from './page';
import { words } from './words';

/** Why somebody answered as they did. Saved when the focus leaves it. */
export function NoteField({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  const { state } = usePage();
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // Not a plain effect: that comes a moment later, when somebody may have begun to type.
  useLayoutEffect(() => setText(note), [note]);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  if (note === '' && !writing) {
    if (!state.editable) return null;
    return (
      <div class="add-note">
        <button type="button" class="quiet-button" onClick={() => setWriting(true)}>
          <Icon name="pencil" />
          {words.addNote}
        </button>
      </div>
    );
  }
  return (
    <div class="note">
      <label for={id}>{words.note}</label>
      <textarea
        id={id}
        dir="auto"
        ref={field}
        rows={2}
        maxLength={longestText}
        placeholder={words.noteHelp}
        value={text}
        readOnly={!state.editable}
        onInput={event => setText(event.currentTarget.value)}
        onBlur={() => {
          setWriting(false);
          if (text.trim() !== note) onNote(text.trim());
        }}
      />
    </div>
  );
}
