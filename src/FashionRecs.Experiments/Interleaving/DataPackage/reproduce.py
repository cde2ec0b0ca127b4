"""Computes every number of report.csv again from the other files. Needs nothing but Python 3."""
import csv
import math
import os
import sys
from collections import Counter
from statistics import NormalDist

folder = os.path.dirname(os.path.abspath(__file__))


def rows(name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


settings = {row["setting"]: row["value"] for row in rows("settings.csv")}
rankings = settings["ranking_a"], settings["ranking_b"]
shoppers = sum(row["status"] == "counted" for row in rows("units.csv"))
acts = rows("acts.csv")
credited = {"Like", "LikeOpened", "Bag"} | ({"Click"} if settings["opened_counts"] == "1" else set())


def first_of_each(kinds):
    """The first act of each product of each shopper: shopper, product -> ranking."""
    found = {}
    for act in acts:
        if act["kind"] in kinds:
            found.setdefault((act["unit"], act["product"]), act["ranking"])
    return found


def preference(picks):
    """Shoppers with more of each ranking."""
    margin = Counter()
    for (unit, _), ranking in picks.items():
        margin[unit] += 1 if ranking == rankings[1] else -1
    return sum(value < 0 for value in margin.values()), sum(value > 0 for value in margin.values())


def sign_test(for_a, for_b):
    """Exact and two-sided; logarithms, as there may be many shoppers."""
    n = for_a + for_b
    logs = [math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) - n * math.log(2) for k in range(min(for_a, for_b) + 1)]
    return 1.0 if n == 0 else min(1.0, 2 * math.fsum(map(math.exp, logs)))


def wilson(hits, n):
    z = NormalDist().inv_cdf(0.975)
    share, scale = hits / n, 1 + z * z / n
    half = z / scale * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    centre = (share + z * z / (2 * n)) / scale
    return share, 0.0 if hits == 0 else centre - half, 1.0 if hits == n else centre + half


credits = first_of_each(credited)
for_a, for_b = preference(credits)
computed = {("", "shoppers"): shoppers, ("", "for_a"): for_a, ("", "for_b"): for_b, ("", "ties"): shoppers - for_a - for_b,
            ("", "p"): sign_test(for_a, for_b), ("", "p_places"): sign_test(*preference(first_of_each({"Impression"}))),
            ("", "low"): 0.0, ("", "high"): 1.0}
if for_a + for_b:
    computed["", "share_for_b"], computed["", "low"], computed["", "high"] = wilson(for_b, for_a + for_b)
for ranking in rankings:
    for figure, kinds in (("shown", {"Impression"}), ("opened", {"Click"}), ("liked", {"Like", "LikeOpened"}), ("bagged", {"Bag"})):
        # A product that both rankings had counts for each.
        computed[ranking, figure] = len({(act["unit"], act["product"]) for act in acts if act["kind"] in kinds and act["ranking"] == ranking})
    computed[ranking, "credited"] = sum(team == ranking for team in credits.values())

wrong = 0
report = rows("report.csv")
for row in report:
    value, found = float(row["value"]), computed[row["ranking"], row["figure"]]
    if not math.isclose(value, found, rel_tol=1e-9, abs_tol=1e-12):
        wrong += 1
        print(f"{row['ranking']} {row['figure']}: the report says {value}, the tables say {found}")

print(f"{len(report) - wrong} of {len(report)} numbers of the report were reproduced.")
sys.exit(1 if wrong or len(report) != len(computed) else 0)
