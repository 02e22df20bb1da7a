/**
 * npm run pseudo [-- --look]
 *
 * Writes the pseudo-language qps-ploc, in which every sentence of ours stands as `[!! Šéñţéñçé !!]`: for the host (l10n/) and for the
 * manifest. `npm start -- --language qps-ploc` opens a window in it: what reads as plain English there comes from no table. The files are
 * neither shipped nor under version control.
 *
 *   --look   builds, walks through pages and pickers of such a window, takes pictures into test-results/pseudo, and lists each text that is
 *            plain English and not of the content
 */
import { parseArgs } from 'node:util';
import { npm, root } from './install.mjs';
import { writePseudo } from './words/pseudo.mts';

const { values: options } = parseArgs({ options: { look: { type: 'boolean', default: false } } });
if (options.look) {
  npm(['run', 'build'], root);
  // Loaded only now: it reads what has been built.
  const { lookAround } = await import('./words/look.mts');
  const { texts, missed } = await lookAround();
  for (const { scene, text } of texts) console.log(`${scene}: ${text}`);
  for (const one of missed) console.error(`Not reached: ${one}`);
  console.log(`${texts.length} texts in plain English; pictures in test-results/pseudo`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} else for (const file of await writePseudo(root)) console.log(file);
