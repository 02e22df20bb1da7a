import { defineConfig } from 'vitest/config';

const env = {
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_METRICS_NAMESPACE: '<% name %>',
  POWERTOOLS_SERVICE_NAME: '<% name %>',
  STAGE: 'dev',
  // <% slot environment %>
};

export default defineConfig({
  test: {
    projects: [
      // Fast and without a network: run them while you write.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], env } },
      // Whole functions against a small imitation of the cloud on this machine.
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles: ['test/integration/setup.ts'],
          testTimeout: 20_000,
          env,
        },
      },
    ],
  },
});
