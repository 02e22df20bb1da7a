module.events_failures.name,
