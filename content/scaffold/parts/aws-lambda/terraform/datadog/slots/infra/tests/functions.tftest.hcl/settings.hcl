
layers = ["arn:aws:lambda:eu-central-1:464622532012:layer:Datadog-Extension-ARM:<% datadog-extension-version %>"]
