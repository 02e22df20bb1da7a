
# https://otlp.eu01.nr-data.net for accounts in the EU.
otlp_endpoint = "https://otlp.nr-data.net"
