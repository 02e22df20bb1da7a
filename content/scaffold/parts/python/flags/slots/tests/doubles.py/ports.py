flags=Switches(),
