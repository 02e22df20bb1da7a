flags=open_flags(),
