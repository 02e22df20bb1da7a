import * as vscode from 'vscode';
import type { Catalogue } from '../../core/scaffold/catalogue';
import { type Change, isConflict, type Resolution, type Write, writesFor } from '../../core/scaffold/changes';
import type { Choices } from '../../core/scaffold/choices';
import { readManifest } from '../../core/scaffold/manifest';
import type { ScaffoldRequest } from '../../core/scaffold/parts';
import type { Project } from '../../core/scaffold/project';
import { readFolder } from './project-folder';

/** What someone is about to write: a plan held against a folder, and what was decided about files in the way. */
export interface Plan {
  readonly catalogue: Catalogue;
  readonly root: vscode.Uri;
  readonly project: Project;
  readonly resolutions: ReadonlyMap<string, Resolution>;
}

/** The one plan that is open, if any. Views and documents follow it. */
export class PlanSession implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private open: Plan | undefined;

  get plan(): Plan | undefined {
    return this.open;
  }

  /** Plans anew and holds it against the folder as it is now; what was decided about files still in the way stays. */
  async prepare(catalogue: Catalogue, root: vscode.Uri, request: ScaffoldRequest): Promise<string | undefined> {
    // The library that merges YAML is a large part of the bundle: it is loaded by the first plan, not by activation.
    const { prepareProject } = await import('../../core/scaffold/project');
    const read = (paths: readonly string[]) => readFolder(root, paths);
    const remembered = await readManifest(catalogue, read);
    if ('problem' in remembered) return remembered.problem;
    const project = await prepareProject(catalogue, request, remembered.manifest, read);
    const isSameFolder = this.open?.root.toString() === root.toString();
    this.show({
      catalogue,
      root,
      project,
      resolutions: isSameFolder ? (this.open?.resolutions ?? new Map()) : new Map(),
    });
    return undefined;
  }

  resolve(paths: readonly string[], resolution: Resolution): void {
    if (!this.open) return;
    const resolutions = new Map(this.open.resolutions);
    for (const path of paths) resolutions.set(path, resolution);
    this.show({ ...this.open, resolutions });
  }

  close(): void {
    this.show(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private show(plan: Plan | undefined): void {
    this.open = plan;
    void vscode.commands.executeCommand('setContext', 'serverlessAdvisor.hasPlan', plan !== undefined);
    this.changed.fire();
  }
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
