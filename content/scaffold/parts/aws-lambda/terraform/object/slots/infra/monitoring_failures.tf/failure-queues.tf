module.object_dead_letters.name,
