module.events_dead_letters.name,
