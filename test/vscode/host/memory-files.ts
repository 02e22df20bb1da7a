import * as vscode from 'vscode';

interface Entry {
  /** The content of a file; of a folder nothing. */
  readonly bytes?: Uint8Array;
  /** When it was last written, by a clock that goes on by one with each write. */
  readonly changed?: number;
}

/** What a test may want to happen at a call: throw for a failure, or change what is there. */
export type Happening = (call: 'read' | 'write' | 'delete' | 'makeFolder', path: string) => void;

/** Files in memory, on which writing fails where a test says so, and folders turn into links. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>([['/', {}]]);
  private clock = 1;
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** The folders and files that say of themselves that they are links. */
  readonly links = new Set<string>();
  readonly calls: string[] = [];
  happening: Happening = () => {};

  /** Every file below a folder with its text, by its path from there. */
  textsIn(folder: string): Record<string, string> {
    const texts = [...this.entries].flatMap(([path, { bytes }]) =>
      bytes && path.startsWith(`${folder}/`)
        ? [[path.slice(folder.length + 1), new TextDecoder().decode(bytes)] as const]
        : [],
    );
    return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  put(path: string, content: string | Uint8Array): void {
    const folders = path.split('/').slice(0, -1);
    for (let end = 1; end <= folders.length; end += 1) {
      const folder = folders.slice(0, end).join('/');
      if (folder !== '') this.entries.set(folder, this.entries.get(folder) ?? {});
    }
    this.entries.set(path, {
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      changed: this.tick(),
    });
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const entry = this.find(path);
    const kind = entry.bytes ? vscode.FileType.File : vscode.FileType.Directory;
    const type = this.links.has(path) ? kind | vscode.FileType.SymbolicLink : kind;
    return { type, ctime: 1, mtime: entry.changed ?? 1, size: entry.bytes?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    this.find(path);
    const start = path === '/' ? '/' : `${path}/`;
    return [...this.entries].flatMap(([other, { bytes }]): [string, vscode.FileType][] => {
      const name = other.slice(start.length);
      if (!other.startsWith(start) || name === '' || name.includes('/')) return [];
      return [[name, bytes ? vscode.FileType.File : vscode.FileType.Directory]];
    });
  }

  createDirectory({ path }: vscode.Uri): void {
    this.note('makeFolder', path);
    this.entries.set(path, {});
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.note('read', path);
    const { bytes } = this.find(path);
    if (!bytes) throw vscode.FileSystemError.FileIsADirectory(path);
    return bytes;
  }

  writeFile({ path }: vscode.Uri, bytes: Uint8Array): void {
    this.note('write', path);
    this.find(path.slice(0, path.lastIndexOf('/')) || '/');
    const type = this.entries.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.entries.set(path, { bytes, changed: this.tick() });
    this.changed.fire([{ type, uri: vscode.Uri.from({ scheme: memoryScheme, path }) }]);
  }

  delete({ path }: vscode.Uri, { recursive }: { readonly recursive: boolean }): void {
    this.note('delete', path);
    this.find(path);
    const below = [...this.entries.keys()].filter(other => other.startsWith(`${path}/`));
    if (below.length > 0 && !recursive) throw vscode.FileSystemError.NoPermissions(path);
    for (const gone of [path, ...below]) this.entries.delete(gone);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri: vscode.Uri.from({ scheme: memoryScheme, path }) }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.note('write', to.path);
    this.entries.set(to.path, this.find(from.path));
    this.entries.delete(from.path);
  }

  private tick(): number {
    this.clock += 1;
    return this.clock;
  }

  private note(call: Parameters<Happening>[0], path: string): void {
    this.calls.push(`${call} ${path}`);
    this.happening(call, path);
  }

  private find(path: string): Entry {
    const entry = this.entries.get(path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(path);
    return entry;
  }
}

export const memoryScheme = 'memory-files';
