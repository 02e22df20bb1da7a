import * as vscode from 'vscode';
import type { Catalogue } from '../../core/scaffold/catalogue';
import { type Change, isConflict, type Resolution, type Write, writesFor } from '../../core/scaffold/changes';
import type { Choices } from '../../core/scaffold/choices';
import { manifestPath, readManifest } from '../../core/scaffold/manifest';
import type { ScaffoldRequest } from '../../core/scaffold/parts';
import type { Project } from '../../core/scaffold/project';
import { readFolder } from './project-folder';

/** What someone is about to write: a plan held against a folder, and what was decided about files in the way. */
export interface Plan {
  readonly catalogue: Catalogue;
  readonly root: vscode.Uri;
  readonly project: Project;
  readonly resolutions: ReadonlyMap<string, Resolution>;
  /** Someone is looking at it: it stays when they walk away from the question of what to do with it. */
  readonly isLookedAt: boolean;
}

/** The one plan that is open, if any. Views and documents follow it. */
export class PlanSession implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private open: Plan | undefined;

  get plan(): Plan | undefined {
    return this.open;
  }

  /**
   * Plans anew and holds it against the folder as it is now; what was decided about files still in the way stays, except
   * to write over one that has changed since.
   */
  async prepare(catalogue: Catalogue, root: vscode.Uri, request: ScaffoldRequest): Promise<string | undefined> {
    // Planning is loaded by the first plan, not by activation.
    const [{ prepareProject }, { recoverProject }] = await Promise.all([
      import('../../core/scaffold/project'),
      import('./interrupted-writes'),
    ]);
    await recoverProject(root);
    const read = (paths: readonly string[]) => readFolder(root, paths);
    const remembered = await readManifest(catalogue, read);
    if ('problem' in remembered) return remembered.problem;
    const project = await prepareProject(catalogue, request, remembered.manifest, read);
    const before = this.open?.root.toString() === root.toString() ? this.open : undefined;
    const stands = ([path, resolution]: readonly [string, Resolution]): boolean =>
      resolution === 'keep' || before?.project.folder.get(path) === project.folder.get(path);
    this.show({
      catalogue,
      root,
      project,
      resolutions: new Map([...(before?.resolutions ?? [])].filter(stands)),
      isLookedAt: before?.isLookedAt ?? false,
    });
    return undefined;
  }

  resolve(paths: readonly string[], resolution: Resolution): void {
    if (!this.open) return;
    const resolutions = new Map(this.open.resolutions);
    for (const path of paths) resolutions.set(path, resolution);
    this.show({ ...this.open, resolutions });
  }

  /** Someone looks at the files: the plan stays until it is written or discarded. */
  lookAt(): void {
    if (this.open) this.show({ ...this.open, isLookedAt: true });
  }

  close(): void {
    if (this.open) this.show(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private show(plan: Plan | undefined): void {
    this.open = plan;
    tellMenus(plan !== undefined);
    this.changed.fire();
  }
}

function tellMenus(hasPlan: boolean): void {
  void vscode.commands.executeCommand('setContext', 'serverlessAdvisor.hasPlan', hasPlan);
}

/** What would become of every file, by path; that in which the project remembers its choices is one of them. */
export function changesOf(plan: Plan): readonly Change[] {
  let changes = changesByPlan.get(plan);
  if (!changes) {
    changes = withManifest(plan);
    changesByPlan.set(plan, changes);
  }
  return changes;
}

/** A tree asks for every row, and each time every file would be hashed. */
const changesByPlan = new WeakMap<Plan, readonly Change[]>();

function withManifest(plan: Plan): readonly Change[] {
  const { changes, folder } = plan.project;
  const current = folder.get(manifestPath);
  const write = writesOf(plan).find(({ path }) => path === manifestPath);
  const text = write?.text ?? (typeof current === 'string' ? current : '');
  const kind = !write ? 'same' : current === undefined ? 'create' : 'update';
  const planned = { path: manifestPath, text, from: [], once: false };
  return [...changes, { path: manifestPath, kind, planned, current, base: undefined, merged: undefined }];
}

/** The files in the way that nobody has decided about. */
export function undecided({ project, resolutions }: Plan): Change[] {
  return project.changes.filter(change => isConflict(change) && !resolutions.has(change.path));
}

/** Everything that writing the plan would write. */
export function writesOf({ project, resolutions }: Plan): Write[] {
  return writesFor(project.request, project.changes, project.folder, resolutions, project.previous);
}

/** The choices that the plan is made from. */
export function choicesOf({ project }: Plan): Choices {
  return project.request.choices;
}
