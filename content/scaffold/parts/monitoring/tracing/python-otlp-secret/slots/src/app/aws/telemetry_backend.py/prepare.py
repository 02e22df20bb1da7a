# The key is fetched while the function starts, when Lambda gives it most processor time. What
# goes wrong here is tried again when spans are sent.
with suppress(Exception):
    headers_from_secret()
