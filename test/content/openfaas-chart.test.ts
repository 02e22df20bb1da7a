import assert from 'node:assert/strict';
import chart from '../cases/openfaas/chart-values.json';
import { realContent } from './real-knowledge';

/** Facts that say what an installation begins with, and the value of the chart that decides it. */
const decidedBy: Readonly<Record<string, keyof typeof chart.values>> = {
  'gateway-timeout': 'gateway.upstreamTimeout',
  'metrics-retention': 'prometheus.retention.time',
  'queue-replicas': 'nats.streamReplication',
  'retry-attempts': 'queueWorkerPro.maxRetryAttempts',
  'retry-first-wait': 'queueWorkerPro.initialRetryWait',
  'retry-longest-wait': 'queueWorkerPro.maxRetryWait',
};

/** "10s", "1m" and "15d" in the unit of a fact; other values as they are. */
function inUnit(value: string | number | boolean, unit: string): unknown {
  const [, number, suffix] = /^(\d+)([smd])$/.exec(String(value)) ?? [];
  if (number === undefined || suffix === undefined) return value;
  const seconds = Number(number) * { s: 1, m: 60, d: 86_400 }[suffix as 's' | 'm' | 'd'];
  return unit === 'days' ? seconds / 86_400 : seconds;
}

async function facts() {
  const openfaas = (await realContent()).knowledge.platforms.find(platform => platform.id === 'openfaas');
  assert.ok(openfaas);
  return openfaas.facts;
}

describe('What is said of an OpenFaaS installation', () => {
  it('is what its chart installs', async () => {
    const found = await facts();
    for (const [id, key] of Object.entries(decidedBy)) {
      const fact = found.find(one => one.id === id);
      assert.ok(fact, `no fact ${id}`);
      assert.equal(fact.value, inUnit(chart.values[key], fact.unit), `${id} against ${key}`);
    }
  });

  it('names the chart as its source only where the chart has the value, on the day it was read', async () => {
    const fromChart = (await facts()).filter(fact => fact.source === chart.source);
    assert.ok(fromChart.length > 0);
    for (const { id, asOf } of fromChart) {
      assert.ok(decidedBy[id], `${id} is in no value of the chart: name the page that has it`);
      assert.equal(asOf, chart.asOf, id);
    }
  });

  it('promises no queue that outlives a restart, since the chart gives NATS no disk', async () => {
    assert.equal(chart.values['nats.external.enabled'], false);
    const text = (await realContent()).content.guide.files.get('event-reliability.md') ?? '';
    const openfaas = text.slice(text.indexOf('### OpenFaaS'), text.indexOf('## How teams get it wrong'));
    assert.match(openfaas, /without a disk, so a restart loses/);
    assert.match(openfaas, /\{openfaas\.queue-replicas-production\} replicas and a persistent volume/);
  });
});
