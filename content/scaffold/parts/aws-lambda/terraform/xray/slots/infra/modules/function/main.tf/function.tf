
tracing_config {
  mode = "Active"
}
