npm audit --omit=dev --audit-level=high
