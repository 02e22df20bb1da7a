export const eventBus = triggers.events.bus.name;
