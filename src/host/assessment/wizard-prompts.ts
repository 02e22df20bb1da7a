import * as vscode from 'vscode';
import type { Prompt, Reply } from '../../core/assessment/wizard';
import type { Question } from '../../core/content/types';
import { type Answer, checkValue, longestText, type Value } from '../../core/language/answer';
import { inert, type Words, words } from '../../core/language/inert';
import { parseQuantity, printQuantity, unitName } from '../../core/language/quantity';
import { runCommand } from '../ui/commands';
import { type Button, backButton, createField, createList, type List, type Row } from '../ui/prompts';

/** A row of the list: an answer, or one of the two ways not to give one. */
interface AnswerRow extends Row {
  readonly reply?: { readonly value: Value } | 'unknown' | 'not-applicable';
}

/**
 * Puts one question as a quick pick. Typing a number offers it as an answer; a click elsewhere does not close it;
 * Escape stops the questionnaire, in which everything answered is saved.
 */
export async function askQuestion(workload: string, prompt: Prompt): Promise<Reply> {
  for (;;) {
    const choice = await showQuestion(workload, prompt);
    if (choice === 'back' || choice === 'stop') return { kind: choice };
    const remarks = remarksOf(prompt.answer);
    if (choice === 'unknown') return { kind: 'answer', answer: { unknown: true, ...remarks } };
    if (choice !== 'not-applicable') return { kind: 'answer', answer: { value: choice.value, ...remarks } };
    const reason = await askReason(prompt);
    if (reason === 'stop') return { kind: 'stop' };
    if (reason !== 'back') return { kind: 'answer', answer: { notApplicable: reason.text, ...remarks } };
  }
}

/** Where a question stands, for the title of its prompt: section and "n of m". */
export function titleOf(workload: string, { section, position, total }: Prompt): Words {
  return words(vscode.l10n.t('{0}: {1} ({2} of {3})'), workload, section.title, position, total);
}

type Choice = { readonly value: Value } | 'unknown' | 'not-applicable' | 'back' | 'stop';

function showQuestion(workload: string, prompt: Prompt): Promise<Choice> {
  const { question, answer } = prompt;
  const pick = createList<AnswerRow>();
  const explain: Button = {
    iconPath: new vscode.ThemeIcon('info'),
    tooltip: words(vscode.l10n.t('Explain this question')),
  };
  const read: Button = {
    iconPath: new vscode.ThemeIcon('book'),
    tooltip: words(vscode.l10n.t('Read in the guide')),
  };
  pick.title = titleOf(workload, prompt);
  showAsk(pick, question);
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = question.kind !== 'number';
  pick.matchOnDetail = question.kind !== 'number';
  pick.canSelectMany = question.kind === 'choices';
  pick.buttons = [...(prompt.canGoBack ? [backButton()] : []), explain, read];
  fillRows(pick, question, answer);

  return new Promise<Choice>(resolve => {
    const finish = (choice: Choice): void => {
      resolve(choice);
      pick.dispose();
    };
    pick.onDidTriggerButton(button => {
      // What is ticked or typed so far stays, and so does the keyboard.
      if (button === explain) void runCommand('serverlessAdvisor.explain', 'question', question.id, true);
      else if (button === read) void runCommand('serverlessAdvisor.openGuide', { question: question.id }, true);
      else finish('back');
    });
    if (question.kind === 'number')
      pick.onDidChangeValue(text => {
        pick.items = [...numberRows(question, answer, text), ...otherRows(question, answer)];
        // Enter takes what was typed, or nothing when it cannot be read; never an answer that nobody meant.
        const [first] = pick.items;
        if (text !== '' && first) pick.activeItems = [first];
      });
    if (question.kind === 'choices') keepExclusive(pick);
    pick.onDidAccept(() => {
      const choice = question.kind === 'choices' ? chosenOf(pick.selectedItems) : pick.activeItems[0]?.reply;
      if (choice !== undefined) finish(choice);
      else if (question.kind === 'choices')
        pick.placeholder = words(vscode.l10n.t('Tick at least one, with Space or a click'));
    });
    pick.onDidHide(() => finish('stop'));
    pick.show();
  });
}

/**
 * Puts the question where it stays in sight. That is the prompt of a quick pick, which VS Code has from 1.108 on; before,
 * the placeholder has to do.
 */
function showAsk(pick: List<AnswerRow>, question: Question): void {
  if (!('prompt' in pick)) {
    pick.placeholder = inert(question.ask);
    return;
  }
  pick.prompt = inert(question.ask);
  const unit = unitName(question.unit ?? 'count');
  const hints = {
    boolean: words(vscode.l10n.t('Choose one')),
    choice: words(vscode.l10n.t('Choose one')),
    choices: words(vscode.l10n.t('Choose all that apply')),
    number:
      unit === ''
        ? words(vscode.l10n.t('Choose one or type a number'))
        : words(vscode.l10n.t('Choose one or type a number, in {0} or with its unit'), unit),
  };
  pick.placeholder = hints[question.kind];
}

function fillRows(pick: List<AnswerRow>, question: Question, answer: Answer | undefined): void {
  const rows = question.kind === 'number' ? numberRows(question, answer, '') : optionRows(question, answer);
  pick.items = [...rows, ...otherRows(question, answer)];
  const current = pick.items.filter(row => isCurrent(row, question, answer));
  if (question.kind === 'choices') pick.selectedItems = current;
  if (current[0]) pick.activeItems = [current[0]];
}

function optionRows(question: Question, answer: Answer | undefined): AnswerRow[] {
  if (question.kind === 'boolean')
    return [true, false].map(value =>
      marked(
        { label: value ? words(vscode.l10n.t('Yes')) : words(vscode.l10n.t('No')), reply: { value } },
        question,
        answer,
      ),
    );
  return (question.options ?? []).map(({ id, label, detail }) => {
    const value = question.kind === 'choices' ? [id] : id;
    return marked(
      { label: inert(label), ...(detail ? { detail: inert(detail) } : {}), reply: { value } },
      question,
      answer,
    );
  });
}

/** What was typed, when it can be read; then today's answer and the typical ones. */
function numberRows(question: Question, answer: Answer | undefined, text: string): AnswerRow[] {
  const unit = question.unit ?? 'count';
  if (text.trim() === '') {
    const typical = (question.quick ?? []).map(({ value, label }) =>
      marked({ label: inert(printQuantity(value, unit)), detail: inert(label), reply: { value } }, question, answer),
    );
    const current = answer && 'value' in answer ? Number(answer.value) : undefined;
    if (current === undefined || question.quick?.some(quick => quick.value === current)) return typical;
    return [
      marked({ label: inert(printQuantity(current, unit)), reply: { value: current } }, question, answer),
      ...typical,
    ];
  }
  const value = parseQuantity(text, unit);
  const problem = value === undefined ? undefined : checkValue(question, value);
  if (value === undefined || problem) {
    const label = words(
      problem
        ? vscode.l10n.t('$(warning) "{0}" cannot be the answer')
        : vscode.l10n.t('$(warning) "{0}" cannot be read'),
      text,
    );
    const detail = problem === undefined ? howToType(question) : inert(problem);
    return [{ label, detail, alwaysShow: true }];
  }
  const label = inert(printQuantity(value, unit));
  return [{ label, description: words(vscode.l10n.t('as typed')), alwaysShow: true, reply: { value } }];
}

function howToType({ unit = 'count', quick: [example] = [] }: Question): Words {
  const name = unitName(unit);
  const sample = example ? printQuantity(example.value, unit) : '1';
  return name === ''
    ? words(vscode.l10n.t('Type a number, for example {0}.'), sample)
    : words(vscode.l10n.t('Type a number in {0}, or with its unit, for example {1}.'), name, sample);
}

function otherRows({ kind }: Question, answer: Answer | undefined): AnswerRow[] {
  // What is typed for a number filters nothing; among options these two must not be all that is left of a typing error.
  const alwaysShow = kind === 'number';
  return [
    { label: words(vscode.l10n.t('Or')), kind: vscode.QuickPickItemKind.Separator },
    {
      label: words(vscode.l10n.t("Don't know")),
      detail: words(vscode.l10n.t('Never counts as zero: it widens the range of the score')),
      alwaysShow,
      reply: 'unknown',
      ...(answer && 'unknown' in answer ? { description: words(vscode.l10n.t('current answer')) } : {}),
    },
    {
      label: words(vscode.l10n.t('Not applicable…')),
      detail: words(vscode.l10n.t('Leaves the score, with a reason')),
      alwaysShow,
      reply: 'not-applicable',
      ...(answer && 'notApplicable' in answer ? { description: words(vscode.l10n.t('current answer')) } : {}),
    },
  ];
}

function marked(row: AnswerRow, question: Question, answer: Answer | undefined): AnswerRow {
  return isCurrent(row, question, answer) ? { ...row, description: words(vscode.l10n.t('current answer')) } : row;
}

function isCurrent(row: AnswerRow, question: Question, answer: Answer | undefined): boolean {
  if (!answer || row.reply === undefined) return false;
  if (row.reply === 'unknown') return 'unknown' in answer;
  if (row.reply === 'not-applicable') return 'notApplicable' in answer;
  if (!('value' in answer)) return false;
  const { value } = row.reply;
  return question.kind === 'choices'
    ? Array.isArray(answer.value) && Array.isArray(value) && answer.value.includes(value[0])
    : answer.value === value;
}

/** In a list of several answers, "don't know" and "not applicable" stand alone, and answers push them out. */
function keepExclusive(pick: List<AnswerRow>): void {
  let before = new Set(pick.selectedItems);
  pick.onDidChangeSelection(selected => {
    const fresh = selected.find(row => !before.has(row));
    const alone = typeof fresh?.reply === 'string';
    const kept = selected.filter(row => (alone ? row === fresh : !fresh || typeof row.reply !== 'string'));
    before = new Set(kept);
    if (kept.length < selected.length) pick.selectedItems = kept;
  });
}

function chosenOf(rows: readonly AnswerRow[]): Choice | undefined {
  const special = rows.find(row => typeof row.reply === 'string')?.reply;
  if (typeof special === 'string') return special;
  const value = rows.flatMap(({ reply }) =>
    typeof reply === 'object' && typeof reply.value === 'object' ? reply.value : [],
  );
  return value.length > 0 ? { value } : undefined;
}

function askReason(prompt: Prompt): Promise<{ readonly text: string } | 'back' | 'stop'> {
  const { question, answer } = prompt;
  const input = createField();
  input.title = inert(question.title);
  input.prompt = words(vscode.l10n.t('Why does this not apply?'));
  input.placeholder = words(vscode.l10n.t('A few words that a reader of the report will understand'));
  input.value = answer && 'notApplicable' in answer ? answer.notApplicable : '';
  input.ignoreFocusOut = true;
  input.buttons = [backButton()];
  return new Promise(resolve => {
    const finish = (reply: { readonly text: string } | 'back' | 'stop'): void => {
      resolve(reply);
      input.dispose();
    };
    input.onDidTriggerButton(() => finish('back'));
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    });
    input.onDidAccept(() => {
      const text = input.value.trim();
      if (text !== '' && text.length <= longestText) return finish({ text });
      input.validationMessage =
        text === ''
          ? words(vscode.l10n.t('A reason is needed, so that a reader can agree or object.'))
          : words(vscode.l10n.t('A reason may have at most {0} characters.'), longestText);
    });
    input.onDidHide(() => finish('stop'));
    input.show();
  });
}

function remarksOf(answer: Answer | undefined): Pick<Answer, 'note' | 'evidence'> {
  return { ...(answer?.note ? { note: answer.note } : {}), ...(answer?.evidence ? { evidence: answer.evidence } : {}) };
}
