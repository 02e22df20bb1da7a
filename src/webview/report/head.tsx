import type { Form } from '../../core/content/types';
import { Icon } from '../parts/icon';
import { fillIn } from '../parts/phrase';
import { FitName, toneOfFit } from './outcome';
import { usePage } from './page';
import { Scale } from './scale';
import { describeScore, whatDecides } from './standing';
import { words } from './words';

/** What the workload is, and the verdict with everything needed to say it aloud. */
export function Head() {
  const { state, send } = usePage();
  const { verdict, missing, progress } = state.assessed;
  const decides = whatDecides(verdict, state.policy);
  const progressText = fillIn(words.progress, progress.answered, progress.relevant);
  return (
    <header class="head">
      <p class="eyebrow">{words.eyebrow}</p>
      <h1 dir="auto">{state.workload}</h1>
      {state.description && (
        <p class="description" dir="auto">
          {state.description}
        </p>
      )}
      <section
        id="verdict"
        class={`verdict tone-${toneOfFit[verdict.fit]}`}
        aria-labelledby="verdict-title"
        tabIndex={-1}
      >
        <h2 id="verdict-title">
          <span class="visually-hidden">{words.verdict}: </span>
          <FitName fit={verdict.fit} />
        </h2>
        <p class="because">{verdict.because}</p>
        <Scale score={verdict} />
        <p class="score-words">
          {describeScore(verdict, missing.length).join(' ')}
          {decides && (
            <>
              {' '}
              <strong>{decides}</strong>
            </>
          )}
        </p>
        {verdict.form && <Advice form={verdict.form} />}
      </section>
      <div class="next">
        <div class="buttons">
          <button
            type="button"
            class="primary"
            disabled={!state.editable}
            onClick={() => send({ kind: 'continue', question: null })}
          >
            {words.continue}
          </button>
          <button type="button" onClick={() => send({ kind: 'scaffold' })}>
            <Icon name="folder" />
            {words.scaffold}
          </button>
          <button type="button" onClick={() => send({ kind: 'read-path' })}>
            <Icon name="book" />
            {words.whatToRead}
          </button>
          <button type="button" onClick={() => send({ kind: 'open-text', offset: null })}>
            <Icon name="file" />
            {words.openText}
          </button>
        </div>
        <div class="progress">
          <label for="progress">{progressText}</label>
          <progress id="progress" max={progress.relevant} value={progress.answered} />
        </div>
      </div>
      {!state.editable && <p class="notice">{words.readOnly}</p>}
    </header>
  );
}

function Advice({ form }: { form: Form }) {
  return (
    <div class="advice">
      <h3>
        {words.form} <strong>{form.title}</strong>
      </h3>
      <p>{form.summary}</p>
      <p class="quiet" id="examples">
        {words.examples}
      </p>
      <ul class="tags" aria-labelledby="examples">
        {form.examples.map(example => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </div>
  );
}
