module.object,
