from local.gateway import from_response, to_event
