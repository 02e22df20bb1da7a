/** The switches of this project, by name. A flag that nobody asks any more is taken out of this list, and of the settings. */
export type FlagName = 'order-discount';

/** Tells what is switched on. */
export interface Flags {
  isOn(name: FlagName): Promise<boolean>;
}
