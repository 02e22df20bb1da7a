/**
 * `tsx bench/giants.mts [files] [--json]`: in a real VS Code, a workspace of assessments just under the largest that are read, each
 * the worst of its kind. While the side bar lists them: how long the command palette takes to offer a command, and the extension
 * to ask its first question; how much memory its host takes at most (resident, as Linux counts it, every extension of the window
 * included). Targets: a second, 400 MB.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { largestAssessment } from '../src/core/assessment/assessment-parser';
import { openKnowledge } from '../src/core/content/knowledge';
import { giants, wordyAssessment } from '../test/core/giants';
import { Workbench } from '../test/vscode/workbench';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const amount = Number(positionals[0] ?? 500);
const knowledge = openKnowledge(JSON.parse(readFileSync(new URL('../dist/knowledge.json', import.meta.url), 'utf8')));

const workbench = await Workbench.open();
const texts = [...Object.values(giants).map(giant => giant(largestAssessment)), wordyAssessment(knowledge.questions)];
const kinds = texts.length;
for (let index = 0; index < amount; index++)
  workbench.writeFile(`${String(index).padStart(3, '0')}.assessment.json`, texts[index % kinds] ?? '');
const host = extensionHost();
const before = memoryOf(host, 'VmRSS');
const started = performance.now();
const sidebar = await workbench.sidebar('Serverless Advisor');
const rows = sidebar.locator('.monaco-list-row', { hasText: /assessment\.json|wwwww/ });
let listed: number | undefined;
const filled = rows
  .first()
  .waitFor({ timeout: 600_000 })
  .then(() => (listed = performance.now() - started));

const palette: number[] = [];
const questions: number[] = [];
do {
  const page = workbench.page;
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Serverless Advisor: Search the Guide' });
  let since = performance.now();
  await page.keyboard.press('F1');
  await workbench.quickInput.waitUntilShown();
  await page.keyboard.insertText('Serverless Advisor: Search the Guide');
  await row.first().waitFor();
  palette.push(performance.now() - since);
  since = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget input[placeholder^="What are you looking for"]').waitFor();
  questions.push(performance.now() - since);
  await workbench.quickInput.cancel();
  await page.waitForTimeout(200);
} while (listed === undefined);
await filled;
const figures = {
  files: amount,
  kinds,
  bytesEach: largestAssessment,
  secondsToList: Number(((listed ?? Number.NaN) / 1000).toFixed(1)),
  paletteMilliseconds: { tries: palette.length, median: median(palette), worst: Math.round(Math.max(...palette)) },
  questionMilliseconds: {
    tries: questions.length,
    median: median(questions),
    worst: Math.round(Math.max(...questions)),
  },
  hostMegabytes: { before, most: memoryOf(host, 'VmHWM') },
};
await Workbench.closeAll();
if (options.json) console.log(JSON.stringify(figures, undefined, 2));
else {
  const { paletteMilliseconds: offered, questionMilliseconds: asked, hostMegabytes: memory } = figures;
  console.log(
    `${amount} files of ${largestAssessment} bytes, ${kinds} kinds, listed in ${figures.secondsToList} s; meanwhile:`,
  );
  console.log(
    `The palette offers a command      median ${offered.median} ms, worst ${offered.worst} ms of ${offered.tries}`,
  );
  console.log(`The extension asks a question     median ${asked.median} ms, worst ${asked.worst} ms of ${asked.tries}`);
  console.log(`The extension host, resident      ${memory.before} MB before, ${memory.most} MB at most`);
}
process.exit(0);

function median(list: readonly number[]): number {
  return Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN);
}

/** The process of the window's extensions: a descendant of this one. */
function extensionHost(): number {
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        return [{ id: Number(name), parent: Number(parent), line: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        // It has ended since.
        return [];
      }
    });
  const isOurs = (id: number): boolean => {
    const found = processes.find(process => process.id === id);
    return found !== undefined && (found.parent === process.pid || isOurs(found.parent));
  };
  const host = processes.find(({ id, line }) => line.includes('--type=extensionHost') && isOurs(id));
  if (!host) throw new Error('There is no extension host to be seen in /proc.');
  return host.id;
}

/** In megabytes; VmRSS is what is resident now, VmHWM the most that ever was. */
function memoryOf(id: number, name: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  return Math.round((Number(kilobytes) * 1024) / 1e6);
}
