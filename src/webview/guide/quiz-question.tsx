import { useEffect, useId, useState } from 'preact/hooks';
import { placeOf, type QuizOption } from '../../core/guide/guide';
import type { QuizState } from '../../core/guide/guide-state';
import { isRight } from '../../core/guide/quiz';
import { Icon, type IconName } from '../parts/icon';
import { fillIn, printDay } from '../parts/phrase';
import { Blocks } from './blocks';
import { usePage } from './page';
import { PlaceLink } from './place-link';
import { Text } from './text';
import { words } from './words';

interface QuizQuestionProps {
  readonly quiz: QuizState;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
  /** Whether to say which chapter it is from. */
  readonly withChapter: boolean;
  readonly sectionTitle: string;
}

/** A question that is answered, checked and, if one likes, answered again. Every option then says what it would mean. */
export function QuizQuestion({ quiz, number, of, withChapter, sectionTitle }: QuizQuestionProps) {
  const { send, say } = usePage();
  const { question, chapter } = quiz;
  const { answer } = quiz;
  const [draft, setDraft] = useState<readonly string[]>([]);
  /** The last answer is put aside for another try. */
  const [again, setAgain] = useState(false);
  const [checking, setChecking] = useState(false);
  const [hint, setHint] = useState(false);
  const name = useId();
  // An answer is shown once it is written down, which is when it comes back.
  const answered = answer !== null && !again;
  const options = answered ? answer.options : draft;
  const tryAgain = () => {
    setAgain(true);
    setDraft([]);
  };
  useForgotten(quiz, () => {
    setAgain(false);
    setDraft([]);
  });
  useEffect(() => {
    if (!checking || answer === null || !isSameChoice(answer.options, draft)) return;
    setChecking(false);
    setAgain(false);
    say(answer.correct ? words.answerRight : words.answerWrong);
  }, [checking, answer, draft]);
  const right = isRight(question, options);
  const comesBack = !right && quiz.due ? fillIn(words.comesBack, printDay(quiz.due)) : undefined;

  const choose = (id: string, on: boolean) => {
    setHint(false);
    const others = question.kind === 'choice' ? [] : draft.filter(option => option !== id);
    setChecking(false);
    setDraft(on ? [...others, id] : others);
  };
  const check = () => {
    setHint(draft.length === 0);
    if (draft.length === 0) return say(words.nothingChosen);
    setChecking(true);
    send({ kind: 'answer', question: quiz.id, options: draft });
  };
  const ask = (
    <span id={`${name}.ask`} class="ask">
      <Text line={question.ask} />
    </span>
  );
  return (
    <fieldset
      class="question"
      aria-labelledby={`${name}.number ${name}.ask`}
      aria-describedby={question.case.length > 0 ? `${name}.case` : undefined}
    >
      <legend>
        <span id={`${name}.number`} class="eyebrow">
          {fillIn(words.question, number, of)}
          {withChapter && <>. {fillIn(words.fromChapter, quiz.chapterTitle)}</>}
        </span>
        {question.case.length === 0 && ask}
      </legend>
      {question.case.length > 0 && (
        <>
          <div id={`${name}.case`} class="case">
            <Blocks blocks={question.case} />
          </div>
          {ask}
        </>
      )}
      {!answered && <p class="quiet">{question.kind === 'choice' ? words.chooseOne : words.chooseSeveral}</p>}
      <div class="options">
        {question.options.map(option => (
          <Option
            key={option.id}
            option={option}
            kind={question.kind}
            name={name}
            chosen={options.includes(option.id)}
            answered={answered}
            choose={on => choose(option.id, on)}
          />
        ))}
      </div>
      {answered && (
        <p class={right ? 'result right' : 'result wrong'}>
          <Icon name={right ? 'strength' : 'again'} />
          <span>
            <strong>{right ? words.answerRight : words.answerWrong}</strong>
            {comesBack && <> {comesBack}</>}
          </span>
        </p>
      )}
      {hint && <p class="hint">{words.nothingChosen}</p>}
      <p class="buttons">
        {/* One button for both, so that the focus stays. */}
        <button type="button" class={answered ? '' : 'primary'} onClick={answered ? tryAgain : check}>
          {answered ? words.tryAgain : words.check}
        </button>
        {answered && !right && (
          <PlaceLink class="touch" place={placeOf(chapter, question.section)}>
            {fillIn(words.readAgain, sectionTitle)}
          </PlaceLink>
        )}
      </p>
    </fieldset>
  );
}

function isSameChoice(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(option => other.includes(option));
}

interface OptionProps {
  readonly option: QuizOption;
  readonly kind: 'choice' | 'choices';
  readonly name: string;
  readonly chosen: boolean;
  readonly answered: boolean;
  readonly choose: (on: boolean) => void;
}

function Option({ option, kind, name, chosen, answered, choose }: OptionProps) {
  const id = useId();
  return (
    <div class={chosen ? 'option chosen' : 'option'}>
      <label>
        <input
          type={kind === 'choice' ? 'radio' : 'checkbox'}
          name={name}
          checked={chosen}
          disabled={answered}
          aria-describedby={answered ? id : undefined}
          onChange={event => choose(event.currentTarget.checked)}
        />
        <span>
          <Text line={option.text} bare />
        </span>
      </label>
      {answered && (
        <p id={id} class="feedback">
          <Verdict option={option} chosen={chosen} />
          <Text line={option.feedback} />
        </p>
      )}
    </div>
  );
}

/** What became of an option, told by its shape and in words. */
function Verdict({ option, chosen }: { option: QuizOption; chosen: boolean }) {
  const [icon, word, tone]: readonly [IconName, string, string] = option.correct
    ? chosen
      ? ['strength', words.right, 'good']
      : ['missed', words.missed, 'care']
    : chosen
      ? ['wrong', words.notRight, 'bad']
      : ['left', words.rightlyLeft, 'plain'];
  return (
    <strong class={`verdict ${tone}`}>
      <Icon name={icon} />
      {word}.{' '}
    </strong>
  );
}

/** Does something when an answer that was there is taken away: by a reset, or because the question is due again. */
function useForgotten({ answer }: QuizState, forget: () => void): void {
  const [had, setHad] = useState(answer !== null);
  useEffect(() => {
    if (had && answer === null) forget();
    setHad(answer !== null);
  }, [answer, had, forget]);
}
