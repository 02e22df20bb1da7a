
otlp_endpoint = "https://otlp.example.com"
