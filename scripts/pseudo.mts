/**
 * npm run pseudo
 *
 * Writes the pseudo-language qps-ploc, in which every sentence of ours stands as `[!! Šéñţéñçé !!]`: for the host (l10n/) and for the
 * manifest. `npm start -- --language qps-ploc` opens a window in it: what reads as plain English there comes from no table. The files are
 * neither shipped nor under version control.
 */
import { root } from './install.mjs';
import { writePseudo } from './words/pseudo.mts';

for (const file of await writePseudo(root)) console.log(file);
