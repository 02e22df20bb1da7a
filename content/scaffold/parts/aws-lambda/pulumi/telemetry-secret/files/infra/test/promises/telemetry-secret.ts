import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, rightsOf, stage } from '../program.ts';

test('every function may read the secret for telemetry of its stage', async () => {
  for (const { name, inputs } of await all('aws:lambda/function:Function')) {
    const read = (await rightsOf(name.replace(/-function$/, ''))).find(({ Sid }) => Sid === 'ReadTelemetrySecret');
    assert.match(String(read?.Resource), new RegExp(`/${stage}/telemetry-`), name);
    assert.ok(inputs.environment.variables.OTEL_EXPORTER_OTLP_ENDPOINT, name);
  }
});
