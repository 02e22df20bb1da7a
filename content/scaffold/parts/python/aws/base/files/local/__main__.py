"""`python -m local`: the functions behind a local HTTP server, without a cloud account."""

import os

from local.account import account, use_environment
from local.invoke import TRIGGERS
from local.server import create_server


def main() -> None:
    """Serves until it is stopped."""
    os.environ.setdefault("POWERTOOLS_DEV", "true")
    # <% slot before %>
    use_environment()
    # <% slot after %>
    with account(), create_server(int(os.environ.get("PORT", "3000"))) as server:
        url = f"http://localhost:{server.server_port}"
        print(f"Listening at {url}")
        for trigger in TRIGGERS:
            print(f"  POST {url}/_triggers/{trigger}", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("Stopped.")


if __name__ == "__main__":
    main()
