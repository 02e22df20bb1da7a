import { useId } from 'preact/hooks';
import { usePage } from './page';
import { useQuick } from './quick';

/** An option as a list shows it. */
export interface ShownOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

interface ChoiceFieldProps {
  readonly ask: string;
  readonly options: readonly ShownOption[];
  readonly value: string | undefined;
  readonly onValue: (id: string) => void;
}

/** One of several. */
export function ChoiceField({ ask, options, value, onValue }: ChoiceFieldProps) {
  const { state } = usePage();
  const name = useId();
  const [chosen, choose] = useQuick(value);
  return (
    <fieldset disabled={!state.editable}>
      <legend class="ask">{ask}</legend>
      {options.map(option => (
        <label class="option" key={option.id}>
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === chosen}
            onChange={() => {
              choose(option.id);
              onValue(option.id);
            }}
          />
          <OptionText option={option} />
        </label>
      ))}
    </fieldset>
  );
}

export function OptionText({ option }: { option: ShownOption }) {
  return (
    <span>
      {option.label}
      {option.detail && <span class="option-detail">{option.detail}</span>}
    </span>
  );
}
