/** What a room of src/ may import (ARCHITECTURE.md has the table in words). Everything else is a fault. */
export interface Room {
  readonly name: string;
  /** The files that are its own, by the beginning of their path. */
  readonly path: string;
  /** The rooms whose values it may take, and whose types with them. */
  readonly values?: readonly string[];
  /** The rooms of which it may take types only. */
  readonly types?: readonly string[];
  /** The rooms that it loads when they are first needed: by `import()`. */
  readonly loads?: readonly string[];
  /** Libraries by their name, all below a name where `/` or `:` ends it. */
  readonly libraries?: readonly string[];
}

const language = ['core/content', 'core/language'];
const rooms = ['core/assessment', 'core/scaffold', 'core/guide'];

/** A file belongs to the first whose path it begins with. A room may import itself. */
export const table: readonly Room[] = [
  { name: 'core/content', path: 'src/core/content/' },
  { name: 'core/language', path: 'src/core/language/', types: ['core/content'] },
  { name: 'core/assessment', path: 'src/core/assessment/', values: language, libraries: ['jsonc-parser'] },
  { name: 'core/scaffold', path: 'src/core/scaffold/', values: language, libraries: ['node-diff3'] },
  { name: 'core/guide', path: 'src/core/guide/', values: language, libraries: ['minisearch'] },
  { name: 'core/ports', path: 'src/core/ports.ts' },
  {
    name: 'core/origin',
    path: 'src/core/origin.ts',
    values: ['core/content', 'core/assessment', 'core/scaffold'],
    types: ['core/language'],
  },
  {
    name: 'core/advisor',
    path: 'src/core/advisor.ts',
    values: ['core/content'],
    types: ['core/ports'],
    loads: ['core/origin', ...rooms],
  },
  { name: 'protocol', path: 'src/protocol/', types: [...language, ...rooms] },
  {
    name: 'webview/parts',
    path: 'src/webview/parts/',
    values: ['core/language'],
    types: ['protocol'],
    libraries: ['preact', 'preact/'],
  },
  {
    name: 'webview/report',
    path: 'src/webview/report/',
    values: ['webview/parts', 'protocol', 'core/language', 'core/assessment'],
    types: ['core/content'],
    libraries: ['preact', 'preact/'],
  },
  {
    name: 'webview/guide',
    path: 'src/webview/guide/',
    values: ['webview/parts', 'core/language', 'core/guide'],
    types: ['protocol', 'core/content'],
    libraries: ['preact', 'preact/'],
  },
  {
    name: 'host/ui',
    path: 'src/host/ui/',
    values: [...language, 'core/assessment'],
    types: ['protocol', 'core/scaffold', 'core/guide'],
    libraries: ['vscode'],
  },
  // Loaded at activation, so nothing but what registers: not the feature itself, nor anything of core.
  ...['assessment', 'scaffold', 'guide'].map(feature => ({
    name: `the registration of ${feature}`,
    path: `src/host/${feature}/registration.ts`,
    values: ['host/ui'],
    types: [`host/${feature}`],
    libraries: ['vscode'],
  })),
  ...['assessment', 'scaffold', 'guide'].map(feature => ({
    name: `host/${feature}`,
    path: `src/host/${feature}/`,
    values: [`the registration of ${feature}`, 'host/ui', 'protocol', ...language, `core/${feature}`],
    types: ['core/advisor', 'core/origin', ...rooms],
    libraries: ['vscode'],
  })),
  {
    name: 'the features',
    path: 'src/features.ts',
    values: ['host/ui', 'core/advisor'],
    types: ['assessment', 'scaffold', 'guide'].map(feature => `the registration of ${feature}`),
    loads: ['host/assessment', 'host/scaffold', 'host/guide'],
    libraries: ['vscode'],
  },
  {
    name: 'the entry',
    path: 'src/extension.ts',
    values: ['host/ui', ...['assessment', 'scaffold', 'guide'].map(feature => `the registration of ${feature}`)],
    loads: ['the features'],
    libraries: ['vscode'],
  },
  { name: 'everything for a browser', path: 'src/browser.ts', values: ['the entry', 'the features'] },
  {
    name: 'cli',
    path: 'src/cli',
    values: ['core/advisor', ...language, ...rooms],
    types: ['core/origin'],
    libraries: ['node:'],
  },
  {
    name: 'compiler',
    path: 'src/compiler/',
    values: [...language, ...rooms],
    libraries: [
      'node:',
      'ajv',
      'ajv/',
      'yaml',
      'markdown-it',
      'lowlight',
      'highlight.js/',
      'jsonc-parser',
      'json-schema-to-typescript',
    ],
  },
];
