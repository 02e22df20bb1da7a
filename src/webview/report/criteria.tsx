import type { Finding } from '../../core/assessment/finding';
import type { Theme } from '../../core/content/types';
import { Criterion } from './criterion';
import { Heading } from './heading';
import { Outcome, type ShownOutcome, shownOutcome } from './outcome';
import { usePage } from './page';
import { words } from './words';

/** Which criteria a filter lets through. */
export const filters = {
  all: () => true,
  attention: finding => ['blocker', 'weakness', 'concern'].includes(finding.outcome),
  open: finding => finding.outcome === 'open',
} as const satisfies Record<string, (finding: Finding) => boolean>;

export type FilterName = keyof typeof filters;

export function filterNamed(name: string): FilterName {
  return Object.hasOwn(filters, name) ? (name as FilterName) : 'all';
}

/** Every criterion under its theme, in the order of the knowledge. */
export function Criteria() {
  const { state, place, filter } = usePage();
  const { findings } = state.assessed;
  const chosen = filterNamed(place.filter);
  const shown = findings.filter(filters[chosen]);
  const names: Readonly<Record<FilterName, string>> = {
    all: words.showAll,
    attention: words.showAttention,
    open: words.showOpen,
  };
  return (
    <section aria-labelledby="findings">
      <Heading id="findings" text={words.criteria} />
      <p class="lead">{words.criteriaLead}</p>
      <fieldset class="filters">
        <legend class="visually-hidden">{words.show}</legend>
        {(Object.keys(filters) as FilterName[]).map(name => (
          <button type="button" key={name} aria-pressed={name === chosen} onClick={() => filter(name)}>
            {names[name]} <span class="amount">{findings.filter(filters[name]).length}</span>
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <p class="empty">{words.nothingToShow}</p>}
      {state.themes.map(theme => (
        <ThemeGroup key={theme.id} theme={theme} findings={shown.filter(finding => finding.theme === theme.id)} />
      ))}
    </section>
  );
}

function ThemeGroup({ theme, findings }: { theme: Theme; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div class="group">
      <div class="group-head">
        <h3>{theme.title}</h3>
        <Tally findings={findings} />
      </div>
      <div class="rows">
        {findings.map(finding => (
          <Criterion key={finding.criterion} finding={finding} />
        ))}
      </div>
    </div>
  );
}

/** How often each outcome occurs, worst first, for a reader who only skims. */
function Tally({ findings }: { findings: readonly Finding[] }) {
  const order: readonly ShownOutcome[] = ['blocker', 'lifted', 'weakness', 'concern', 'open', 'neutral', 'strength'];
  const amounts = order.flatMap(outcome => {
    const amount = findings.filter(finding => shownOutcome(finding) === outcome).length;
    return amount > 0 ? [{ outcome, amount }] : [];
  });
  return (
    <ul class="tally">
      {amounts.map(({ outcome, amount }) => (
        <li key={outcome}>
          {amount} <Outcome outcome={outcome} />
        </li>
      ))}
    </ul>
  );
}
