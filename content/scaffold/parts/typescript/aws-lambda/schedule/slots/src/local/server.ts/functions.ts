schedule: schedule(dependencies),
