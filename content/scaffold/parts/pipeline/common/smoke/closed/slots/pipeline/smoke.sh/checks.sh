# Healthy and open to everyone would be worse than down.
status=$(curl --silent --show-error --max-time 10 --output /dev/null --write-out '%{http_code}' --request POST "${API_URL%/}/orders")
if [ "$status" != 401 ]; then
  echo "POST /orders without a token answers $status instead of 401." >&2
  exit 1
fi
