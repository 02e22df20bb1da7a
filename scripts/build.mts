import { build } from 'esbuild';

await build({
  entryPoints: ['src/extension.ts'],
  bundle: true,
  minify: true,
  format: 'cjs',
  external: ['vscode'],
  outfile: 'dist/extension.js',
  platform: 'node',
  target: 'node20',
});
await build({
  entryPoints: ['src/extension.ts'],
  bundle: true,
  minify: true,
  format: 'cjs',
  external: ['vscode'],
  outfile: 'dist/extension.web.js',
  platform: 'browser',
  target: 'es2022',
});
