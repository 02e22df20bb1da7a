locals {
  # The span of an invocation is the one that says what triggered it; the spans of its calls do not.
  invocations = "service.name LIKE '<% name %>-%' AND deployment.environment.name = '${var.stage}' AND faas.trigger IS NOT NULL"

  conditions = {
    errors = {
      name      = "Invocations fail"
      query     = "SELECT count(*) FROM Span WHERE ${local.invocations} AND otel.status_code = 'ERROR' FACET service.name"
      threshold = 0
      duration  = 300
      occurs    = "at_least_once"
    }
    slow = {
      name      = "Invocations are slow"
      query     = "SELECT percentile(duration.ms, 99) FROM Span WHERE ${local.invocations} FACET service.name"
      threshold = 5000
      duration  = 900
      occurs    = "all"
    }
    batches = {
      name      = "Parts of batches fail"
      query     = "SELECT sum(app.batch.failures) FROM Span WHERE ${local.invocations} AND app.batch.failures IS NOT NULL FACET service.name"
      threshold = 0
      duration  = 900
      occurs    = "all"
    }
  }
}

# Who hears of it is decided by a workflow in New Relic that takes issues with the tag of this policy's name.
resource "newrelic_alert_policy" "this" {
  name                = "<% name %>-${var.stage}"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "this" {
  for_each = local.conditions

  policy_id   = newrelic_alert_policy.this.id
  type        = "static"
  name        = each.value.name
  runbook_url = var.runbook_url

  # Spans come when there is work, not in an even stream: a timer that waits for late ones fits, a cadence would cut them off.
  aggregation_method = "event_timer"
  aggregation_timer  = 60
  aggregation_window = 300

  # Nothing to do means nothing wrong: without spans for a quarter of an hour an open incident is over.
  expiration_duration            = 900
  open_violation_on_expiration   = false
  close_violations_on_expiration = true
  violation_time_limit_seconds   = 86400

  nrql {
    query = each.value.query
  }

  critical {
    operator              = "above"
    threshold             = each.value.threshold
    threshold_duration    = each.value.duration
    threshold_occurrences = each.value.occurs
  }
}

resource "newrelic_one_dashboard_json" "this" {
  json = replace(replace(file("${path.module}/dashboard.json"), "\"ACCOUNT_ID\"", var.account_id), "STAGE", var.stage)
}
