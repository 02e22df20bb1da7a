// Read by the libraries while they load, so this file is the first that the local server imports.
const defaults: Record<string, string> = {
  POWERTOOLS_DEV: 'true',
  POWERTOOLS_LOG_LEVEL: 'INFO',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_METRICS_NAMESPACE: '<% name %>',
  POWERTOOLS_SERVICE_NAME: '<% name %>',
  STAGE: 'local',
};

for (const [name, value] of Object.entries(defaults)) process.env[name] ??= value;
