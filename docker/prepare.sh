#!/bin/sh
# Makes what may not stand in an image or a repository, once: passwords in docker/.env, and an authority with a certificate for each
# node of EventStoreDB in docker/certificates. What is there already stays.
set -eu
umask 077
cd "$(dirname "$0")"

if [ ! -e .env ]; then
  for name in POSTGRES_OWNER_PASSWORD LOOKBACK_DATABASE_PASSWORD EVENTSTORE_ADMIN_PASSWORD EVENTSTORE_OPS_PASSWORD LOOKBACK_EVENTSTORE_PASSWORD; do
    echo "$name=$(openssl rand -hex 24)"
  done > .env
fi

mkdir -p certificates
cd certificates
[ -e ca.key ] || openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/CN=Lookback EventStoreDB authority' -keyout ca.key -out ca.crt

for node in eventstoredb eventstoredb2 eventstoredb3; do
  [ ! -e "$node.key" ] || continue
  openssl req -newkey rsa:3072 -nodes -subj '/CN=eventstoredb-node' -keyout "$node.key" -out "$node.csr"
  printf '%s\n' "subjectAltName = DNS:$node, DNS:localhost, IP:127.0.0.1" 'extendedKeyUsage = serverAuth, clientAuth' \
    'keyUsage = digitalSignature, keyEncipherment' > "$node.ext"
  openssl x509 -req -days 825 -in "$node.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -extfile "$node.ext" -out "$node.crt"
  rm "$node.csr" "$node.ext"
done

# A container's user has another number than who runs this. The folder lets nobody else on this machine reach them.
chmod 644 ca.crt eventstoredb*.crt eventstoredb*.key
