import type { Import, ImportKind } from './imports.mts';
import type { Room } from './table.mts';

/** Every import that the table does not allow, and every circle of files, as lines with file and line. */
export function dependencyFaults(table: readonly Room[], imports: readonly Import[]): string[] {
  const refused = imports.flatMap(found => {
    const problem = problemOf(table, found);
    return problem === undefined ? [] : [`${found.from}:${found.line} ${problem}`];
  });
  return [...refused, ...circlesIn(imports)].map(fault => `${fault} (dependency rule)`);
}

function problemOf(table: readonly Room[], { from, to, kind }: Import): string | undefined {
  const room = roomOf(table, from);
  if (!room) return 'belongs to no room of scripts/dependencies/table.mts';
  if (!to.startsWith('src/')) {
    // What is in another top folder has a path too, and no library's name.
    if (room.libraries?.some(name => to === name || (/[/:]$/.test(name) && to.startsWith(name)))) return undefined;
    return `${room.name} may not import ${to}`;
  }
  const other = roomOf(table, to);
  if (!other) return `imports ${to}, which belongs to no room of scripts/dependencies/table.mts`;
  if (other === room || allowed(room, kind).includes(other.name)) return undefined;
  if (room.types?.includes(other.name)) return `${room.name} may import nothing but types from ${other.name}`;
  if (room.loads?.includes(other.name))
    return `${room.name} may load ${other.name} by import(), when it is needed first`;
  return `${room.name} may not import ${other.name}`;
}

function allowed({ values = [], types = [], loads = [] }: Room, kind: ImportKind): readonly string[] {
  if (kind === 'type') return [...values, ...types, ...loads];
  return kind === 'load' ? [...values, ...loads] : values;
}

function roomOf(table: readonly Room[], file: string): Room | undefined {
  return table.find(({ path }) => file.startsWith(path));
}

/** Files that import each other, in whichever way, one circle for each place where it closes. */
function circlesIn(imports: readonly Import[]): string[] {
  const importsOf = new Map<string, Import[]>();
  for (const found of imports) importsOf.set(found.from, [...(importsOf.get(found.from) ?? []), found]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    for (const { to, line } of importsOf.get(file) ?? []) {
      const begin = way.indexOf(to);
      if (begin >= 0) circles.push(`${file}:${line} closes a circle: ${[...way.slice(begin), to].join(' → ')}`);
      else if (!done.has(to)) walk(to, [...way, to]);
    }
    done.add(file);
  };
  for (const file of importsOf.keys()) if (!done.has(file)) walk(file, [file]);
  return circles;
}
