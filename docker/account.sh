#!/bin/sh
# Makes the application's account on EventStoreDB; one that is there already stays. Passwords go by standard input, not by arguments.
set -eu
users=${USERS_URL:-https://eventstoredb:2113/users/}
status=$(
  curl --silent --show-error --output /dev/null --write-out '%{http_code}' --cacert "${CA:-/certificates/ca.crt}" --config - "$users" <<END
user = "admin:$ADMIN_PASSWORD"
header = "Content-Type: application/json"
data = "{\"loginName\":\"lookback\",\"fullName\":\"Lookback\",\"groups\":[],\"password\":\"$APPLICATION_PASSWORD\"}"
END
)
case $status in
  201) echo 'The account lookback is made.' ;;
  409) echo 'The account lookback is there.' ;;
  *) echo "EventStoreDB answered $status to the account lookback." >&2; exit 1 ;;
esac
