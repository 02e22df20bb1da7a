// The key is fetched while the function starts; what goes wrong here is tried again when spans are sent.
headersFromSecret().catch(() => undefined);
