import { describe, expect, it } from 'vitest';
import { handler } from '../../src/aws/schedule';
import type { ScheduledCall } from '../../src/aws/triggers/schedule';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';
import { cloud } from '../support/fake-aws';

const call = () => handler(sampleEvent<ScheduledCall>('schedule'), contextFor('schedule'));

describe('the schedule function', () => {
  it('closes the day before the scheduled time', async () => {
    expect(await call()).toMatchObject({ day: '2026-11-22' });
  });

  it('closes a day once when the scheduler calls twice', async () => {
    const first = await call();
    expect(await call()).toMatchObject(first);
  });

  it('fails when the cloud does, so that the scheduler calls again', async () => {
    cloud.broken = 'idempotency';
    await expect(call()).rejects.toThrow();
  });

  it('fails on an event without a time', async () => {
    await expect(handler({} as ScheduledCall, contextFor('schedule'))).rejects.toThrow('is not a time');
  });
});
