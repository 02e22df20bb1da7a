import * as vscode from 'vscode';
import type { Subject } from '../../core/assessment/explanation';
import { reportFailure } from './messages';

/** Where the guide is opened: at a place in it, or at what explains something. */
export type GuideAddress =
  | { readonly chapter: string; readonly section?: string | null }
  | { readonly criterion: string }
  | { readonly question: string }
  /** The choices of a project that something comes from, and what that something is called. */
  | { readonly choices: readonly ChosenOption[]; readonly about: string };

/** An option of a project, with the topic of the guide that its choice belongs to. */
export interface ChosenOption {
  /** "choice.option". */
  readonly id: string;
  readonly title: string;
  readonly topic: string;
}

/**
 * Every command, with what it takes. Features meet here: registering or running one with other arguments does not
 * compile, and a test holds the manifest against this list.
 */
export interface Commands {
  /** Starts or goes on with an assessment; asks which when no file is given. */
  'serverlessAdvisor.assess': (file?: vscode.Uri, question?: string) => Promise<void>;
  /** Goes on with the questionnaire of a file, at this question or where it is most decisive. */
  'serverlessAdvisor.continue': (file?: vscode.Uri, question?: string) => Promise<void>;
  /** Shows the report of a file, of the active editor's when none is given; the focus may stay where it is. */
  'serverlessAdvisor.openReport': (file?: vscode.Uri, preserveFocus?: boolean) => Promise<void>;
  /** Shows a file as text, at an offset in UTF-16 code units. */
  'serverlessAdvisor.openText': (file?: vscode.Uri, offset?: number) => Promise<void>;
  /** Puts the report on the clipboard, as Markdown. */
  'serverlessAdvisor.copyReport': (file?: vscode.Uri) => Promise<void>;
  /** Opens what explains a question, a criterion or a topic, beside the active editor; the focus may stay where it is. */
  'serverlessAdvisor.explain': (subject?: Subject, id?: string, preserveFocus?: boolean) => Promise<void>;
  /**
   * Asks for the choices of a project, those that an assessment speaks for taken along, and shows the plan. The guide may
   * have suggested one, as "choice.option".
   */
  'serverlessAdvisor.scaffold': (assessment?: vscode.Uri, suggested?: string) => Promise<void>;
  /** Asks what to add to a project, or change, and shows the plan; takes its folder or its manifest. */
  'serverlessAdvisor.addToProject': (project?: vscode.Uri) => Promise<void>;
  /** Lets someone change the choices of the open plan. */
  'serverlessAdvisor.changePlan': () => Promise<void>;
  /** Writes the open plan, all of it or nothing. */
  'serverlessAdvisor.writePlan': () => Promise<void>;
  /** Closes the plan; nothing of it is left. */
  'serverlessAdvisor.discardPlan': () => Promise<void>;
  /** Shows what a file of the plan would be, beside what is there. */
  'serverlessAdvisor.openPlanned': (file?: { readonly path: string }) => Promise<void>;
  /** Leaves a file that is in the way as it is. */
  'serverlessAdvisor.keepFile': (file?: { readonly path: string }) => Promise<void>;
  /** Writes over a file that is in the way. */
  'serverlessAdvisor.replaceFile': (file?: { readonly path: string }) => Promise<void>;
  /** Opens what someone made of a file beside what is planned, to be merged by hand. */
  'serverlessAdvisor.mergeFile': (file?: { readonly path: string }) => Promise<void>;
  /** Opens the guide at the choices behind a file of the plan or of a generated project; the active editor's when none is given. */
  'serverlessAdvisor.guideForFile': (file?: vscode.Uri | { readonly path: string }) => Promise<void>;
  /** Shows the guide in the side bar, where it was when no address is given; the focus may stay where it is. */
  'serverlessAdvisor.openGuide': (address?: GuideAddress, preserveFocus?: boolean) => Promise<void>;
  /** Shows the guide in the editor area, where the side bar's is when no address is given. */
  'serverlessAdvisor.openGuideInEditor': (address?: GuideAddress) => Promise<void>;
  /** Finds words in the guide, the glossary, the questionnaire and the catalogue of tools. */
  'serverlessAdvisor.searchGuide': () => Promise<void>;
  /** Opens the guide where someone was reading. */
  'serverlessAdvisor.continueReading': () => Promise<void>;
  /** Puts the quiz questions that are due again. */
  'serverlessAdvisor.reviewQuiz': () => Promise<void>;
  /** Makes a path through the guide from an assessment, and shows it; asks which when no file is given. */
  'serverlessAdvisor.guidePathFromAssessment': (file?: vscode.Uri) => Promise<void>;
  /** Saves what was read and answered to a file. */
  'serverlessAdvisor.exportGuideProgress': () => Promise<void>;
  /** Forgets what was read and answered, when someone confirms it. */
  'serverlessAdvisor.resetGuideProgress': () => Promise<void>;
  /** Shows a chapter as plain Markdown; asks which when none is given. */
  'serverlessAdvisor.openChapterText': (chapter?: string) => Promise<void>;
  /** Goes back in the side bar's guide. */
  'serverlessAdvisor.guideBack': () => Promise<void>;
  /** Goes forward in the side bar's guide. */
  'serverlessAdvisor.guideForward': () => Promise<void>;
  /** Opens the walkthrough of the extension. */
  'serverlessAdvisor.getStarted': () => Promise<void>;
}

/** What some commands do. */
export type Handlers<Id extends keyof Commands> = {
  readonly [I in Id]: (...args: Parameters<Commands[I]>) => Promise<void>;
};

/** Runs one of some commands. */
export type Runner<Id extends keyof Commands> = <I extends Id>(
  id: I,
  ...args: Parameters<Commands[I]>
) => Promise<void>;

/** Registers commands by their ids; what runs them is loaded when one of them is first run. */
export function registerCommands<Id extends keyof Commands>(
  ids: readonly Id[],
  load: () => Promise<Runner<Id>>,
): vscode.Disposable {
  const register = <I extends Id>(id: I): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (...args: Parameters<Commands[I]>) => {
      forgetMenu(args);
      const run = await load();
      await run(id, ...args);
    });
  return vscode.Disposable.from(...ids.map(register));
}

/** What runs commands, from what each does. When one fails, the person who ran it reads why; the details go to our log. */
export function runnerOf<Id extends keyof Commands>(handlers: Handlers<Id>): Runner<Id> {
  return async (id, ...args) => {
    try {
      await handlers[id](...args);
    } catch (error) {
      reportFailure(id, error);
    }
  };
}

/**
 * Behind the file that it was opened on, a menu adds things of its own: the other selected files, the editor's group. They are objects,
 * and no command of ours takes one there: one that did would not compile here.
 */
function forgetMenu(args: [first?: unknown, ...later: (string | number | boolean | undefined)[]]): void {
  for (const [index, arg] of args.entries()) if (index > 0 && typeof arg === 'object') args[index] = undefined;
}

/** Runs a command of ours. */
export async function runCommand<Id extends keyof Commands>(id: Id, ...args: Parameters<Commands[Id]>): Promise<void> {
  await vscode.commands.executeCommand(id, ...args);
}
