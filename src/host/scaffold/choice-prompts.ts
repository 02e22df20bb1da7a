import * as vscode from 'vscode';
import type { ScaffoldChoice } from '../../core/content/types';
import { inert, type Words, words } from '../../core/language/inert';
import type { Catalogue } from '../../core/scaffold/catalogue';
import {
  type Choices,
  completeChoices,
  defaultOf,
  listOf,
  type Offer,
  offersOf,
  printChoice,
  relevantChoices,
  type SuggestedChoice,
} from '../../core/scaffold/choices';
import { backButton, createList, type List, pickRow, type Row } from '../ui/prompts';

/** An option that an assessment speaks for, or the guide. */
export interface Suggestion extends SuggestedChoice {
  readonly isFromGuide?: boolean;
}

/** What is known when someone is asked: the project's name for the title, and what is suggested. */
export interface Asking {
  readonly catalogue: Catalogue;
  readonly name: string;
  readonly suggestions: readonly Suggestion[];
}

interface OptionRow extends Row {
  readonly option?: string;
  readonly excluded?: Words;
}

type Reply = { readonly options: readonly string[] } | 'back' | 'stop';

/** Where the choices stand among the steps of a flow: how many come before and after them, and at which end to begin. */
export interface Steps {
  readonly before: number;
  readonly after: number;
  readonly from: 'first' | 'last';
}

/** How many choices a flow asks for, as far as what is chosen so far tells. */
export function countChoices(catalogue: Catalogue, start: Choices): number {
  return askedChoices(catalogue, completeChoices(catalogue, allowed(catalogue, start))).length;
}

/** Asks every choice in turn, Enter takes what fits; gives complete choices, or that someone went back or stopped. */
export async function askChoices(asking: Asking, start: Choices, steps: Steps): Promise<Choices | 'back' | 'stop'> {
  const { catalogue } = asking;
  let given = start;
  let step = steps.from === 'first' ? 0 : countChoices(catalogue, start) - 1;
  for (;;) {
    const choices = completeChoices(catalogue, allowed(catalogue, given));
    const asked = askedChoices(catalogue, choices);
    const choice = asked[step];
    if (!choice) return choices;
    const reply = await askChoice(asking, choices, choice, {
      step: steps.before + step + 1,
      total: steps.before + asked.length + steps.after,
    });
    if (reply === 'stop') return 'stop';
    if (reply === 'back') {
      if (step === 0) return 'back';
      step -= 1;
      continue;
    }
    given = { ...given, [choice.id]: valueFor(choice, reply.options) };
    step += 1;
  }
}

/** Lets someone change one choice after the other, in any order, until they want to see the plan. */
export async function editChoices(asking: Asking, start: Choices, doneLabel: Words): Promise<Choices | undefined> {
  const { catalogue, name } = asking;
  let choices = completeChoices(catalogue, allowed(catalogue, start));
  for (;;) {
    const rows = askedChoices(catalogue, choices).map(choice => ({
      label: inert(choice.title),
      description: inert(printChoice(choice, choices[choice.id])),
      detail: inert(choice.ask),
      choice,
    }));
    const done = { label: doneLabel, choice: undefined };
    const picked = await pickRow([done, ...rows], {
      title: inert(name),
      placeHolder: words(vscode.l10n.t('What do you want to add or change?')),
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (!picked.choice) return choices;
    const reply = await askChoice(asking, choices, picked.choice, {});
    if (reply === 'stop') return undefined;
    if (reply !== 'back')
      choices = completeChoices(
        catalogue,
        allowed(catalogue, { ...choices, [picked.choice.id]: valueFor(picked.choice, reply.options) }),
      );
  }
}

/** What is worth asking: what applies, and has more than one answer. */
function askedChoices(catalogue: Catalogue, choices: Choices): ScaffoldChoice[] {
  return relevantChoices(catalogue, choices).filter(choice => choice.options.length > 1);
}

/** Choices without what no longer goes together with those before it; defaults take the place. */
function allowed(catalogue: Catalogue, given: Choices): Choices {
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
  return choices;
}

interface Place {
  readonly step?: number;
  readonly total?: number;
}

function askChoice(
  { catalogue, name, suggestions }: Asking,
  choices: Choices,
  choice: ScaffoldChoice,
  place: Place,
): Promise<Reply> {
  const pick = createList<OptionRow>();
  const isMany = choice.kind === 'choices';
  pick.title = words('{0}: {1}', name, choice.title);
  pick.placeholder = isMany ? words(vscode.l10n.t('{0} Choose all that apply.'), choice.ask) : inert(choice.ask);
  pick.canSelectMany = isMany;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (place.step !== undefined) pick.step = place.step;
  if (place.total !== undefined) pick.totalSteps = place.total;
  pick.buttons = [backButton()];
  const chosen = listOf(choices[choice.id]);
  const standard = listOf(defaultOf(catalogue, choices, choice));
  // What excludes another option of the same choice is settled when it is ticked, not before.
  const offers = offersOf(catalogue, isMany ? { ...choices, [choice.id]: [] } : choices, choice);
  const rowOf = ({ option }: Offer, unticked: Unticked | undefined): OptionRow => {
    const suggested = suggestions.find(
      ({ choice: id, option: suggestion }) => id === choice.id && suggestion === option.id,
    );
    const remark = suggested
      ? suggested.isFromGuide
        ? inert(suggested.because)
        : words(vscode.l10n.t('from the assessment'))
      : !isMany && standard.includes(option.id)
        ? words(vscode.l10n.t('default'))
        : undefined;
    const description = unticked ? words(vscode.l10n.t('not together with {0}'), unticked.for) : remark;
    return {
      label: inert(option.label),
      detail: inert(unticked?.because ?? (suggested?.isFromGuide ? undefined : suggested?.because) ?? option.detail),
      option: option.id,
      ...(description ? { description } : {}),
    };
  };
  const excluded = offers.filter(offer => offer.excluded !== undefined);
  const rowsWith = (unticked: ReadonlyMap<string, Unticked>): OptionRow[] => [
    ...offers.filter(offer => offer.excluded === undefined).map(offer => rowOf(offer, unticked.get(offer.option.id))),
    ...(excluded.length > 0
      ? [{ label: words(vscode.l10n.t('Not with what is chosen')), kind: vscode.QuickPickItemKind.Separator }]
      : []),
    ...excluded.map(({ option, excluded: why = '' }) => ({
      label: words('$(circle-slash) {0}', option.label),
      detail: inert(why),
      excluded: inert(why),
    })),
  ];
  pick.items = rowsWith(new Map());
  const current = pick.items.filter(({ option }) => option !== undefined && chosen.includes(option));
  if (isMany) pick.selectedItems = current;
  if (current[0]) pick.activeItems = [current[0]];
  return new Promise(resolve => {
    const finish = (reply: Reply): void => {
      resolve(reply);
      pick.dispose();
    };
    const say = (text: Words): void => {
      pick.placeholder = text;
    };
    if (isMany)
      keepTogether(pick, option => offersOf(catalogue, { ...choices, [choice.id]: [option] }, choice), rowsWith);
    pick.onDidTriggerButton(() => finish('back'));
    pick.onDidAccept(() => {
      const rows = isMany ? pick.selectedItems : pick.activeItems;
      const [blocked] = rows.filter(row => row.excluded !== undefined);
      if (blocked?.excluded !== undefined) return say(blocked.excluded);
      const options = rows.flatMap(({ option }) => option ?? []);
      if (options.length >= (isMany ? (choice.atLeast ?? 1) : 1)) return finish({ options });
      say(words(vscode.l10n.t('Tick at least one, with Space or a click.')));
    });
    pick.onDidHide(() => finish('stop'));
    pick.show();
  });
}

/** Why an option is no longer ticked: the label of what was ticked after it, and the reason. */
interface Unticked {
  readonly for: string;
  readonly because: string;
}

/** What is ticked last pushes out what does not go together with it; the row that was pushed out says why. */
function keepTogether(
  pick: List<OptionRow>,
  offersBeside: (option: string) => readonly Offer[],
  rowsWith: (unticked: ReadonlyMap<string, Unticked>) => OptionRow[],
): void {
  const idsOf = (rows: readonly OptionRow[]): string[] => rows.flatMap(({ option }) => option ?? []);
  let before = idsOf(pick.selectedItems);
  let unticked = new Map<string, Unticked>();
  pick.onDidChangeSelection(selected => {
    const ids = idsOf(selected);
    const blocked = selected.find(({ excluded }) => excluded !== undefined);
    if (blocked?.excluded !== undefined) pick.placeholder = blocked.excluded;
    const kept = new Set(ids);
    const pushedOut = new Map<string, Unticked>();
    for (const { option: fresh, label } of selected) {
      if (fresh === undefined || before.includes(fresh) || !kept.has(fresh)) continue;
      for (const { option, excluded } of offersBeside(fresh))
        if (excluded !== undefined && option.id !== fresh && kept.delete(option.id))
          pushedOut.set(option.id, { for: label, because: excluded });
    }
    before = [...kept];
    if (pushedOut.size === 0 && !blocked) return;
    unticked = new Map([...[...unticked].filter(([id]) => !kept.has(id)), ...pushedOut]);
    const active = pick.activeItems[0]?.label;
    pick.items = rowsWith(unticked);
    pick.selectedItems = pick.items.filter(({ option }) => option !== undefined && before.includes(option));
    pick.activeItems = pick.items.filter(({ label }) => label === active);
  });
}

function valueFor(choice: ScaffoldChoice, options: readonly string[]): string | readonly string[] {
  return choice.kind === 'choices' ? options : (options[0] ?? '');
}
