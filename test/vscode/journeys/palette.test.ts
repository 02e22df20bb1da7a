import assert from 'node:assert/strict';
import { Workbench } from '../workbench.js';

describe('The command palette', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
  });

  after(() => workbench.close());

  it('finds the command that assesses a workload', async () => {
    const found = await workbench.findCommands('serverless assess');
    assert.ok(found.includes('Serverless Advisor: Assess a Workload'), found.join('\n'));
  });
});
