/** A folder of a plan's tree, or a file of it by its path. */
export type PlanNode =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

/** What stands right below a folder of the paths; '' is the root. Folders first, each by name. */
export function childrenOf(paths: readonly string[], folder: string): PlanNode[] {
  const start = folder === '' ? '' : `${folder}/`;
  const folders = new Set<string>();
  const files: string[] = [];
  for (const path of paths) {
    if (!path.startsWith(start)) continue;
    const end = path.indexOf('/', start.length);
    if (end === -1) files.push(path);
    else folders.add(path.slice(0, end));
  }
  return [
    ...[...folders].sort().map(path => ({ kind: 'folder' as const, path })),
    ...files.sort().map(path => ({ kind: 'file' as const, path })),
  ];
}

/** Whether a document's path is that of a file in the plan of a project. */
export function isInFolder(documentPath: string, project: string, path: string): boolean {
  return documentPath === `/${project}/${path}`;
}
