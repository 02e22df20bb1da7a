await ports.store.save(`day-${day}`, closed);
