store: Store
