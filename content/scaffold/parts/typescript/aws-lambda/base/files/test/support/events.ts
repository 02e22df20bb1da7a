import { readFileSync } from 'node:fs';

/** A fresh copy of a sample event, so that a test may change it. */
export function sampleEvent<Event>(name: string): Event {
  return JSON.parse(readFileSync(`events/${name}.json`, 'utf8')) as Event;
}
