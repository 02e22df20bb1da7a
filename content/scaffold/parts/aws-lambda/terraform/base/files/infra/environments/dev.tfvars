stage = "dev"

log_retention_days = 14
# <% slot settings %>
# <% slot settings-dev %>
