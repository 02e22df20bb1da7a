locals {
  prefix    = "<% name %>-${var.stage}"
  functions = "functionname:${local.prefix}-*"

  # Figures under aws.lambda.enhanced come from the extension within seconds. Everything else comes from Datadog's
  # integration with AWS, which has to be set up once per account and lags some minutes behind.
  monitors = {
    errors = {
      title    = "invocations fail"
      query    = "sum(last_5m):sum:aws.lambda.enhanced.errors{${local.functions}} by {functionname}.as_count() > 0"
      critical = 0
      delay    = 0
    }
    timeouts = {
      title    = "invocations run out of time"
      query    = "sum(last_5m):sum:aws.lambda.enhanced.timeouts{${local.functions}} by {functionname}.as_count() > 0"
      critical = 0
      delay    = 0
    }
    throttles = {
      title    = "invocations are throttled"
      query    = "sum(last_10m):sum:aws.lambda.throttles{${local.functions}} by {functionname}.as_count() > 0"
      critical = 0
      delay    = 900
    }
    # <% slot monitors %>
  }
}

resource "datadog_monitor" "this" {
  for_each = local.monitors

  name  = "[${local.prefix}] ${each.value.title}"
  type  = "query alert"
  query = each.value.query

  message = <<-TEXT
    ${each.value.title}. What it means and what to do first: ${var.runbook_url}
    ${var.notify}
  TEXT

  monitor_thresholds {
    critical = each.value.critical
  }

  # A function that nobody calls sends nothing, and that is well.
  on_missing_data  = "default"
  evaluation_delay = each.value.delay
  # Said again while it lasts, so that an alert which was overlooked comes back.
  renotify_interval = 240
  tags              = ["project:<% name %>", "stage:${var.stage}", "managed-by:terraform"]
}

resource "datadog_dashboard_json" "this" {
  dashboard = file("${path.module}/dashboard.json")
}
