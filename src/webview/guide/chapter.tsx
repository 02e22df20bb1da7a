import { quizSection, readingSection, workspaceSection } from '../../core/guide/guide';
import type { ChapterState } from '../../core/guide/guide-state';
import type { TextSection } from '../../core/guide/text';
import { Icon } from '../parts/icon';
import { inList } from '../parts/phrase';
import { Blocks } from './blocks';
import { ChapterHead } from './chapter-head';
import { Contents } from './contents';
import { Sources } from './footnote';
import { numberCitations, quotedIn, quotedInQuiz } from './numbering';
import { ReferencesContext, sourcesAnchor, useReferences } from './page';
import { PlaceLink } from './place-link';
import { Quiz } from './quiz';
import { useReadSections } from './reading';
import { Text } from './text';
import { WebLink } from './web-link';
import { words } from './words';

/** A chapter from its title to the way on to the next. */
export function Chapter({ chapter }: { chapter: ChapterState }) {
  const { head, text, citations, quiz, terms, searches, reading } = chapter;
  const quoted = quotedIn(text);
  const { sources, numbers } = numberCitations([...quoted, ...quotedInQuiz(quiz)], citations);
  useReadSections(head, chapter.sectionsRead);
  const titleOf = (section: string) => head.sections.find(({ id }) => id === section)?.title;
  return (
    <ReferencesContext.Provider value={{ chapter: head.id, citations, numbers, terms, searches }}>
      <ChapterHead chapter={chapter} />
      <Contents head={head} sectionsRead={chapter.sectionsRead} quiz={chapter.quiz} />
      <div class="text">
        {text.lead.length > 0 && (
          <div class="lead">
            <Blocks blocks={text.lead} />
          </div>
        )}
        {text.sections.map(section => (
          <Section key={section.id ?? ''} section={section} />
        ))}
        {quiz.length > 0 && (
          <section aria-labelledby={quizSection}>
            <Quiz
              title={titleOf(quizSection) ?? ''}
              questions={quiz}
              titleOfSection={section => titleOf(section) ?? section}
            />
            <End of={quizSection} />
          </section>
        )}
        {reading.length > 0 && (
          <section aria-labelledby={readingSection}>
            <h2 id={readingSection} tabIndex={-1}>
              {titleOf(readingSection)}
            </h2>
            <ul class="further">
              {reading.map(({ title, url, why }) => (
                <li key={url}>
                  <WebLink address={url} text={title} />
                  <span class="quiet">{why}</span>
                </li>
              ))}
            </ul>
            <End of={readingSection} />
          </section>
        )}
        {sources.length > 0 && (
          <section aria-labelledby={sourcesAnchor}>
            <h2 id={sourcesAnchor} tabIndex={-1}>
              {words.sources}
            </h2>
            <Sources citations={sources} quoted={quoted} />
          </section>
        )}
        <Beside chapter={chapter} />
      </div>
    </ReferencesContext.Provider>
  );
}

function Section({ section: { id, title, blocks } }: { section: TextSection }) {
  const { searches } = useReferences();
  return (
    <section aria-labelledby={id ?? undefined}>
      <h2 id={id ?? undefined} tabIndex={-1}>
        <Text line={title} bare />
      </h2>
      <Blocks blocks={blocks} />
      {id === workspaceSection && searches.length > 0 && <p class="quiet">{words.searchLimits}</p>}
      {id !== null && <End of={id} />}
    </section>
  );
}

/** The end of a section: whoever has it before them for a while has read the section. */
function End({ of }: { of: string }) {
  return <div class="section-end" data-end-of={of} />;
}

/** The chapters beside this one, on the path that is followed. */
function Beside({ chapter: { previous, next } }: { chapter: ChapterState }) {
  if (!previous && !next) return null;
  return (
    <nav class="beside" aria-label={inList([words.previous, words.next]).join('')}>
      {previous && (
        <PlaceLink class="card" place={previous.place}>
          <span class="quiet">
            <Icon name="back" /> {words.previous}
          </span>
          <span class="card-title">{previous.title}</span>
        </PlaceLink>
      )}
      {next && (
        <PlaceLink class="card next" place={next.place}>
          <span class="quiet">
            {words.next} <Icon name="forward" />
          </span>
          <span class="card-title">{next.title}</span>
        </PlaceLink>
      )}
    </nav>
  );
}
