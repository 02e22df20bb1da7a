import assert from 'node:assert/strict';
import { writesFor } from '../../src/core/scaffold/changes';
import type { Folder } from '../../src/core/scaffold/folder';
import { manifestPath, parseManifest } from '../../src/core/scaffold/manifest';
import { type Project, prepareProject } from '../../src/core/scaffold/project';
import { smallCatalogue } from './small-catalogue';

const catalogue = smallCatalogue([
  { files: { 'README.md': 'Orders.\n' } },
  { once: true, needs: 'decision', files: { 'docs/record.md': 'Decided for <% decision-workload %>.\n' } },
]);
const request = { name: 'orders', choices: { drink: 'tea', extra: [], biscuit: 'none' } };
const decision = { workload: 'Orders', date: '2026-11-23', report: { markdown: 'Good fit.' } };

describe('A project that came from an assessment', () => {
  const disk = new Map<string, string>();
  const read = async (paths: readonly string[]): Promise<Folder> =>
    new Map(paths.flatMap(path => (disk.has(path) ? [[path, disk.get(path) ?? ''] as const] : [])));
  const write = ({ request, changes, folder, previous }: Project): void => {
    for (const { path, text } of writesFor(request, changes, folder, new Map(), previous))
      if (text === undefined) disk.delete(path);
      else disk.set(path, text);
  };
  const remembered = () => {
    const parsed = parseManifest(catalogue, disk.get(manifestPath) ?? '');
    assert.ok('manifest' in parsed);
    return parsed.manifest;
  };

  it('keeps its decision record when parts are added later without the assessment', async () => {
    disk.clear();
    write(await prepareProject(catalogue, { ...request, decision }, undefined, read));
    assert.equal(disk.get('docs/record.md'), 'Decided for Orders.\n');
    const later = { name: 'orders', choices: { ...request.choices, drink: 'water' } };
    write(await prepareProject(catalogue, later, remembered(), read));
    assert.equal(disk.get('docs/record.md'), 'Decided for Orders.\n');
    assert.ok('docs/record.md' in remembered().files);
  });

  it('does not bring a record back that someone deleted', async () => {
    disk.delete('docs/record.md');
    const project = await prepareProject(catalogue, request, remembered(), read);
    assert.ok(!project.changes.some(({ path }) => path === 'docs/record.md'));
    write(project);
    assert.ok(!('docs/record.md' in remembered().files));
  });
});
