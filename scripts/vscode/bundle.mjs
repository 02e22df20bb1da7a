// Makes the tests that run inside VS Code into one file, which is all that an extension host can be given.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../install.mjs';

/** @typedef {'host' | 'web'} SuiteName the Node extension host, or the web worker one */

/**
 * @param {SuiteName} name
 * @param {string} outfile its source map comes to lie beside it
 */
export async function bundleSuite(name, outfile) {
  const folder = path.join(root, 'test', 'vscode', name);
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .sort()
    .map(file => path.join(folder, file));
  const mocha = {
    host: `const { default: Mocha } = require('mocha');`,
    // The build for browsers takes module.exports for itself, wherever it is bundled: below, it is taken back.
    web: `require('mocha/mocha.js'); const { Mocha } = globalThis;`,
  };
  await build({
    stdin: {
      contents: `
        const { runSuite } = require('./test/vscode/runner.ts');
        ${mocha[name]}
        const run = () => runSuite(Mocha, () => {
          ${tests.map(file => `require(${JSON.stringify(file)});`).join('\n')}
        });
        module.exports = { run };`,
      resolveDir: root,
      sourcefile: `${name}-suite.js`,
    },
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'external',
    outfile,
    logLevel: 'warning',
    // Mocha looks these up for running files in parallel, which it is not asked to do.
    logOverride: { 'require-resolve-not-external': 'silent' },
    ...(name === 'host' ? { platform: 'node', target: 'node20' } : { platform: 'browser', target: 'es2022' }),
  });
}
