import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import {
  type Assessment,
  assessmentEnding,
  checkNewWorkload,
  fileNameFor,
  printAssessment,
} from '../../core/assessment/assessment';
import { fitTitle } from '../../core/assessment/report';
import { assess } from '../../core/assessment/verdict';
import { nextQuestion, type Order, relevantQuestions, run } from '../../core/assessment/wizard';
import type { Knowledge } from '../../core/content/knowledge';
import type { Answer, Answers } from '../../core/language/answer';
import { inert, type Words, words } from '../../core/language/inert';
import { printAnswer } from '../../core/language/wording';
import {
  activeAssessment,
  describeFiles,
  findAssessments,
  fromFile,
  type Looked,
  readAssessment,
  rowOf,
} from '../ui/assessment-files';
import { type Handlers, runCommand } from '../ui/commands';
import { exists } from '../ui/files';
import { showFailure } from '../ui/messages';
import { askText, chooseFolder, pickRow, pickWorkspaceFolder, type Row } from '../ui/prompts';
import { changeAnswer } from './assessment-edits';
import { askQuestion } from './wizard-prompts';

/** The commands that start the questionnaire and go on with it. */
export function questionnaireCommands(
  advisor: Advisor,
): Handlers<'serverlessAdvisor.assess' | 'serverlessAdvisor.continue'> {
  const goOn = async (file: vscode.Uri | undefined, question: string | undefined): Promise<void> => {
    const knowledge = await advisor.knowledge();
    const target = file ?? activeAssessment() ?? (await chooseFile(advisor, knowledge));
    if (target) await answerQuestions(knowledge, target, question);
  };
  return {
    'serverlessAdvisor.continue': goOn,
    async 'serverlessAdvisor.assess'(file, question) {
      const knowledge = await advisor.knowledge();
      const target = file ?? (await chooseFile(advisor, knowledge));
      if (target) await answerQuestions(knowledge, target, question);
    },
  };
}

/** Asks which assessment of the workspace to go on with, or makes a new one. */
async function chooseFile(advisor: Advisor, knowledge: Knowledge): Promise<vscode.Uri | undefined> {
  const files = await findAssessments();
  if (files.length === 0) return createAssessment(knowledge);
  const rows = await describeFiles(files, (file, looked) => describeFile(advisor, file, looked));
  // What is not finished is what someone most likely comes back for.
  rows.sort((a, b) => Number(a.isComplete) - Number(b.isComplete));
  const fresh = { label: words(vscode.l10n.t('$(add) New workload…')), file: undefined };
  const kind = vscode.QuickPickItemKind.Separator;
  const separator = { label: words(vscode.l10n.t('Go on with')), kind, file: undefined };
  const picked = await pickRow([fresh, separator, ...rows], {
    title: words(vscode.l10n.t('Assess a workload')),
    placeHolder: words(vscode.l10n.t('Which workload do you want to assess?')),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  return picked.file ?? createAssessment(knowledge);
}

async function describeFile(advisor: Advisor, file: vscode.Uri, looked: Looked) {
  const reviewed = await fromFile(file, advisor.review, looked);
  const row = rowOf(file, reviewed);
  if ('problems' in reviewed) return { ...row, isComplete: true };
  const { verdict, progress } = reviewed.assessed;
  const answered = words(vscode.l10n.t('{0} of {1} answered'), progress.answered, progress.relevant);
  return {
    ...row,
    description: words('{0}, {1}', fitTitle(verdict.fit), answered),
    isComplete: progress.answered >= progress.relevant,
  };
}

/** Asks for a name, and for a place where there is more than one; writes an empty assessment there. */
async function createAssessment(knowledge: Knowledge): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const only = folders.length > 1 ? (await askWorkspaceFolder())?.uri : folders[0]?.uri;
  if (folders.length > 0 && !only) return undefined;
  const name = await askText({
    title: words(vscode.l10n.t('Assess a workload')),
    prompt: words(vscode.l10n.t('What is the workload called?')),
    placeHolder: words(vscode.l10n.t('For example: Image thumbnails on upload')),
    ignoreFocusOut: true,
    validateInput: async text => {
      const problem = checkNewWorkload(text);
      return problem === undefined ? only && (await checkFree(fileFor(only, text))) : inert(problem);
    },
  });
  if (name === undefined) return undefined;
  const workload = name.trim();
  const folder = only ?? (await askFolder());
  if (!folder) return undefined;
  const file = fileFor(folder, workload);
  const taken = await checkFree(file);
  if (taken) throw new Error(taken);
  const text = printAssessment(knowledge, { workload, answers: {}, weights: {} });
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (cause) {
    const message = vscode.l10n.t('{0} cannot be written. Is its folder one that you may write to?', pathOf(file));
    throw new Error(message, { cause });
  }
  return file;
}

/** That a file is there already, as a sentence; nothing when it can be created. */
async function checkFree(file: vscode.Uri): Promise<Words | undefined> {
  if (!(await exists(file))) return undefined;
  return words(
    vscode.l10n.t('{0} is there already: choose another name, or go on with it from the list.'),
    pathOf(file),
  );
}

function askWorkspaceFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  return pickWorkspaceFolder(words(vscode.l10n.t('In which folder shall the assessment be saved?')));
}

/** Without a folder open, someone has to say where the file shall be; its name follows from the workload's. */
function askFolder(): Promise<vscode.Uri | undefined> {
  return chooseFolder(
    words(vscode.l10n.t('In which folder shall the assessment be saved?')),
    words(vscode.l10n.t('Save Here')),
  );
}

/** Asks the open questions of a file until all are answered or someone stops; the report is shown in the end. */
async function answerQuestions(knowledge: Knowledge, file: vscode.Uri, question: string | undefined): Promise<void> {
  const assessment = await readAssessment(knowledge, file);
  // A damaged file is shown, never written.
  if (!assessment) return runCommand('serverlessAdvisor.openReport', file);
  const way = question ? { order: 'decisive' as const, first: question } : await chooseWay(knowledge, assessment);
  if (way === undefined) return;
  if (way === 'report') return runCommand('serverlessAdvisor.openReport', file);
  const ending = await run(
    knowledge,
    assessment.answers,
    {
      ask: prompt => askQuestion(assessment.workload, prompt),
      save: ({ id }, answer) => saveAnswer(knowledge, file, id, answer),
    },
    { ...way, weights: assessment.weights },
  );
  // Someone may have stopped by opening another list, such as the command palette, which is gone without the focus.
  if (await exists(file)) await runCommand('serverlessAdvisor.openReport', file, ending === 'stopped');
}

/** Saves an answer and gives all answers as they then stand; when that fails, says so and gives nothing. */
async function saveAnswer(
  knowledge: Knowledge,
  file: vscode.Uri,
  question: string,
  answer: Answer,
): Promise<Answers | undefined> {
  let cause: unknown;
  try {
    const canBeRead = (await readAssessment(knowledge, file)) !== undefined;
    // Its size has been looked at: VS Code would open a file of any.
    const document = canBeRead ? await vscode.workspace.openTextDocument(file) : undefined;
    if (document && (await changeAnswer(knowledge, document, question, answer)) === 'done') {
      await document.save();
      // Whether it is saved, not what save() says: that is false, too, when auto save was faster.
      if (!document.isDirty) return (await readAssessment(knowledge, file))?.answers;
    }
  } catch (error) {
    cause = error;
  }
  showFailure(
    words(vscode.l10n.t('The last answer could not be saved to {0}, so the questionnaire stopped.'), pathOf(file)),
    'An answer could not be saved',
    cause,
  );
  return undefined;
}

interface Way {
  readonly order: Order;
  readonly first?: string;
}

/** On a file with answers, asks how to go on; the most decisive open question stands first. */
async function chooseWay(knowledge: Knowledge, assessment: Assessment): Promise<Way | 'report' | undefined> {
  const { answers, weights } = assessment;
  if (Object.keys(answers).length === 0) return { order: 'listed' };
  const rows: (Row & { readonly way?: Way; readonly next?: 'change' | 'report' })[] = [];
  const [decisive] = assess(knowledge, answers, weights).missing;
  if (decisive)
    rows.push({
      label: words(vscode.l10n.t('$(target) Most decisive: {0}'), decisive.title),
      description: decisive.couldBlock
        ? words(vscode.l10n.t('may rule a plain function out'))
        : words(vscode.l10n.t('can move the score by up to {0}'), Math.ceil(decisive.points)),
      detail: inert(decisive.ask),
      way: { order: 'decisive', first: decisive.question },
    });
  const listed = nextQuestion(knowledge, answers, afterLast(knowledge, answers));
  if (listed)
    rows.push({
      label: words(vscode.l10n.t('$(arrow-right) Go on where you stopped: {0}'), listed.title),
      detail: words('{0}: {1}', knowledge.sectionOf.get(listed.id)?.title ?? '', listed.ask),
      way: { order: 'listed', first: listed.id },
    });
  rows.push(
    { label: words(vscode.l10n.t('$(edit) Change an answer…')), next: 'change' },
    { label: words(vscode.l10n.t('$(graph) Show the report')), next: 'report' },
  );
  const picked = await pickRow(rows, {
    title: inert(assessment.workload),
    placeHolder: words(vscode.l10n.t('How do you want to go on?')),
    ignoreFocusOut: true,
  });
  if (picked?.next === 'report') return 'report';
  return picked?.next === 'change' ? chooseQuestion(knowledge, assessment) : picked?.way;
}

async function chooseQuestion(knowledge: Knowledge, { workload, answers }: Assessment): Promise<Way | undefined> {
  const rows = relevantQuestions(knowledge, answers).map(question => {
    const answer = answers[question.id];
    return {
      label: inert(question.title),
      description: answer ? inert(printAnswer(knowledge, question, answer)) : words(vscode.l10n.t('open')),
      detail: inert(question.ask),
      id: question.id,
    };
  });
  const picked = await pickRow(rows, {
    title: inert(workload),
    placeHolder: words(vscode.l10n.t('Which answer do you want to change?')),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked && { order: 'listed', first: picked.id };
}

/** Where the questionnaire stopped: after the last question, in its order, that has an answer. */
function afterLast(knowledge: Knowledge, answers: Answers): { after?: string } {
  const last = knowledge.questions.findLast(question => answers[question.id] !== undefined);
  return last ? { after: last.id } : {};
}

function fileFor(folder: vscode.Uri, workload: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, fileNameFor(workload) + assessmentEnding);
}

function pathOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}
