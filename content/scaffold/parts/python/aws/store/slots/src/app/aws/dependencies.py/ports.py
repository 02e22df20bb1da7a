store=open_store(),
