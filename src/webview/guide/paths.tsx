import type { PathState } from '../../protocol/guide';
import { Icon } from '../parts/icon';
import { count } from '../parts/phrase';
import { chapterPlace, usePage } from './page';
import { PlaceLink } from './place-link';
import { words } from './words';

/** The id of the path that is made from an assessment. */
export const fromAssessment = 'assessment';

/** Whose path to follow: a role's, one made for a workload, or none. */
export function PathChooser() {
  const { state, send } = usePage();
  const { roles, path } = state.home;
  const choice = (id: string | null, title: string, summary: string, choose: () => void) => (
    <button
      key={id}
      type="button"
      class="choice"
      title={summary === '' ? undefined : summary}
      aria-pressed={(path?.id ?? null) === id}
      onClick={choose}
    >
      {title}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons.
    <div class="choices" role="group" aria-label={words.path}>
      {choice(null, words.allChapters, '', () => send({ kind: 'path', path: null }))}
      {roles.map(({ id, title, summary }) => choice(id, title, summary, () => send({ kind: 'path', path: id })))}
      {choice(fromAssessment, words.fromAssessment, words.fromAssessmentHelp, () =>
        send({ kind: 'path-from-assessment' }),
      )}
    </div>
  );
}

/** The steps of a path, each with its reason. */
export function PathSteps({ path }: { path: PathState }) {
  return (
    <div class="path">
      {path.summary !== '' && <p class="quiet">{path.summary}</p>}
      <ol class="steps">
        {path.steps.map(({ chapter, section, title, sectionTitle, why, minutes, read }) => (
          <li key={`${chapter}.${section}`} class={read ? 'step read' : 'step'}>
            <span class="step-mark">{read && <Icon name="check" />}</span>
            <div>
              <PlaceLink class="step-title" place={chapterPlace(chapter, section)}>
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
