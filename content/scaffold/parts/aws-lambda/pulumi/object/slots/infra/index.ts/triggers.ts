object: createObject(shared),
