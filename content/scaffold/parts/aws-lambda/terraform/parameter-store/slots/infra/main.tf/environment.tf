{ SIGNING_KEY_PARAMETER = local.signing_key_parameter },
