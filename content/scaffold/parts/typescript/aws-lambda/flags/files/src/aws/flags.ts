import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk';
import type { FlagName, Flags } from '../orders/flags';

/** Keeps this provider apart from those that a library may register for itself. */
const domain = '<% name %>';

/**
 * Flags from FEATURE_FLAGS, a setting of each stage. To ask a vendor instead, register the vendor's OpenFeature provider
 * here: nothing else changes. What is unknown or no boolean is off, so that a mistake cannot release anything. A setting that
 * cannot be read stops the function while it starts, where a gradual deployment goes back on it, instead of changing prices.
 */
export function openFlags(setting = process.env.FEATURE_FLAGS ?? '{}'): Flags {
  const values: unknown = JSON.parse(setting);
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new Error('FEATURE_FLAGS has to be a JSON object.');
  const flags = Object.entries(values).map(([name, value]) => [
    name,
    { variants: { on: true, off: false }, defaultVariant: value === true ? 'on' : 'off', disabled: false },
  ]);
  const ready = OpenFeature.setProviderAndWait(domain, new InMemoryProvider(Object.fromEntries(flags)));
  const client = OpenFeature.getClient(domain);
  return {
    async isOn(name: FlagName) {
      await ready;
      return client.getBooleanValue(name, false);
    },
  };
}
