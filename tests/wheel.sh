#!/usr/bin/env bash
# Builds the sdist, the wheel out of it, and tries that wheel as a user has it: bare, isolated, far from the checkout;
# then with each extra.   bash tests/wheel.sh PYTHON   (a Python that has `build`)
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(realpath -s "$1")
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT

rm -rf dist
"$python" -m build --outdir dist . >"$away/build.log" 2>&1 || { cat "$away/build.log"; exit 1; }
wheel=$(realpath dist/*.whl)
ls -l dist

# What is installed is what stands in the checkout: nothing of ours that git or the build left behind.
inside() { (cd "$1" && find . -type f ! -name '*.pyc' | sort); }
"$python" -m zipfile --extract "$wheel" "$away/wheel"
mv "$away/wheel/pressrelease/templates" "$away/templates"
diff <(inside pressrelease) <(inside "$away/wheel/pressrelease")
diff <(inside templates) <(inside "$away/templates")

"$python" -m venv "$away/env"
cd "$away"
env/bin/python -m pip install --quiet "$wheel"
env/bin/python -m pip check
cat >try.py <<'END'
"""Every writable format from the installed wheel, with one small release."""
import datetime as dt
from pathlib import Path

import pressrelease as pr
from pressrelease.templating import builtin

here = Path(pr.__file__).parent
assert "site-packages" in here.parts and builtin() == here / "templates", (here, builtin())
release = pr.Release(
    id="urn:example:harbour",
    language="en",
    headline="Harbour opens",
    story="The harbour opened on Monday.",
    published=dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC),
    publisher={"name": "Port of Example"},
    url="https://example.org/harbour",
)
newsroom = pr.Newsroom(
    title="Port of Example", base_url="https://example.org", publisher={"name": "Port of Example"}
)
tried = []
for room in pr.Registry(others=False):
    if isinstance(room, pr.Format) and room.write:
        body = pr.render(release, room.name)
    elif isinstance(room, pr.Collection) and room.write_all:
        body = pr.render_all([release], room.name, newsroom=newsroom)
    else:
        continue
    assert "harbour opened" in (body.decode() if isinstance(body, bytes) else body), room.name
    tried.append(room.name)
assert "html" in tried
print(f"pressrelease {pr.__version__} from {here.name}: wrote {', '.join(tried)}")
END
env/bin/python -I try.py
env/bin/pressrelease --version
env/bin/pressrelease --help >/dev/null
env/bin/pressrelease new mynews >/dev/null
env/bin/pressrelease build mynews --out public >/dev/null
test -s public/index.html
echo "a newsroom started and built with the wheel: $(find public -type f | wc -l) files"

for extra in $(env/bin/python -c 'from importlib.metadata import metadata; print(*metadata("pressrelease").get_all("Provides-Extra") or ())'); do
    env/bin/python -m pip install --quiet "pressrelease[$extra] @ file://$wheel"
    env/bin/python -m pip check >/dev/null
    env/bin/python -I try.py >/dev/null
    echo "with the extra $extra: the same"
done
