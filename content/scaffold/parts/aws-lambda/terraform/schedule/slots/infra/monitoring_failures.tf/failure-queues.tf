module.schedule_failures.name,
