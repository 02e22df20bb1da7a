stage = "prod"

log_retention_days = 90
# <% slot settings %>
# <% slot settings-prod %>
