import * as vscode from 'vscode';
import type { ScaffoldChoice } from '../../core/content/types';
import { inert, type Words, words } from '../../core/language/inert';
import { type Catalogue, findOption } from '../../core/scaffold/catalogue';
import { type Choices, printChoice } from '../../core/scaffold/choices';
import { type ChoicePrompt, type OptionPrompt, type Reply, type Step, tick } from '../../core/scaffold/conversation';
import { backButton, createList, type List, pickRow, type Row } from '../ui/prompts';

/** Asks which choice of a project to change; everything else is as it stands. */
export async function pickChoice(
  name: string,
  asked: readonly ScaffoldChoice[],
  choices: Choices,
  doneLabel: Words,
): Promise<Reply<ScaffoldChoice | 'done'>> {
  const rows = asked.map(choice => ({
    label: inert(choice.title),
    description: inert(printChoice(choice, choices[choice.id])),
    detail: inert(choice.ask),
    choice,
  }));
  const picked = await pickRow([{ label: doneLabel, choice: 'done' as const }, ...rows], {
    title: inert(name),
    placeHolder: words(vscode.l10n.t('What do you want to add or change?')),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked ? { kind: 'answer', value: picked.choice } : { kind: 'stop' };
}

interface OptionRow extends Row {
  readonly option?: string;
  readonly excluded?: Words;
}

/** Puts one choice; several options can be ticked where it takes several. Gives the ids of what was chosen. */
export function askChoice(
  catalogue: Catalogue,
  name: string,
  prompt: ChoicePrompt,
  step: Step | undefined,
): Promise<Reply<readonly string[]>> {
  const { choice, options } = prompt;
  const pick = createList<OptionRow>();
  const isMany = choice.kind === 'choices';
  pick.title = words(vscode.l10n.t('{0}: {1}'), name, choice.title);
  pick.placeholder = isMany ? words(vscode.l10n.t('{0} Choose all that apply.'), choice.ask) : inert(choice.ask);
  pick.canSelectMany = isMany;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (step) {
    pick.step = step.step;
    pick.totalSteps = step.total;
  }
  pick.buttons = [backButton()];
  pick.items = rowsOf(prompt, new Map());
  const chosen = options.filter(({ isChosen }) => isChosen).map(({ option }) => option.id);
  const current = pick.items.filter(({ option }) => option !== undefined && chosen.includes(option));
  if (isMany) pick.selectedItems = current;
  if (current[0]) pick.activeItems = [current[0]];
  return new Promise(resolve => {
    const finish = (reply: Reply<readonly string[]>): void => {
      resolve(reply);
      pick.dispose();
    };
    const say = (text: Words): void => {
      pick.placeholder = text;
    };
    if (isMany) keepTogether(pick, catalogue, prompt);
    pick.onDidTriggerButton(() => finish({ kind: 'back' }));
    pick.onDidAccept(() => {
      const rows = isMany ? pick.selectedItems : pick.activeItems;
      const [blocked] = rows.filter(row => row.excluded !== undefined);
      if (blocked?.excluded !== undefined) return say(blocked.excluded);
      const value = rows.flatMap(({ option }) => option ?? []);
      if (value.length >= (isMany ? (choice.atLeast ?? 1) : 1)) return finish({ kind: 'answer', value });
      say(words(vscode.l10n.t('Tick at least one, with Space or a click.')));
    });
    pick.onDidHide(() => finish({ kind: 'stop' }));
    pick.show();
  });
}

/** Why an option is no longer ticked: the label of what was ticked after it, and the reason. */
interface Unticked {
  readonly for: string;
  readonly because: string;
}

function rowsOf({ options }: ChoicePrompt, unticked: ReadonlyMap<string, Unticked>): OptionRow[] {
  const excluded = options.filter(option => option.excluded !== undefined);
  return [
    ...options
      .filter(option => option.excluded === undefined)
      .map(option => rowOf(option, unticked.get(option.option.id))),
    ...(excluded.length > 0
      ? [{ label: words(vscode.l10n.t('Not with what is chosen')), kind: vscode.QuickPickItemKind.Separator }]
      : []),
    ...excluded.map(({ option, excluded: why = '' }) => ({
      label: words('$(circle-slash) {0}', option.label),
      detail: inert(why),
      excluded: inert(why),
    })),
  ];
}

function rowOf({ option, isDefault, suggestion }: OptionPrompt, unticked: Unticked | undefined): OptionRow {
  const isFromGuide = suggestion?.isFromGuide === true;
  const remark = suggestion
    ? isFromGuide
      ? inert(suggestion.because)
      : words(vscode.l10n.t('from the assessment'))
    : isDefault
      ? words(vscode.l10n.t('default'))
      : undefined;
  const description = unticked ? words(vscode.l10n.t('not together with {0}'), unticked.for) : remark;
  return {
    label: inert(option.label),
    detail: inert(unticked?.because ?? (isFromGuide ? undefined : suggestion?.because) ?? option.detail),
    option: option.id,
    ...(description ? { description } : {}),
  };
}

/** What is ticked last pushes out what does not go together with it; the row that was pushed out says why. */
function keepTogether(pick: List<OptionRow>, catalogue: Catalogue, prompt: ChoicePrompt): void {
  const idsOf = (rows: readonly OptionRow[]): string[] => rows.flatMap(({ option }) => option ?? []);
  let before: readonly string[] = idsOf(pick.selectedItems);
  let unticked = new Map<string, Unticked>();
  pick.onDidChangeSelection(selected => {
    const blocked = selected.find(({ excluded }) => excluded !== undefined);
    if (blocked?.excluded !== undefined) pick.placeholder = blocked.excluded;
    const { kept, pushedOut } = tick(catalogue, prompt, before, idsOf(selected));
    before = kept;
    if (pushedOut.length === 0 && !blocked) return;
    const fresh = pushedOut.map(({ option, by, because }): [string, Unticked] => [
      option,
      { for: findOption(prompt.choice, by)?.label ?? by, because },
    ]);
    unticked = new Map([...[...unticked].filter(([id]) => !kept.includes(id)), ...fresh]);
    const active = pick.activeItems[0]?.label;
    pick.items = rowsOf(prompt, unticked);
    pick.selectedItems = pick.items.filter(({ option }) => option !== undefined && before.includes(option));
    pick.activeItems = pick.items.filter(({ label }) => label === active);
  });
}
