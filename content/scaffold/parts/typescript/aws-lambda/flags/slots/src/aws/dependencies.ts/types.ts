readonly flags: Flags;
