"""Makes the seeds of every target from the fixtures and the content.

    python3 fuzz/seeds.py target/debug/unclench [fuzz/corpus]

The corpus is not kept in the repository: it is made from what is there.
Python 3 standard library; the program writes the files that can be taken in.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
CHECK = ('Check(schema: 1, id: "01a2082c-0000-7000-8000-000000000009", logged_at: "2026-11-23T03:10:00+01:00", '
         'urgency: self_care, answers: {"age_years": 45, "side": "one", "rf_fever": "unsure"}, '
         'fitted: [Fitted(cause: "piriformis_dgs", percent: 40)])')

UNFINISHED = ('Unfinished(schema: 1, id: "01a2082c-0000-7000-8000-000000000003", '
              'started_at: "2026-11-23T03:10:00+01:00[Europe/Berlin]", duration: seconds(240), regions: [sit_bone_left], '
              'side: left, pain_peak: 8, samples: [Sample(after_secs: 0, pain: 8)], woke_me: true, note: "again")')


def seed(corpus, target, name, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def entries():
    """Entries of every kind, as text."""
    for path in sorted((FIXTURES / "diary").rglob("*.ron")):
        yield path.stem, path.read_text()
    yield "check", CHECK


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    corpus = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "fuzz" / "corpus")
    with tempfile.TemporaryDirectory() as temp:
        data = pathlib.Path(temp) / "data"
        run = lambda *words, text="": subprocess.run(
            [program, "diary", *words, "--data-dir", data], input=text, text=True, check=True, capture_output=True).stdout
        for name, text in entries():
            ident = run("add", text=text).strip()
            seed(corpus, "entry", name, run("show", ident).encode())
        record = (FIXTURES / "record.json").read_text()
        ident = run("add", "--json", text=record).strip()
        seed(corpus, "entry", "record", run("show", ident).encode())
        for kind in ("csv", "json", "ron", "zip"):
            file = pathlib.Path(temp) / f"all.{kind}"
            run("export", str(file))
            seed(corpus, f"import_{kind}", "all", file.read_bytes())
        seed(corpus, "import_json", "one", json.dumps(json.loads(record)).encode())
    for path in sorted((FIXTURES / "exchange").glob("*.csv")):
        seed(corpus, "foreign_csv", path.stem, b"\0\0" + path.read_bytes())
        seed(corpus, "import_csv", path.stem, path.read_bytes())
    seed(corpus, "kept", "cramp", UNFINISHED.encode())
    seed(corpus, "kept", "window", b'(width: 900, height: 700, corner: Some((10, -20)), maximized: true, screen: "diary")')
    seed(corpus, "answers", "some", b'{"age_years": 45, "rf_fever": "no", "side": "one", "worse_sitting": true, "tender_spot": "unsure"}')
    questions = json.loads(subprocess.run([program, "check", "--questions", "--json"], check=True, capture_output=True).stdout)
    every = {q["id"]: q["options"][0]["id"] if q["options"] else q["min"] for q in questions}
    seed(corpus, "answers", "every", json.dumps(every).encode())
    seed(corpus, "settings", "some", b'Settings(schema: 1, theme: dark, zoom_percent: 150, region: "GB", stretch_hold_secs: 30, '
         b'stretch_sore_side: Some(left), gate_passed: Some("2026-11-23"), gate_answers: ["knee"], backup_folder: "/a/b")')
    embed = (ROOT / "src" / "content" / "embed.rs").read_text()
    paths = [line.strip().strip('",') for line in embed.splitlines() if line.strip().startswith('"')]
    for at, path in enumerate(paths):
        text = (ROOT / "content" / path).read_bytes()
        if len(text) < 6000:
            seed(corpus, "content", path.replace("/", "-"), bytes([at]) + text)


if __name__ == "__main__":
    main()
