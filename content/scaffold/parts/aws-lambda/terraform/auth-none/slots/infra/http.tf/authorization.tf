
#checkov:skip=CKV_AWS_309:Open on purpose: public data, or callers that sign their messages. Throttling limits what strangers cost.
authorization_type = "NONE"
