store=Shelf(),
