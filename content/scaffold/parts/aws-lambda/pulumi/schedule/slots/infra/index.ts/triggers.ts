schedule: createSchedule(shared),
