
# The site of your Datadog account.
datadog_site = "datadoghq.com"
