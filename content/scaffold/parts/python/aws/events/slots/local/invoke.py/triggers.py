"events",
