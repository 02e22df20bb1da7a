shop.store.save(f"day-{closed['day']}", closed)
