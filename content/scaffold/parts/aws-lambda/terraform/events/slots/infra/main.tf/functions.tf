module.events,
