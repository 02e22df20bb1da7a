module.schedule,
