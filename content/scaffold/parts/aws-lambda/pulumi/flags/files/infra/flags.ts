import { config } from './settings.ts';
import type { Extra } from './shared.ts';

/** Feature flags as this stage has them: what is deployed here may be off, and on in another stage. */
export function createFlags(): Extra {
  const flags = config.requireObject<Record<string, boolean>>('featureFlags');
  return { environment: () => ({ FEATURE_FLAGS: JSON.stringify(flags) }) };
}
