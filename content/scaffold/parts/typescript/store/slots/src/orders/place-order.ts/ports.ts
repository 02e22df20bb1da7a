readonly store: OrderStore;
