import type { ScaffoldChoice, ScaffoldOption } from '../content/types';
import type { Catalogue } from './catalogue';
import {
  type Choices,
  checkChoices,
  choicesFrom,
  completeChoices,
  defaultOf,
  listOf,
  offersOf,
  relevantChoices,
  type SuggestedChoice,
} from './choices';
import { addChoices } from './project';

/** Where a question stands in a conversation, counted from 1, as far as what is chosen so far tells. */
export interface Step {
  readonly step: number;
  readonly total: number;
}

/** What came back: an answer, a step back, or an end without a trace. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' };

/** A choice put to someone, with its options as they stand beside what else is chosen. */
export interface ChoicePrompt {
  readonly choice: ScaffoldChoice;
  /** Everything that is chosen, this choice too. */
  readonly choices: Choices;
  readonly options: readonly OptionPrompt[];
}

export interface OptionPrompt {
  readonly option: ScaffoldOption;
  readonly isChosen: boolean;
  /** It is what Enter takes where nobody says otherwise. */
  readonly isDefault: boolean;
  /** Why it does not go together with the other choices; nothing when it does. */
  readonly excluded?: string;
  readonly suggestion?: SuggestedChoice;
}

/** What a conversation needs from outside; `Place` is where a project goes, which core does not look into. */
export interface AskingForProject<Place> extends AskingChoices {
  askName(name: string, step: Step): Promise<Reply<string>>;
  askPlace(name: string, step: Step): Promise<Reply<Place>>;
}

export interface AskingChoices {
  /** Gives the ids of the options. Without a step it is one choice among others, and comes back to all of them. */
  askChoice(name: string, prompt: ChoicePrompt, step: Step | undefined): Promise<Reply<readonly string[]>>;
}

/** What someone said: all that a plan needs. */
export interface Agreed<Place> {
  readonly name: string;
  readonly choices: Choices;
  readonly place: Place;
}

/**
 * Asks for a new project: its name, every choice that is worth asking, and its place. Whoever goes back finds what was said;
 * what no longer goes together with an earlier answer gives way to a default. Nothing when someone stops.
 */
export async function askForProject<Place>(
  catalogue: Catalogue,
  start: { readonly name: string; readonly suggestions: readonly SuggestedChoice[] },
  asking: AskingForProject<Place>,
): Promise<Agreed<Place> | undefined> {
  let { name } = start;
  let given = choicesFrom(catalogue, start.suggestions);
  for (let at = 0; ; ) {
    const choices = settle(catalogue, given);
    const asked = askedChoices(catalogue, choices);
    const choice = asked[at - 1];
    const step = { step: at + 1, total: asked.length + 2 };
    if (at === 0) {
      const reply = await asking.askName(name, step);
      if (reply.kind === 'stop') return undefined;
      if (reply.kind === 'back') continue;
      name = reply.value;
    } else if (choice) {
      const reply = await asking.askChoice(name, promptFor(catalogue, start.suggestions, choices, choice), step);
      if (reply.kind === 'stop') return undefined;
      if (reply.kind === 'back') {
        at -= 1;
        continue;
      }
      given = withAnswer(given, choice, reply.value);
    } else {
      const reply = await asking.askPlace(name, step);
      if (reply.kind === 'stop') return undefined;
      if (reply.kind === 'answer') return { name, choices, place: reply.value };
      at -= 1;
      continue;
    }
    at += 1;
  }
}

/** What an editing of choices needs from outside. */
export interface AskingForChanges extends AskingChoices {
  /** Which of the choices someone wants to change, or that all is well: 'done'. */
  pickChoice(name: string, asked: readonly ScaffoldChoice[], choices: Choices): Promise<Reply<ScaffoldChoice | 'done'>>;
}

/** Lets someone change one choice after the other, in any order, until they are done. Nothing when they stop. */
export async function askForChanges(
  catalogue: Catalogue,
  start: { readonly name: string; readonly choices: Choices; readonly suggestions: readonly SuggestedChoice[] },
  asking: AskingForChanges,
): Promise<Choices | undefined> {
  const { name, suggestions } = start;
  let choices = settle(catalogue, start.choices);
  for (;;) {
    const picked = await asking.pickChoice(name, askedChoices(catalogue, choices), choices);
    if (picked.kind !== 'answer') return undefined;
    if (picked.value === 'done') return choices;
    const prompt = promptFor(catalogue, suggestions, choices, picked.value);
    const reply = await asking.askChoice(name, prompt, undefined);
    if (reply.kind === 'stop') return undefined;
    if (reply.kind === 'answer') choices = settle(catalogue, withAnswer(choices, picked.value, reply.value));
  }
}

/** The choices of a project that is there, with what is suggested on top where that goes together with them. */
export function choicesWith(
  catalogue: Catalogue,
  remembered: Choices,
  suggestions: readonly SuggestedChoice[],
): Choices {
  const added = addChoices(catalogue, remembered, choicesFrom(catalogue, suggestions));
  return checkChoices(catalogue, added).length === 0 ? added : remembered;
}

/** What is ticked in a list that takes several, after what was ticked last has pushed out what does not go together with it. */
export interface Ticked {
  readonly kept: readonly string[];
  readonly pushedOut: readonly { readonly option: string; readonly by: string; readonly because: string }[];
}

/** Settles a change of what is ticked in a choice of several: from the options `before` to those of `now`. */
export function tick(
  catalogue: Catalogue,
  { choice, choices }: Pick<ChoicePrompt, 'choice' | 'choices'>,
  before: readonly string[],
  now: readonly string[],
): Ticked {
  const kept = new Set(now);
  const pushedOut: { option: string; by: string; because: string }[] = [];
  for (const fresh of now) {
    if (before.includes(fresh) || !kept.has(fresh)) continue;
    for (const { option, excluded } of offersOf(catalogue, { ...choices, [choice.id]: [fresh] }, choice))
      if (excluded !== undefined && option.id !== fresh && kept.delete(option.id))
        pushedOut.push({ option: option.id, by: fresh, because: excluded });
  }
  return { kept: [...kept], pushedOut };
}

/** What is worth asking: what applies, and has more than one answer. */
function askedChoices(catalogue: Catalogue, choices: Choices): ScaffoldChoice[] {
  return relevantChoices(catalogue, choices).filter(choice => choice.options.length > 1);
}

function promptFor(
  catalogue: Catalogue,
  suggestions: readonly SuggestedChoice[],
  choices: Choices,
  choice: ScaffoldChoice,
): ChoicePrompt {
  const chosen = listOf(choices[choice.id]);
  const isMany = choice.kind === 'choices';
  // Of several, nothing is called the default: what is ticked says it.
  const standard = isMany ? [] : listOf(defaultOf(catalogue, choices, choice));
  // What excludes another option of the same choice is settled when it is ticked, not before.
  const offers = offersOf(catalogue, isMany ? { ...choices, [choice.id]: [] } : choices, choice);
  const options = offers.map((offer): OptionPrompt => {
    const { id } = offer.option;
    const suggestion = suggestions.find(({ choice: about, option }) => about === choice.id && option === id);
    return {
      ...offer,
      isChosen: chosen.includes(id),
      isDefault: standard.includes(id),
      ...(suggestion ? { suggestion } : {}),
    };
  });
  return { choice, choices, options };
}

/** Complete choices, without what no longer goes together with those before it; defaults take the place. */
function settle(catalogue: Catalogue, given: Choices): Choices {
  let choices: Choices = {};
  for (const choice of catalogue.choices) {
    const value = given[choice.id];
    if (value === undefined) continue;
    const next = { ...choices, [choice.id]: value };
    const chosen = listOf(value);
    const isExcluded = offersOf(catalogue, completeChoices(catalogue, next), choice).some(
      ({ option, excluded }) => excluded !== undefined && chosen.includes(option.id),
    );
    if (!isExcluded) choices = next;
  }
  return completeChoices(catalogue, choices);
}

function withAnswer(choices: Choices, choice: ScaffoldChoice, options: readonly string[]): Choices {
  return { ...choices, [choice.id]: choice.kind === 'choices' ? options : (options[0] ?? '') };
}
