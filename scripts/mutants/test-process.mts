import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { projectNode } from '../install.mjs';
import type { Outcome, Task } from './messages.mts';

/** A process that runs tests, again and again; one that does not end in time is ended, and the next run has a new one. */
export class TestProcess {
  private child: ChildProcess | undefined;

  /** Runs a task. `stuck` is what took longer than `patience`, in milliseconds, or ended the process. */
  async run(task: Task, patience: number): Promise<Outcome | 'stuck'> {
    const child = await this.start();
    return new Promise(resolve => {
      const done = (outcome: Outcome | 'stuck'): void => {
        clearTimeout(limit);
        child.removeAllListeners();
        if (outcome === 'stuck') this.end();
        resolve(outcome);
      };
      const limit = setTimeout(() => done('stuck'), patience);
      child.once('message', outcome => done(outcome as Outcome));
      child.once('exit', () => done('stuck'));
      child.send(task);
    });
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private start(): Promise<ChildProcess> {
    const { child } = this;
    if (child) return Promise.resolve(child);
    const started = fork(path.join(import.meta.dirname, 'worker.mts'), {
      execPath: projectNode(),
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child = started;
    return new Promise((resolve, reject) => {
      started.once('message', () => resolve(started));
      started.once('exit', () => reject(new Error('The process that runs tests did not start.')));
    });
  }
}
