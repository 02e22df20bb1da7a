module.object_failures.name,
