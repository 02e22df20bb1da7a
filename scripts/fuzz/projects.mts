/** Projects: manifests, texts merged three ways, and plans that come from assessments. */
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { reviewOf } from '../../src/core/assessment/review';
import { visible } from '../../src/core/language/visible';
import { originOf } from '../../src/core/origin';
import type { Catalogue } from '../../src/core/scaffold/catalogue';
import { writesFor } from '../../src/core/scaffold/changes';
import { type Choices, completeChoices } from '../../src/core/scaffold/choices';
import type { Folder } from '../../src/core/scaffold/folder';
import { hashOf, manifestPath, parseManifest, printManifest } from '../../src/core/scaffold/manifest';
import { plan } from '../../src/core/scaffold/plan';
import { prepareProject } from '../../src/core/scaffold/project';
import { mergeThree } from '../../src/core/scaffold/three-way';
import { anyAnswers, realContent } from '../../test/content/real-knowledge';
import type { Fuzz } from '../fuzz.mts';
import { randomChoices, randomNumbers } from '../scaffold/combinations.mts';
import { loadCatalogue } from '../scaffold/request.mts';
import { cuts, cutUp, hostileText } from './hostile.mts';

export async function projectFuzz(): Promise<Fuzz[]> {
  const [catalogue, { knowledge }] = await Promise.all([loadCatalogue(), realContent()]);
  const generated = plan(catalogue, { name: 'orders', choices: completeChoices(catalogue, {}) });
  const choices = fc.integer().map(seed => randomChoices(catalogue, randomNumbers(seed)));
  const workload = hostileText.map(text => `w${text}`.slice(0, 120));
  return [
    {
      name: 'manifests',
      runs: { small: 200, large: 20_000 },
      property: fc.asyncProperty(anyManifest(catalogue), text => holdManifest(catalogue, text)),
    },
    {
      name: 'texts merged three ways',
      runs: { small: 500, large: 15_000 },
      property: fc.property(fc.constantFrom(...generated), anyLines(), anyLines(), ({ text }, mine, theirs) => {
        const base = text.split('\n').slice(0, 120).join('\n');
        holdMerge(changed(base, mine), base, changed(base, theirs));
      }),
    },
    {
      name: 'plans that come from assessments',
      runs: { small: 30, large: 1118 },
      property: fc.property(choices, workload, anyAnswers(knowledge), (choices, workload, answers) => {
        const { decision } = originOf(
          catalogue,
          knowledge,
          reviewOf(knowledge, { workload, answers, weights: {} }),
          '2026-11-27',
        );
        const files = plan(catalogue, { name: 'orders', choices, decision });
        const others = plan(catalogue, { name: 'orders', choices });
        assert.ok(files.length > others.length);
        for (const { path, text } of files) {
          assert.ok(isInside(path));
          assert.equal(visible(text), text, path);
        }
      }),
    },
  ];
}

/** Manifests of proper projects that somebody has laid hands on, by their text or by what they say. */
function anyManifest(catalogue: Catalogue): fc.Arbitrary<string> {
  const paths = fc.oneof(
    hostileText,
    fc.constantFrom(
      '../x',
      '/etc/passwd',
      '.git/HEAD',
      'node_modules/x',
      '__proto__',
      'a//b',
      './a',
      'NUL',
      'ab:stream',
      'README.md',
    ),
  );
  const files = fc.dictionary(paths, fc.oneof(fc.constantFrom(hashOf('mine\n'), hashOf('')), hostileText), {
    maxKeys: 5,
    noNullPrototype: true,
  });
  const stray = fc.dictionary(hostileText, fc.oneof(hostileText, fc.array(hostileText, { maxLength: 3 })), {
    maxKeys: 2,
    noNullPrototype: true,
  });
  const proper = fc.tuple(fc.integer(), files, fc.option(stray, { freq: 6 })).map(([seed, files, stray]) => {
    const choices: Choices = { ...randomChoices(catalogue, randomNumbers(seed)), ...(stray ?? {}) };
    return printManifest({ name: 'orders', choices, files });
  });
  const damaged = fc.tuple(proper, cuts(3)).map(([text, changes]) => cutUp(text, changes));
  return fc.oneof(proper, damaged, fc.json({ maxDepth: 3 }));
}

/** Whatever a manifest says, only files inside the folder are read, written or removed. */
async function holdManifest(catalogue: Catalogue, text: string): Promise<void> {
  const parsed = parseManifest(catalogue, text);
  if ('problem' in parsed) {
    assert.ok(parsed.problem.includes(manifestPath) && parsed.problem.length < 10_000, parsed.problem);
    return;
  }
  const { manifest } = parsed;
  const asked: string[] = [];
  const read = async (paths: readonly string[]): Promise<Folder> => {
    asked.push(...paths);
    return new Map(paths.map(path => [path, 'mine\n']));
  };
  const request = { name: manifest.name, choices: completeChoices(catalogue, manifest.choices) };
  const { changes, folder, previous } = await prepareProject(catalogue, request, manifest, read);
  const writes = writesFor(request, changes, folder, new Map(), previous);
  for (const path of [...asked, ...writes.map(write => write.path)]) assert.ok(isInside(path), path);
}

/** Whether a path stays in the folder, on every system, and away from what version control and packages keep there. */
function isInside(path: string): boolean {
  const stays = [posix, win32].every(system => {
    const root = system === posix ? '/root' : 'C:\\root';
    return !system.isAbsolute(path) && system.resolve(root, path).startsWith(root + system.sep);
  });
  return stays && path.split('/').every(part => !['', '.', '..', '.git', 'node_modules'].includes(part));
}

type Lines = readonly { readonly at: number; readonly cut: number; readonly put: readonly string[] }[];

function anyLines(): fc.Arbitrary<Lines> {
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const line = fc
    .oneof(fc.constantFrom('', '}', '  x', 'mine'), fc.string({ maxLength: 20 }))
    .map(text => text.replaceAll(/[\r\n]/g, ' '));
  return fc.array(fc.record({ at, cut: fc.nat(3), put: fc.array(line, { maxLength: 4 }) }), { maxLength: 4 });
}

function changed(text: string, changes: Lines): string {
  const lines = text.split('\n');
  for (const { at, cut, put } of changes) lines.splice(Math.floor(at * lines.length), cut, ...put);
  return lines.join('\n');
}

/** Every line that someone has added stands in the merged text, and as often. */
function holdMerge(mine: string, base: string, theirs: string): void {
  const merged = mergeThree(mine, base, theirs);
  if (merged === undefined) return;
  const times = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [ours, before, after] = [mine, base, merged].map(times);
  for (const [line, count] of ours ?? [])
    if (!before?.has(line)) assert.ok((after?.get(line) ?? 0) >= count, JSON.stringify(line));
  if (theirs === base) assert.equal(merged, mine);
  if (mine === base) assert.equal(merged, theirs);
}
