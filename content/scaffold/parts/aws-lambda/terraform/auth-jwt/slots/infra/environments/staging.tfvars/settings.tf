
# Required. Whose tokens the API accepts, and for whom they have to be made. No secrets: every token says both.
jwt_issuer   = ""
jwt_audience = []
