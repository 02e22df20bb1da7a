import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { ScaffoldChoice } from '../core/content/types';
import { visibleJson } from '../core/language/visible';
import type { Origin } from '../core/origin';
import type { Catalogue } from '../core/scaffold/catalogue';
import { type Change, isConflict, type Resolution, type Write, writesFor } from '../core/scaffold/changes';
import { type Choices, choicesFrom, listOf, offersOf, printChoice } from '../core/scaffold/choices';
import { binary, type ReadFolder } from '../core/scaffold/folder';
import { temporaryPrefix } from '../core/scaffold/journal';
import { readManifest } from '../core/scaffold/manifest';
import { choicesBehind, projectCommands, type ScaffoldRequest } from '../core/scaffold/parts';
import { addChoices, type Project, prepareProject, removeChoices, requestProject } from '../core/scaffold/project';
import { readOrigin } from './assess';
import { BadInput, reasonOf } from './bad-input';
import { advisor } from './content';
import { lookingAtFolder, withFolder } from './folder';
import { firstLines, type Result, say } from './terminal';

const answersToConflicts = ['stop', 'keep', 'replace'] as const;
type AnswerToConflicts = (typeof answersToConflicts)[number];

/** What the options say, before they are held against the folder. */
interface Call {
  readonly root: string;
  readonly name: string | undefined;
  readonly from: string | undefined;
  readonly given: Choices;
  readonly without: Choices;
  readonly onConflict: AnswerToConflicts;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `scaffold DIR`: writes a project, or adds to the one that is there. Gives what to print. */
export async function scaffold(args: readonly string[]): Promise<Result> {
  const catalogue = await advisor.catalogue();
  const call = parseCall(catalogue, args);
  // Someone may be typing it; the folder is not kept for that long.
  const origin = call.from === undefined ? undefined : await readOrigin(call.from);
  if (call.dryRun)
    return lookingAtFolder(call.root, async ({ read, check }) =>
      finish(catalogue, call, await prepare(catalogue, call, origin, read), check),
    );
  return withFolder(call.root, async ({ read, write }) =>
    finish(catalogue, call, await prepare(catalogue, call, origin, read), write),
  );
}

async function prepare(catalogue: Catalogue, call: Call, origin: Origin | undefined, read: ReadFolder) {
  const remembered = await readManifest(catalogue, read);
  if ('problem' in remembered) throw new BadInput(remembered.problem);
  const { manifest } = remembered;
  const start = manifest?.choices ?? choicesFrom(catalogue, origin?.suggestions ?? []);
  if (manifest) sayWhatIsMissing(call.without, start);
  const requested = requestProject(
    catalogue,
    projectName(call, manifest?.name),
    addChoices(
      catalogue,
      removeChoices(catalogue, start, { ...call.without, ...emptied(call.given, start) }),
      call.given,
    ),
    origin?.decision,
  );
  if ('problems' in requested) throw new BadInput(firstLines(requested.problems));
  checkWithout(catalogue, call, requested.request.choices);
  return prepareProject(catalogue, requested.request, manifest, read);
}

/** All that the project has of the choices of which nothing is wanted: `--monitoring none`. */
function emptied(given: Choices, start: Choices): Choices {
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, options]) => {
      const value = start[id];
      return listOf(options).length === 0 && value !== undefined ? [[id, value]] : [];
    }),
  );
}

/** Taking back what a project does not have changes nothing; whoever says it may have mistyped it. */
function sayWhatIsMissing(without: Choices, start: Choices): void {
  const missing = Object.entries(without).flatMap(([id, options]) =>
    listOf(options).flatMap(option => (listOf(start[id]).includes(option) ? [] : [`${id}:${option}`])),
  );
  if (missing.length > 0) say(`The project has no ${missing.join(', ')}, so there is nothing of it to take back.`);
}

/** What was to be taken back must not come again by itself. */
function checkWithout(catalogue: Catalogue, { given, without }: Call, choices: Choices): void {
  for (const choice of catalogue.choices) {
    const { id } = choice;
    const takenBack = listOf(without[id]);
    const back = takenBack.find(option => listOf(choices[id]).includes(option) && !listOf(given[id]).includes(option));
    if (back === undefined) continue;
    // What it takes now would exclude others that go together with everything else.
    const { [id]: _taken, ...others } = choices;
    const offered = offersOf(catalogue, others, choice).filter(
      ({ option, excluded }) => !excluded && !takenBack.includes(option.id),
    );
    const names = [...offered.map(({ option }) => option.id), ...(choice.atLeast === 0 ? ['none'] : [])];
    const advice =
      names.length > 0
        ? `Choose something else with --${id}: ${names.join(', ')}.`
        : 'There is nothing else to choose.';
    throw new BadInput(
      `--without ${id}:${back} is not enough: where nothing else is chosen, --${id} takes ${back} by itself. ${advice} Nothing was written.`,
    );
  }
}

/** `options`: every choice with its options, when it is asked and what excludes what, for people or for scripts. */
export async function listOptions(json: boolean): Promise<Result> {
  const { choices } = await advisor.catalogue();
  const text = json ? `${visibleJson({ choices })}\n` : printOptions(choices);
  // All of it is our own.
  return { text, exact: [text] };
}

function printOptions(choices: readonly ScaffoldChoice[]): string {
  const lines = choices.flatMap(choice => [
    `--${choice.id}  ${choice.ask}${choice.kind === 'choices' ? ' (can be given more than once)' : ''}`,
    ...choice.options.flatMap(option => [
      `    ${option.id.padEnd(22)}${option.label}: ${option.detail}`,
      ...(option.needs ?? []).map(need => `    ${''.padEnd(22)}Not with everything: ${need.otherwise}`),
    ]),
    '',
  ]);
  return lines.join('\n');
}

/** Writes the plan, or looks whether it could be written, unless a file in the way says no, and gives what to print. */
function finish(
  catalogue: Catalogue,
  call: Call,
  project: Project,
  writeOrCheck: (writes: readonly Write[]) => void,
): Result {
  const { onConflict, dryRun, json } = call;
  const conflicts = project.changes.filter(isConflict);
  const isStopped = conflicts.length > 0 && onConflict === 'stop';
  const resolution: Resolution = onConflict === 'replace' ? 'replace' : 'keep';
  const writes = writesFor(
    project.request,
    project.changes,
    project.folder,
    new Map(conflicts.map(({ path }) => [path, resolution])),
    project.previous,
  );
  if (!isStopped && writes.length > 0) writeOrCheck(writes);
  const done = dryRun || isStopped ? [] : writes;
  const ending: Pick<Result, 'exitCode'> = isStopped ? { exitCode: 3 } : {};
  if (project.notes.length > 0) say(firstLines(project.notes));
  if (json) {
    const text = `${visibleJson(dataOf(catalogue, project, done))}\n`;
    return { text, exact: [text], ...ending };
  }
  const lines =
    dryRun || isStopped ? listPlan(catalogue, call, project, writes) : summary(catalogue, call, project, done);
  return { text: `${lines.join('\n')}\n`, exact: firstCommands(catalogue, project.request), ...ending };
}

function pathsOf(writes: readonly Write[], act: 'write' | 'delete'): string[] {
  return writes.flatMap(({ path, text }) => ((text === undefined) === (act === 'delete') ? [path] : []));
}

/** "3 files written to orders, 2 deleted": what is deleted is never counted as written. */
function countOf(writes: readonly Write[], written: string): string {
  const files = pathsOf(writes, 'write').length;
  const deleted = pathsOf(writes, 'delete').length;
  return `${files} ${files === 1 ? 'file' : 'files'} ${written}${deleted > 0 ? `, ${deleted} deleted` : ''}`;
}

/** What someone runs first: install, test, run it here. */
function firstCommands(catalogue: Catalogue, request: ScaffoldRequest): string[] {
  const first = ['install', 'test', 'local'];
  return projectCommands(catalogue, request)
    .filter(({ id }) => first.includes(id))
    .map(({ line }) => line);
}

/** What would become of each file, how many that are, and that nothing was written. */
function listPlan(catalogue: Catalogue, call: Call, project: Project, writes: readonly Write[]): string[] {
  const { onConflict, dryRun } = call;
  const { changes } = project;
  const conflicts = changes.filter(isConflict);
  const left = changes.filter(({ kind }) => kind === 'leave');
  const isStopped = conflicts.length > 0 && onConflict === 'stop';
  const counts = [
    countOf(writes, 'would be written'),
    ...(left.length > 0 ? [`${left.length} no longer needed but left`] : []),
    ...(isStopped ? [`${conflicts.length} in the way`] : []),
  ];
  const advice =
    ' Say --on-conflict keep to leave such files as they are, or --on-conflict replace to write over them.';
  return [
    ...listChanges(catalogue, project),
    ...aboutConflicts(conflicts, call),
    ...(dryRun ? [`${counts.join(', ')}.`] : []),
    `Nothing was written.${isStopped ? advice : ''}`,
  ];
}

function summary(catalogue: Catalogue, call: Call, project: Project, writes: readonly Write[]): string[] {
  const { root } = call;
  const { request, changes } = project;
  if (writes.length === 0) return [`${root} is as it should be already: nothing was written.`];
  const deleted = pathsOf(writes, 'delete').map(path => `  ${path}`);
  const left = changes.filter(({ kind }) => kind === 'leave').map(change => `  ${change.path} (${whyLeft(change)})`);
  const chosen = catalogue.choices
    .filter(({ id }) => request.choices[id] !== undefined)
    .map(choice => `  ${`${choice.title}:`.padEnd(24)}${printChoice(choice, request.choices[choice.id])}`);
  return [
    `${countOf(writes, `written to ${root}`)}${deleted.length > 0 ? ':' : '.'}`,
    ...deleted,
    ...chosen,
    ...aboutConflicts(changes.filter(isConflict), call),
    ...(left.length > 0 ? ['No longer needed, but left as they are, and no longer remembered:', ...left] : []),
    `Next, in ${root} (README.md explains each file):`,
    ...firstCommands(catalogue, request).map(line => `  ${line}`),
  ];
}

function whyLeft({ base }: Change): string {
  return base === undefined ? 'this version does not know what was generated' : 'has been changed since';
}

/** The files that are in the way, and what becomes of them. */
function aboutConflicts(conflicts: readonly Change[], { onConflict, dryRun }: Call): string[] {
  if (conflicts.length === 0) return [];
  const heads: Record<AnswerToConflicts, string> = {
    stop: 'In the way',
    keep: dryRun ? 'Would be left as they are' : 'Left as they are, as you asked',
    replace: dryRun ? 'Would be replaced' : 'Replaced, as you asked',
  };
  return [`${heads[onConflict]}:`, ...conflicts.map(change => `  ${change.path} (${reasonFor(change)})`)];
}

function reasonFor({ kind, current }: Change): string {
  if (kind === 'edited' && current === binary) return 'was generated, and what is there now is no text';
  return reasons[kind] ?? '';
}

const reasons: Partial<Record<Change['kind'], string>> = {
  taken: 'is there, and was not generated',
  edited: 'was generated and has been changed since, in the same lines',
  older: 'was generated by another version, and not changed since as its hash says',
  deleted: 'was generated and has been deleted since',
};

const marks: Record<Change['kind'], string> = {
  create: 'new',
  same: 'same',
  update: 'update',
  merge: 'merge',
  edited: 'CONFLICT',
  older: 'CONFLICT',
  taken: 'CONFLICT',
  deleted: 'CONFLICT',
  remove: 'delete',
  leave: 'leave',
};

function listChanges(catalogue: Catalogue, { changes, request }: Project): string[] {
  return changes.map(change => {
    const { path, kind, planned } = change;
    const from = planned?.from.flatMap(part => choicesBehind(catalogue, request.choices, part)) ?? [];
    const remarks = kind === 'leave' ? [`no longer needed; ${whyLeft(change)}`] : [...new Set(from)];
    return `${marks[kind].padEnd(10)}${path}${remarks.length > 0 ? `  (${remarks.join(', ')})` : ''}`;
  });
}

/** The shape is documented in the README: scripts rely on it. */
function dataOf(catalogue: Catalogue, { request, changes }: Project, writes: readonly Write[]): unknown {
  return {
    name: request.name,
    choices: request.choices,
    files: changes.map(({ path, kind, planned }) => ({
      path,
      change: kind,
      conflict: isConflict({ kind }),
      from: planned?.from.map(part => ({
        part: part.id,
        title: part.title,
        because: part.because,
        choices: choicesBehind(catalogue, request.choices, part),
      })),
    })),
    written: pathsOf(writes, 'write'),
    deleted: pathsOf(writes, 'delete'),
    commands: Object.fromEntries(projectCommands(catalogue, request).map(({ id, line }) => [id, line])),
  };
}

/** What is relative is below the folder that this was called in, which may be gone. */
function checkPlace(root: string): void {
  try {
    resolve(root);
  } catch (error) {
    throw new BadInput(`Cannot find ${root}: ${reasonOf(error)}. Go to a folder that is there.`);
  }
}

/** A project in a place that is not kept would be gone by itself one day. Links on the way to it are followed. */
function refuseReserved(root: string): void {
  const names = [resolve(root), realPlace(resolve(root))].flatMap(path => path.toLowerCase().split(sep));
  const reserved = names.find(name => name.startsWith(temporaryPrefix) || ['.git', 'node_modules'].includes(name));
  if (reserved !== undefined)
    throw new BadInput(
      `${root} is no place for a project: what lies in a folder called ${reserved} is replaced or removed by others. Nothing was written.`,
    );
}

/** Where a path leads, as far as it is there. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPlace(parent), basename(path));
  }
}

function projectName({ name, root }: Call, remembered: string | undefined): string {
  if (remembered !== undefined && name !== undefined && name !== remembered)
    throw new BadInput(
      `The project in ${root} is called "${remembered}". Its name is in every resource and cannot change.`,
    );
  if (name !== undefined) return name;
  return remembered ?? basename(resolve(root));
}

function parseCall(catalogue: Catalogue, args: readonly string[]): Call {
  const { values, positionals } = parseOptions(catalogue, args);
  const [root, ...others] = positionals;
  if (!root) throw new BadInput('Name the folder of the project: serverless-advisor scaffold DIR.');
  if (others.length > 0) throw new BadInput(`One folder at a time; "${others[0]}" is too many.`);
  checkPlace(root);
  refuseReserved(root);
  const onConflict = answersToConflicts.find(known => known === (one(values['on-conflict']) ?? 'stop'));
  if (!onConflict) throw new BadInput(`--on-conflict is one of ${answersToConflicts.join(', ')}.`);
  return {
    root,
    name: one(values.name),
    from: one(values.from),
    given: givenChoices(catalogue, values),
    without: withoutChoices(catalogue, list(values.without)),
    onConflict,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
  };
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function parseOptions(catalogue: Catalogue, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        from: { type: 'string' },
        without: { type: 'string', multiple: true },
        'on-conflict': { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        ...Object.fromEntries(catalogue.choices.map(({ id }) => [id, { type: 'string', multiple: true } as const])),
      },
    });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function givenChoices(catalogue: Catalogue, values: Values): Choices {
  const given: Record<string, string | string[]> = {};
  for (const { id, title, kind } of catalogue.choices) {
    const options = list(values[id]);
    if (options[0] === undefined) continue;
    if (kind === 'choice' && options.length > 1)
      throw new BadInput(`${title}: choose one, not ${options.join(' and ')}.`);
    const chosen = options.filter(option => option !== 'none');
    if (kind === 'choices' && chosen.length > 0 && chosen.length < options.length)
      throw new BadInput(`${title}: choose none or ${chosen.join(' and ')}, not both.`);
    given[id] = kind === 'choice' ? options[0] : chosen;
  }
  return given;
}

/** `--without trigger:queue`, which takes a remembered option back. */
function withoutChoices(catalogue: Catalogue, texts: readonly string[]): Choices {
  const removed: Record<string, string[]> = {};
  for (const text of texts) {
    const [id = '', option = '', ...more] = text.split(':');
    const isKnown = catalogue.questionById.get(id)?.options.some(({ id: other }) => other === option);
    const known = isKnown && more.length === 0;
    if (!known)
      throw new BadInput(`--without takes a choice and one of its options, such as trigger:queue, not "${text}".`);
    removed[id] = [...(removed[id] ?? []), option];
  }
  return removed;
}

function list(value: Values[string]): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

function one(value: Values[string]): string | undefined {
  return list(value).at(-1);
}
