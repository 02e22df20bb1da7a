stage = "staging"

log_retention_days = 30
# <% slot settings %>
# <% slot settings-staging %>
