#!/usr/bin/env bash
# Hostile input through each door of `doors.py`, judged by programs that do not know us.
#   bash tests/hostile/run.sh sample|all [DOOR…]
# A judge counts only if, in the same run, it finds fault with a door that is known to be bad.
set -euo pipefail
cd "$(dirname "$0")"
size=${1:-sample}
shift || true
root=$(realpath ../..)
python=${PYTHON:-$root/.venv/bin/python}
checks=$(realpath -m "${PRESSRELEASE_CHECKS:-$root/../shared/checks}")
export CHECKS_DATA=${CHECKS_DATA:-$checks/data} CHECKS_NPM=${CHECKS_NPM:-$root/.checks/npm}

left_out() {
    echo "left out: hostile input (needs $1)"
    [ "${PRESSRELEASE_NO_SKIP:-0}" = 0 ] && exit 0
    exit 1
}
[ -f "$checks/html_check.py" ] || left_out "the independent checks, \$PRESSRELEASE_CHECKS"
[ -d "$CHECKS_NPM/node_modules/playwright-core" ] || left_out "their tools: bash $checks/setup.sh $root/.checks"

case $size in
sample) some=(--only dompurify) few=(--only made) ;; # a browser opens each output: 220 and 70 of them
all) some=() few=() ;;
*) echo "sample or all, not $size" >&2; exit 2 ;;
esac

log=$(mktemp)
trap 'rm -f "$log"' EXIT
wrong=()
door() { # door clean|bad NAME JUDGE ARGUMENTS…
    local want=$1 name=$2 judge=$3 from=$SECONDS got=clean last
    shift 3
    [ ${#only[@]} -eq 0 ] || [[ " ${only[*]} " == *" $name "* ]] || return 0
    "$python" -B "$checks/$judge" "doors:$name" "$@" >"$log" 2>&1 || got=bad
    if ! last=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1); then
        last="the judge did not finish" got=unknown # neither a door that held nor a control that failed
    elif [[ $last == "0 passed, 0 failed" ]]; then
        got=untried
    fi
    printf '%-22s %-15s %-32s %4d s%s\n' "$name" "${judge%_check.py}" "$last" $((SECONDS - from)) \
        "$([ "$want" = bad ] && echo '  (control: must fail)')"
    if [ $got != "$want" ]; then
        wrong+=("$name")
        tail -n 12 "$log" | cut -c 1-220
    fi
}
only=("$@")
"$python" -B -c "import doors" || { echo "the doors do not open: see above"; exit 1; }
error=(--error pressrelease:PressReleaseError)

door bad bad_page html_check.py --page --kind html --only dompurify
door clean page_of_text html_check.py --page --kind text "${few[@]}"
door clean page_of_markdown html_check.py --page --kind md "${some[@]}"
door clean page_of_html html_check.py --page --kind html "${some[@]}"
door clean sanitised html_check.py --kind html "${some[@]}"
door clean fragment_of_text html_check.py --kind text "${some[@]}"
door clean fragment_of_markdown html_check.py --kind md "${some[@]}"

door bad bad_xml text_check.py --as xml
door bad bad_json text_check.py --as json
for name in newsml_g2 nitf newsml_1_2 newsml_1_2_flat rss atom; do
    door clean $name text_check.py --as xml "${error[@]}"
done
door clean jsonfeed text_check.py --as json "${error[@]}"
for name in ninjs ninjs_1_6; do
    door clean $name text_check.py --as json --shape-may-vary "${error[@]}"
done
door clean as_json text_check.py --as json --shape-may-vary "${error[@]}"

door bad bad_reader bytes_check.py --kind yaml "${error[@]}"
door clean read_yaml bytes_check.py --kind yaml "${error[@]}"
door clean read_front_matter bytes_check.py --kind yaml "${error[@]}"
door bad bad_reader bytes_check.py --kind json --json-strict off "${error[@]}"
door clean read_json bytes_check.py --kind json --json-strict off "${error[@]}"
door clean read_ninjs bytes_check.py --kind json --json-strict off "${error[@]}"
door clean read_feed bytes_check.py --kind feed "${error[@]}"
if [ "$size" = all ]; then # the same 3,790 files as the feeds'
    door bad bad_reader bytes_check.py --kind feed "${error[@]}"
    door clean read_page bytes_check.py --kind feed "${error[@]}"
fi
for name in read_xml read_newsml_g2 read_nitf read_newsml_1_2 read_iptc7901 read_anpa1312; do
    door clean $name bytes_check.py --kind xml "${error[@]}"
done

if [ ${#wrong[@]} -gt 0 ]; then
    echo "not as it must be: ${wrong[*]}"
    exit 1
fi
[ ${#only[@]} -eq 0 ] || { echo "these held: ${only[*]} ($size; without the rest and its controls)"; exit 0; }
echo "every door held, every control failed ($size)"
