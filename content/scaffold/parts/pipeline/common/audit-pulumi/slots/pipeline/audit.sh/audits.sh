npm audit --prefix infra --audit-level=high
