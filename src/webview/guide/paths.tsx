import { placeOf } from '../../core/guide/guide';
import type { PathState } from '../../core/guide/path-state';
import { Icon } from '../parts/icon';
import { count, fillIn } from '../parts/phrase';
import { usePage } from './page';
import { PlaceLink } from './place-link';
import { words } from './words';

/** Whose path to follow: a role's, one made for a workload, or none. */
export function PathChooser() {
  const { state, send } = usePage();
  const { roles, path } = state.home;
  const choice = (isFollowed: boolean, title: string, summary: string, choose: () => void) => (
    <button
      key={title}
      type="button"
      class="choice"
      title={summary === '' ? undefined : summary}
      aria-pressed={isFollowed}
      onClick={choose}
    >
      {title}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons.
    <div class="choices" role="group" aria-label={words.path}>
      {choice(!path, words.allChapters, '', () => send({ kind: 'path', path: null }))}
      {roles.map(({ id, title, summary }) =>
        choice(path?.kind === 'role' && path.id === id, title, summary, () => send({ kind: 'path', path: id })),
      )}
      {choice(path?.kind === 'workload', words.fromAssessment, words.fromAssessmentHelp, () =>
        send({ kind: 'path-from-assessment' }),
      )}
    </div>
  );
}

/** The steps of a path, each with its reason. */
export function PathSteps({ path }: { path: PathState }) {
  const lead = path.kind === 'role' ? path.summary : fillIn(words.toReadLead, path.workload);
  return (
    <div class="path">
      {lead !== '' && <p class="quiet">{lead}</p>}
      <ol class="steps">
        {path.steps.map(({ chapter, section, title, sectionTitle, why, minutes, read }) => (
          <li key={`${chapter}.${section}`} class={read ? 'step read' : 'step'}>
            <span class="step-mark">{read && <Icon name="check" />}</span>
            <div>
              <PlaceLink class="step-title" place={placeOf(chapter, section)}>
                {title}
                {sectionTitle !== null && <>: {sectionTitle}</>}
              </PlaceLink>
              <p>{why}</p>
              <p class="quiet">
                {count(words.minutes, minutes)}
                {read && <>, {words.isRead}</>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
