[
  {
    title   = "API: requests and refusals"
    stat    = "Sum"
    metrics = [for metric in ["Count", "4xx", "5xx"] : ["AWS/ApiGateway", metric, "ApiId", aws_apigatewayv2_api.http.id]]
  },
  {
    title   = "API: latency of the slowest hundredth (ms)"
    stat    = "p99"
    metrics = [for metric in ["Latency", "IntegrationLatency"] : ["AWS/ApiGateway", metric, "ApiId", aws_apigatewayv2_api.http.id]]
  },
],
