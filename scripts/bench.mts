/**
 * npm run bench [-- --only NAME] [--json]
 *
 * Measures what the project claims about speed and size, on this machine. A measure is a script of bench/ of its own.
 *
 *   --only NAME  the measures whose name has this in it: assess, scaffold, guide, guide-page, size, activation, giants, list
 *   --json       what is measured as JSON, where a measure can tell it: size
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './install.mjs';

const measures = ['assess', 'scaffold', 'guide', 'guide-page', 'size', 'activation', 'giants', 'list'];

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
});
const tellsJson = ['size'];
for (const measure of measures.filter(name => name.includes(options.only))) {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `bench/${measure}.mts`, ...(options.json && tellsJson.includes(measure) ? ['--json'] : [])],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
