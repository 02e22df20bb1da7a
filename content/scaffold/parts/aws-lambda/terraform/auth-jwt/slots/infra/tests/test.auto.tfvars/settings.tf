
jwt_issuer   = "https://login.example.com/"
jwt_audience = ["orders"]
