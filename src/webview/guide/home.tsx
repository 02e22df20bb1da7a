import { fillIn } from '../parts/phrase';
import { ChapterList } from './chapter-list';
import { NextSteps } from './next-steps';
import { titleAnchor, usePage } from './page';
import { PathChooser, PathSteps } from './paths';
import { words } from './words';

/** Where everything in the guide begins: going on, a path for one's work, all chapters, and how far one is. */
export function Home() {
  const { state } = usePage();
  const { chapters, path } = state.home;
  // Whoever has just asked what to read for a workload finds that first.
  const isForWorkload = path?.kind === 'workload';
  return (
    <>
      <header class="home-head">
        <h1 id={titleAnchor} tabIndex={-1}>
          {words.guide}
        </h1>
        {!isForWorkload && <p class="quiet">{words.welcome}</p>}
      </header>
      {isForWorkload && (
        <section class="home-part" aria-labelledby="guide.workload">
          <h2 id="guide.workload">{fillIn(words.toRead, path.workload)}</h2>
          <PathSteps path={path} />
        </section>
      )}
      <NextSteps />
      <section class="home-part" aria-labelledby="guide.path">
        <h2 id="guide.path">{words.path}</h2>
        <PathChooser />
        {path && !isForWorkload && <PathSteps path={path} />}
      </section>
      <section class="home-part" aria-labelledby="guide.chapters">
        <h2 id="guide.chapters">{path ? words.allChapters : words.chapters}</h2>
        <ChapterList chapters={chapters.filter(({ number }) => number !== null)} />
      </section>
      {chapters.some(({ number }) => number === null) && (
        <section class="home-part" aria-labelledby="guide.appendices">
          <h2 id="guide.appendices">{words.appendices}</h2>
          <ChapterList chapters={chapters.filter(({ number }) => number === null)} />
        </section>
      )}
      <Standing />
    </>
  );
}

/** How far one is, in words, and what can be done with that. */
function Standing() {
  const { state, send } = usePage();
  const { sections, sectionsRead, questions, questionsRight } = state.home.total;
  const untouched = sectionsRead === 0 && questionsRight === 0;
  const phrase = untouched ? words.progressNone : sectionsRead >= sections ? words.progressAll : words.progressSome;
  return (
    <section class="home-part standing" aria-labelledby="guide.progress">
      <h2 id="guide.progress">{words.progress}</h2>
      <p>{fillIn(phrase, sectionsRead, sections, questionsRight, questions)}</p>
      {!untouched && <progress max={sections} value={sectionsRead} aria-labelledby="guide.progress" />}
      <p class="quiet">{words.progressKept}</p>
      <div class="buttons">
        <button type="button" onClick={() => send({ kind: 'export-progress' })}>
          {words.export}
        </button>
        <button type="button" onClick={() => send({ kind: 'reset-progress' })}>
          {words.reset}
        </button>
      </div>
    </section>
  );
}
