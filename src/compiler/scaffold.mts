/** Reads content/scaffold: the choices, and every folder of parts/ that holds a part.json. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PartDescription } from '../core/content/types';
import type { Part } from '../core/scaffold/catalogue';
import { mergingOf } from '../core/scaffold/merge';
import type { ContentProblem } from './problem.mts';
import { parseYamlTree } from './yaml-tree.mts';

/** Names that begin with a dot would take effect in this repository too; here they begin with this. */
const dot = 'dot_';

/** Reads a JSON file that answers to a schema; nothing where it cannot be read, which is then said elsewhere. */
export type ReadChecked = (path: string, schema: string) => Promise<unknown>;

/** All parts below a folder, in the order of their paths, and what of them cannot be read. */
export async function loadParts(
  folder: string,
  read: ReadChecked,
): Promise<{ parts: Part[]; problems: ContentProblem[] }> {
  const paths = (await readdir(folder, { recursive: true })).map(path => path.split(sep).join('/'));
  const ids = paths.filter(path => path.endsWith('/part.json')).map(path => path.slice(0, -'/part.json'.length));
  return takeApart(await Promise.all(ids.sort().map(id => loadPart(folder, id, read))));
}

/** YAML that more than one part gives is taken apart here, once, so that merging it needs no parser. */
function takeApart(parts: readonly Part[]): { parts: Part[]; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const givers = new Map<string, number>();
  for (const part of parts) for (const path of Object.keys(part.files)) givers.set(path, (givers.get(path) ?? 0) + 1);
  const whole = parts.map(part => ({
    ...part,
    files: Object.fromEntries(
      Object.entries(part.files).map(([path, file]) => {
        if (typeof file !== 'string' || (givers.get(path) ?? 0) < 2 || mergingOf(path) !== 'yaml') return [path, file];
        try {
          return [path, parseYamlTree(file)];
        } catch (error) {
          problems.push({
            file: `scaffold/parts/${part.id}/files/${path}`,
            message: `is no YAML that can be taken apart: ${(error as Error).message.split('\n')[0]}`,
          });
          return [path, file];
        }
      }),
    ),
  }));
  return { parts: whole, problems };
}

async function loadPart(folder: string, id: string, read: ReadChecked): Promise<Part> {
  const { $schema: _, ...description } = ((await read(join(folder, id, 'part.json'), 'scaffold-part')) ??
    {}) as PartDescription;
  const slots: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(await readTree(join(folder, id, 'slots')))) {
    // slots/README.md/run.md holds the lines for the slot "run" of README.md.
    const [, file = '', slot = ''] = /^(.+)\/([^/.]+)(?:\.[^/]*)?$/.exec(path) ?? [];
    slots[file] = { ...slots[file], [slot]: text };
  }
  return { ...description, id, files: await readTree(join(folder, id, 'files')), slots };
}

/** Every file below a folder, by its path in a project. */
async function readTree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        const inProject = path
          .slice(folder.length + 1)
          .split(sep)
          .map(segment => (segment.startsWith(dot) ? `.${segment.slice(dot.length)}` : segment))
          .join('/');
        return [inProject, (await readFile(path, 'utf8')).replaceAll('\r\n', '\n')] as const;
      }),
  );
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
