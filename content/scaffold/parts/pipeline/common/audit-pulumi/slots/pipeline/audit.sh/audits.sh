audit_npm --prefix infra
