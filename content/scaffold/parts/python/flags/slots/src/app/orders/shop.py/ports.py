flags: Flags
