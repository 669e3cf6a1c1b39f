#!/usr/bin/env bash
# Sets belie up as a service in a folder of its own, has it check an article, and ends it again.
#
#   examples/serve.sh [FOLDER]     FOLDER holds the environment; a temporary one if not said
#
# Needs what the README asks for, and curl. BELIE names a belie that is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${1:-$(mktemp --directory)}
if [[ -z ${BELIE:-} ]]; then
  python3 -m venv "$folder/environment"
  "$folder/environment/bin/pip" install --quiet --disable-pip-version-check '.[serve]'
  BELIE=$folder/environment/bin/belie
fi

: >"$folder/log"  # there before it is looked into
"$BELIE" serve --port 0 2>"$folder/log" &
service=$!
trap 'kill "$service" 2>/dev/null; wait "$service" || true' EXIT
until address=$(sed --quiet 's/.*listening on \(http:[^;]*\);.*/\1/p' "$folder/log") && [[ $address ]]; do
  kill -0 "$service" || { cat "$folder/log" >&2; exit 1; }
  sleep 0.1
done

curl --silent --fail --show-error "$address/v1/check?findings=true" --json @- <<'ARTICLE'
{"published": "2024-03-06", "text": "The inquiry opens on Friday, 9 May 2024, in Leeds."}
ARTICLE
