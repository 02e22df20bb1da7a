import { OptionText, type ShownOption } from './choice-field';
import { usePage } from './page';
import { useQuick } from './quick';

interface ChoicesFieldProps {
  readonly ask: string;
  readonly options: readonly ShownOption[];
  readonly value: readonly string[];
  readonly onValue: (ids: readonly string[]) => void;
}

/** Any of several. */
export function ChoicesField({ ask, options, value, onValue }: ChoicesFieldProps) {
  const { state } = usePage();
  const [ticked, tick] = useQuick(value);
  const change = (id: string, on: boolean) => {
    const ids = options.map(option => option.id).filter(other => (other === id ? on : ticked.includes(other)));
    tick(ids);
    onValue(ids);
  };
  return (
    <fieldset disabled={!state.editable}>
      <legend class="ask">{ask}</legend>
      {options.map(option => (
        <label class="option" key={option.id}>
          <input
            type="checkbox"
            checked={ticked.includes(option.id)}
            onChange={event => change(option.id, event.currentTarget.checked)}
          />
          <OptionText option={option} />
        </label>
      ))}
    </fieldset>
  );
}
