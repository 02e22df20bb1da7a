module.schedule_dead_letters.name,
