/**
 * npm run watch
 *
 * Builds anew on each change of src/ or content/, with source maps and not minified, into dist/. Ctrl+C ends it. What turns content/
 * into dist/ (src/compiler/, and what that takes of src/core/) is read once: after a change there, begin again.
 */
import { keepBuilt } from './watching.mts';

await keepBuilt(line => console.log(line));
console.log('Watching src/ and content/.');
