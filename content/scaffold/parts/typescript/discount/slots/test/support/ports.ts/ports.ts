flags: { isOn: async () => false },
