import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fingerprintOf, journalName, lockName, printJournal, writeName } from '../../../src/core/scaffold/journal.js';
import { hashOf } from '../../../src/core/scaffold/manifest.js';
import {
  enterThrough,
  enterTo,
  filesIn,
  makeProject,
  openPlanPane,
  planRow,
  pressOnRow,
  tall,
  waitForNoPlan,
  waitForSum,
} from '../scaffold.js';
import { holds } from '../until.js';
import { Workbench } from '../workbench.js';

const profile = 'umask 022\n';
const bashrc = 'alias ll="ls -l"\n';

describe('A project that leads out of its folder by links', () => {
  let workbench: Workbench;
  let outside: string;
  const kept = (): Record<string, string> =>
    Object.fromEntries(filesIn(outside).map(file => [file, readFileSync(path.join(outside, file), 'utf8')]));
  before(async () => {
    workbench = await Workbench.open({ viewport: tall });
    outside = path.join(path.dirname(workbench.folder), 'outside');
    mkdirSync(outside);
    writeFileSync(path.join(outside, 'profile'), profile);
    writeFileSync(path.join(outside, 'bashrc'), bashrc);
    await openPlanPane(workbench);
  });
  after(() => workbench.close());

  async function addSchedule(project: string): Promise<void> {
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    await workbench.quickInput.waitForItem('Triggers');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.waitForTitle(`${project}: Triggers`);
    await workbench.quickInput.toggle('Schedule');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForItem('Feature flags');
    await workbench.quickInput.pick(/See the plan/);
  }

  it('is not planned where a folder on the way is a link, and says which', async () => {
    mkdirSync(path.join(workbench.folder, 'orders'));
    symlinkSync(path.join('..', '..', 'outside'), path.join(workbench.folder, 'orders', 'src'));
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await enterTo(workbench, 'Folder');
    await workbench.quickInput.accept();
    await workbench.notification(/orders\/src is a link, and where it leads cannot be told from here/);
    assert.deepEqual(kept(), { bashrc, profile });
    assert.deepEqual(readdirSync(path.join(workbench.folder, 'orders')), ['src']);
    rmSync(path.join(workbench.folder, 'orders'), { recursive: true });
    await waitForNoPlan(workbench);
  });

  it('has what its manifest claims of files outside left alone, and says so: neither written over nor deleted', async () => {
    const project = path.join(workbench.folder, 'orders');
    makeProject(project);
    rmSync(path.join(project, 'README.md'));
    symlinkSync(path.join('..', '..', 'outside', 'profile'), path.join(project, 'README.md'));
    symlinkSync(path.join('..', '..', 'outside'), path.join(project, 'sub'));
    const manifest = JSON.parse(workbench.readFile('orders/.serverless-advisor.json'));
    manifest.files['README.md'] = hashOf(profile);
    manifest.files['sub/bashrc'] = hashOf(bashrc);
    workbench.writeFile('orders/.serverless-advisor.json', JSON.stringify(manifest));
    await addSchedule('orders');
    await workbench.quickInput.waitForTitle('orders: Plan');
    await waitForSum(
      workbench,
      /1 in the way.* names a file that no part gives for its choices: sub\/bashrc\. It is left alone/,
    );
    await workbench.quickInput.pick(/Look at the files/);
    assert.match((await (await planRow(workbench, 'README.md')).textContent()) ?? '', /a link is there, or no text/);
    await pressOnRow(workbench, 'README.md', 'Replace This File');
    await (await planRow(workbench, 'README.md')).filter({ hasText: 'yours is replaced' }).waitFor();
    const before = filesIn(project);
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    await workbench.notification(/Nothing was written\. .*README\.md is a link/);
    assert.deepEqual(filesIn(project), before);
    await pressOnRow(workbench, 'README.md', 'Keep This File');
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    await workbench.notification(/files written to orders\.$/);
    await waitForNoPlan(workbench);
    assert.deepEqual(kept(), { bashrc, profile });
    assert.deepEqual(JSON.parse(workbench.readFile('orders/.serverless-advisor.json')).files['sub/bashrc'], undefined);
  });

  it('is not changed through a link that came while the plan was open', async () => {
    const project = path.join(workbench.folder, 'orders');
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    await workbench.quickInput.waitForItem('Triggers');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.waitForTitle('orders: Triggers');
    await workbench.quickInput.toggle('Queue');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForItem('Feature flags');
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Look at the files/);
    rmSync(path.join(project, 'src'), { recursive: true });
    symlinkSync(path.join('..', '..', 'outside'), path.join(project, 'src'));
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    const dialog = await workbench.dialog('1 file is in the way. It is kept as it is.');
    await dialog.getByRole('button', { name: 'Write the Rest' }).click();
    await workbench.notification(/Nothing was written\. orders\/src is a link/);
    assert.deepEqual(kept(), { bashrc, profile });
    await workbench.runCommand('Serverless Advisor: Discard the Plan');
    await waitForNoPlan(workbench);
  });
});

describe('A project that needs less', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ viewport: tall });
    makeProject(path.join(workbench.folder, 'orders'), '--trigger', 'http', '--trigger', 'queue');
    await openPlanPane(workbench);
  });
  after(() => workbench.close());

  it('has what is deleted named and counted apart from what is written', async () => {
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    await workbench.quickInput.waitForItem('Triggers');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.waitForTitle('orders: Triggers');
    await workbench.quickInput.toggle('Queue');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForItem('Feature flags');
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await waitForSum(workbench, /^Files: \d+ updated, 4 deleted\./);
    assert.match(
      (await (await planRow(workbench, 'events/queue.json')).textContent()) ?? '',
      /no longer needed: is deleted/,
    );
    await workbench.quickInput.pick(/^Write \d+ files, delete 4$/);
    const written = await workbench.notification(
      /\d+ files written to orders, 4 deleted: events\/queue\.json, src\/aws\/queue\.ts, src\/aws\/triggers\/queue\.ts, test\/integration\/queue\.test\.ts\./,
    );
    assert.ok(!existsSync(path.join(workbench.folder, 'orders', 'events', 'queue.json')));
    await written.getByRole('button', { name: 'Undo' }).click();
    await workbench.waitForFile('orders/events/queue.json');
  });
});

describe('A write that was interrupted', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const stepsLeft = () =>
    ['a.txt', 'b.txt', 'c.txt'].map(file => ({
      path: file,
      before: file === 'c.txt' ? fingerprintOf(bytes('old\n')) : undefined,
      after: fingerprintOf(bytes(`new ${file}\n`)),
    }));
  /** As it is left when the first of three files was written; the journal comes when the folder is there. */
  const left = (project: string): Record<string, string> => {
    return {
      [`${project}/a.txt`]: 'new a.txt\n',
      [`${project}/c.txt`]: 'old\n',
      ...Object.fromEntries(
        stepsLeft().map(({ path: file }, index) => [`${project}/${writeName}/${index}.new`, `new ${file}\n`]),
      ),
      [`${project}/${writeName}/2.old`]: 'old\n',
    };
  };
  /** The journal names the time at which its folder was made, so that it can only be written there. */
  const leaveJournal = ({ folder }: Workbench, project: string): void => {
    const at = path.join(folder, project, writeName);
    const made = statSync(at).birthtime.getTime();
    writeFileSync(path.join(at, journalName), printJournal({ steps: stepsLeft(), folders: [], made }));
  };

  it('is finished when someone turns to the side bar, says so, and leaves nothing of its own', async () => {
    const workbench = await Workbench.open({ workspace: left('orders') });
    leaveJournal(workbench, 'orders');
    await openPlanPane(workbench);
    await workbench.notification('A write to orders that was interrupted is finished now.');
    const files = filesIn(path.join(workbench.folder, 'orders'));
    assert.deepEqual(files, ['a.txt', 'b.txt', 'c.txt']);
    for (const file of files) assert.equal(workbench.readFile(`orders/${file}`), `new ${file}\n`);
    await workbench.close();
  });

  it('leaves nothing of its own, whichever of its files is the last', async () => {
    const minuteAgo = new Date(Date.now() - 60_000);
    const workbench = await Workbench.open({
      workspace: {
        // What Git ignores, in a folder of its own, is found all the same.
        '.git/HEAD': 'ref: refs/heads/main\n',
        'one/.gitignore': '.serverless-advisor-*\n',
        [`one/${writeName}/7.old`]: 'old\n',
        'two/README.md': 'mine\n',
        [`two/${lockName}/4711-8823423-0123456789abcdef`]: '',
      },
    });
    utimesSync(path.join(workbench.folder, 'two', lockName, '4711-8823423-0123456789abcdef'), minuteAgo, minuteAgo);
    await openPlanPane(workbench);
    await holds(() =>
      assert.deepEqual(readdirSync(workbench.folder, { recursive: true }).sort(), [
        '.git',
        '.git/HEAD',
        'one',
        'one/.gitignore',
        'two',
        'two/README.md',
      ]),
    );
    await workbench.close();
  });

  it('stays as it is in Restricted Mode', async () => {
    const workspace = left('orders');
    const workbench = await Workbench.open({ workspace, trusted: false });
    leaveJournal(workbench, 'orders');
    await openPlanPane(workbench);
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await enterThrough(workbench);
    await waitForSum(workbench, /Nothing is written yet/);
    assert.deepEqual(
      filesIn(workbench.folder),
      [...Object.keys(workspace), `orders/${writeName}/${journalName}`].sort(),
    );
    await workbench.close();
  });
});
