// npm run vscode:prepublish
//
// What vsce runs before it packages: a build, unless a test has just made one that other tests are using.
import { npm, root } from './install.mjs';

if (!process.env.SERVERLESS_ADVISOR_BUILT) npm(['run', 'build'], root);
