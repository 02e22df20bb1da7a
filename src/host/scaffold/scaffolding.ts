import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { inert, words } from '../../core/language/inert';
import type { Origin } from '../../core/origin';
import { type Catalogue, findOption } from '../../core/scaffold/catalogue';
import type { Choices, SuggestedChoice } from '../../core/scaffold/choices';
import { askForChanges, askForProject, choicesWith } from '../../core/scaffold/conversation';
import { manifestPath, readManifest } from '../../core/scaffold/manifest';
import { suggestName } from '../../core/scaffold/name';
import type { Decision } from '../../core/scaffold/parts';
import { fromFile } from '../ui/assessment-files';
import { confirm, showError } from '../ui/messages';
import { pickRow } from '../ui/prompts';
import { askChoice, pickChoice } from './choice-prompts';
import { askFolder, askName } from './place-prompts';
import type { PlanSession } from './plan-session';
import { revealPlan } from './plan-view';
import { offerPlan } from './plan-writing';
import { readFolder } from './project-folder';
import { chooseProject } from './projects';

/** What the flows need from the extension. */
export interface Scaffolding {
  readonly advisor: Advisor;
  readonly session: PlanSession;
}

/**
 * From nothing, or from an assessment, to a plan that can be looked at and written. What the guide suggested, as
 * "choice.option", is preselected.
 */
export async function startProject(
  scaffolding: Scaffolding,
  assessment: vscode.Uri | undefined,
  suggested: string | undefined,
): Promise<void> {
  const catalogue = await scaffolding.advisor.catalogue();
  const origin = assessment && (await readOrigin(scaffolding, assessment));
  if (origin === undefined && assessment) return;
  if (!(await mayReplacePlan(scaffolding.session))) return;
  const known = assessment ? undefined : await chooseProject();
  if (known === 'stop') return;
  const fromGuide = suggested === undefined ? [] : suggestionOf(catalogue, suggested);
  if (known) return planAddition(scaffolding, known, fromGuide);
  const suggestions = [...fromGuide, ...(origin?.suggestions ?? [])];
  const name = suggestName(origin?.decision.workload ?? vscode.workspace.workspaceFolders?.[0]?.name ?? '') ?? 'orders';
  const agreed = await askForProject(
    catalogue,
    { name, suggestions },
    {
      askName,
      askChoice: (name, prompt, step) => askChoice(catalogue, name, prompt, step),
      askPlace: askFolder,
    },
  );
  if (agreed) await showPlan(scaffolding, catalogue, agreed.place, agreed.name, agreed.choices, origin?.decision);
}

/** A project that is there: what to add or change, and the plan that comes of it. */
export async function addToProject(scaffolding: Scaffolding, root: vscode.Uri): Promise<void> {
  if (await mayReplacePlan(scaffolding.session)) await planAddition(scaffolding, root);
}

async function planAddition(
  scaffolding: Scaffolding,
  root: vscode.Uri,
  suggestions: readonly SuggestedChoice[] = [],
): Promise<void> {
  const catalogue = await scaffolding.advisor.catalogue();
  const remembered = await readManifest(catalogue, paths => readFolder(root, paths));
  if ('problem' in remembered) throw new Error(remembered.problem);
  const { manifest } = remembered;
  if (!manifest)
    throw new Error(
      vscode.l10n.t('{0} is not there, so it is not known what this project was made from.', manifestPath),
    );
  const start = choicesWith(catalogue, manifest.choices, suggestions);
  const choices = await editChoices(catalogue, manifest.name, start, suggestions);
  if (choices) await showPlan(scaffolding, catalogue, root, manifest.name, choices, undefined);
}

/** Other choices for the plan that is open. */
export async function changePlan(scaffolding: Scaffolding): Promise<void> {
  const { plan } = scaffolding.session;
  if (!plan) return;
  const { name, choices, decision } = plan.project.request;
  const changed = await editChoices(plan.catalogue, name, choices, []);
  if (changed) await showPlan(scaffolding, plan.catalogue, plan.root, name, changed, decision);
}

function editChoices(
  catalogue: Catalogue,
  name: string,
  choices: Choices,
  suggestions: readonly SuggestedChoice[],
): Promise<Choices | undefined> {
  const doneLabel = words(vscode.l10n.t('$(check) See the plan'));
  return askForChanges(
    catalogue,
    { name, choices, suggestions },
    {
      pickChoice: (name, asked, choices) => pickChoice(name, asked, choices, doneLabel),
      askChoice: (name, prompt, step) => askChoice(catalogue, name, prompt, step),
    },
  );
}

/** What the guide suggested ("choice.option") as the choices of a project take it; nothing when there is no such option. */
function suggestionOf(catalogue: Catalogue, suggested: string): SuggestedChoice[] {
  const [id = '', option = ''] = suggested.split('.');
  const choice = catalogue.questionById.get(id);
  if (!choice || !findOption(choice, option)) return [];
  return [{ choice: id, option, because: vscode.l10n.t('suggested by the guide'), isFromGuide: true }];
}

/** A plan that someone looked at is not gone without a word when they begin another one. */
async function mayReplacePlan(session: PlanSession): Promise<boolean> {
  const { plan } = session;
  if (!plan) return true;
  const { name } = plan.project.request;
  const goOn = { label: words(vscode.l10n.t('$(list-tree) Go on with the plan for {0}'), name), isNew: false };
  const anew = {
    label: words(vscode.l10n.t('$(add) Make another plan')),
    detail: words(vscode.l10n.t('The plan for {0} is discarded; nothing of it was written'), name),
    isNew: true,
  };
  const picked = await pickRow([goOn, anew], {
    title: words(vscode.l10n.t('Scaffold a function project')),
    placeHolder: words(vscode.l10n.t('A plan is open that has not been written.')),
    ignoreFocusOut: true,
  });
  if (picked?.isNew) {
    session.close();
    return true;
  }
  if (picked && session.plan) {
    await revealPlan();
    await offerPlan(session);
  }
  return false;
}

async function showPlan(
  scaffolding: Scaffolding,
  catalogue: Catalogue,
  root: vscode.Uri,
  name: string,
  choices: Choices,
  decision: Decision | undefined,
): Promise<void> {
  const request = { name, choices, ...(decision ? { decision } : {}) };
  const problem = await scaffolding.session.prepare(catalogue, root, request);
  if (problem !== undefined) throw new Error(problem);
  await revealPlan();
  await offerPlan(scaffolding.session);
}

async function readOrigin({ advisor }: Scaffolding, file: vscode.Uri): Promise<Origin | undefined> {
  const origin = await fromFile(file, advisor.origin);
  if ('problems' in origin) {
    void showError(inert(origin.problems[0].message));
    return undefined;
  }
  const { fit, because } = origin;
  return fit === 'poor-fit' && !(await wantsAnyway(because)) ? undefined : origin;
}

/** The verdict speaks against it: someone may have a reason all the same, but shall have read it. */
function wantsAnyway(because: string): Promise<boolean> {
  const message = words(vscode.l10n.t('The assessment speaks against functions for this workload.'));
  return confirm(message, inert(because), words(vscode.l10n.t('Scaffold Anyway')));
}
