/**
 * `tsx bench/guide-page.mts [rounds]`: in a real VS Code, how long it takes from the click on a chapter to its text on the
 * screen, and from a key in the search field to its hits, the way through the extension and back included. Each chapter is
 * opened once per round; the first round reads it from the file.
 */
import path from 'node:path';
import { root } from '../scripts/install.mjs';
import { Workbench } from '../test/vscode/workbench';

const rounds = Number(process.argv[2] ?? 3);
const workbench = await Workbench.open({
  workspace: { folder: path.join(root, 'samples') },
  viewport: { width: 1280, height: 900 },
});
await workbench.runCommand('Serverless Advisor: Open the Guide in the Editor Area');
const page = await workbench.webviewFrame(frame =>
  frame.getByRole('heading', { level: 1, name: 'Practice Guide' }).isVisible(),
);
const titles = await page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('.chapter-row')].map(link => link.textContent ?? ''),
);
const opened: { first: boolean; milliseconds: number }[] = [];
for (let round = 0; round < rounds; round++)
  for (let index = 0; index < titles.length; index++) {
    const milliseconds = await page.evaluate(async index => {
      const link = document.querySelectorAll<HTMLElement>('.chapter-row')[index];
      const painted = (): Promise<void> =>
        new Promise(resolve => requestAnimationFrame(() => setTimeout(() => resolve(), 0)));
      const until = async (isThere: () => boolean): Promise<void> => {
        while (!isThere()) await new Promise(resolve => setTimeout(resolve, 0));
        await painted();
      };
      const before = performance.now();
      link?.click();
      await until(() => document.querySelector('.chapter-row') === null && document.querySelector('main h2') !== null);
      const time = performance.now() - before;
      document.querySelector<HTMLElement>('.bar button')?.click();
      await until(() => document.querySelector('.chapter-row') !== null);
      return time;
    }, index);
    opened.push({ first: round === 0, milliseconds });
  }
const keys: number[] = [];
for (const query of ['idempotency', 'could start', 'retries', 'cost per month', 'terraform state', 'lock-in']) {
  const field = page.getByRole('combobox');
  await field.fill('');
  for (let length = 1; length <= query.length; length++)
    keys.push(
      await page.evaluate(
        async text => {
          const input = document.querySelector<HTMLInputElement>('[role=combobox]');
          const list = (): string => document.querySelector('[role=listbox]')?.textContent ?? '';
          if (!input) return Number.NaN;
          const before = performance.now();
          const heard = new Promise<void>(resolve =>
            window.addEventListener('message', () => resolve(), { once: true }),
          );
          input.value = text;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          await heard;
          list();
          return performance.now() - before;
        },
        query.slice(0, length),
      ),
    );
}
await Workbench.closeAll();
const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const say = (what: string, times: readonly number[]): void =>
  console.log(`${what.padEnd(44)} median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
say(
  'A chapter, click to text, for the first time',
  opened.filter(({ first }) => first).map(time => time.milliseconds),
);
say(
  'A chapter, click to text, again',
  opened.filter(({ first }) => !first).map(time => time.milliseconds),
);
say('A key in the search field to its hits', keys);
process.exit(0);
