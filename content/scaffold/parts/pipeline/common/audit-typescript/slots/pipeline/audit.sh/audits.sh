audit_npm --omit=dev
