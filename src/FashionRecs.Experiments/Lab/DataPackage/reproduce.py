"""Computes every number of report.csv again from the other tables, with Python's standard library alone.

Prints the largest relative difference; ends with an error where one is above 1e-8, or where a number is missing on either side.
"""
import csv
import math
import os
import sys
from itertools import combinations
from statistics import NormalDist

HERE = os.path.dirname(os.path.abspath(__file__))
NORMAL = NormalDist()
MOST_PAIRS, MOST_DIVISIONS, DRAWS, RESAMPLES = 15, 20000, 9999, 2000


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Lehmer:
    """x <- 48271 x mod (2^31 - 1), seed 1."""
    def __init__(self):
        self.state = 1

    def next(self, below):
        self.state = self.state * 48271 % 2147483647
        return self.state * below // 2147483647


def mean(values):
    return math.fsum(values) / len(values)


def deviation(values):
    middle = mean(values)
    return math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1))


# ---- tests and intervals ----
def sign_flips(differences):
    size = sum(abs(value) for value in differences)
    observed = abs(sum(differences)) - 1e-9 * size
    n = len(differences)
    if n <= MOST_PAIRS:
        sums = [0.0]
        for value in differences:
            sums = [total + value for total in sums] + [total - value for total in sums]
        return sum(abs(total) >= observed for total in sums) / 2 ** n
    random, far = Lehmer(), 0
    for _ in range(DRAWS):
        far += abs(sum(-value if random.next(2) == 1 else value for value in differences)) >= observed
    return (far + 1) / (DRAWS + 1)


def subset_means(differences, alpha):
    n = len(differences)
    pieces = 2 ** n if n <= MOST_PAIRS else 0
    left = math.floor(alpha / 2 * pieces + 1e-9)
    if left < 1:
        return None
    sums = [(0.0, 0)]
    for value in differences:
        sums += [(total + value, count + 1) for total, count in sums]
    means = sorted(total / count for total, count in sums if count)
    return means[left - 1], means[-left]


def divisions(control, treatment):
    return float(math.comb(control + treatment, treatment))


def permutations(control, treatment):
    everybody = control + treatment
    total, size, take = sum(everybody), sum(abs(value) for value in everybody), len(treatment)

    def distance(part):
        return abs(part - total * take / len(everybody))
    observed = distance(sum(treatment)) - 1e-9 * size
    if divisions(len(control), take) <= MOST_DIVISIONS:
        ways = [distance(sum(part)) >= observed for part in combinations(everybody, take)]
        return sum(ways) / len(ways)
    random, far = Lehmer(), 0
    for _ in range(DRAWS):
        part = 0.0
        for at in range(take):
            other = at + random.next(len(everybody) - at)
            everybody[at], everybody[other] = everybody[other], everybody[at]
            part += everybody[at]
        far += distance(part) >= observed
    return (far + 1) / (DRAWS + 1)


def bca(control, treatment):
    """A function of alpha, which draws once; None where there is no interval."""
    if len(treatment) < 2 or (control is not None and len(control) < 2):
        return lambda alpha: None
    random = Lehmer()

    def drawn(values):
        total = 0.0
        for _ in values:
            total += values[random.next(len(values))]
        return total / len(values)
    found = mean(treatment) - (0 if control is None else mean(control))
    resampled = []
    for _ in range(RESAMPLES):
        one = drawn(treatment)
        resampled.append(one if control is None else one - drawn(control))
    resampled.sort()
    if resampled[0] == resampled[-1]:
        return lambda alpha: None
    tolerance = 1e-9 * max(1, abs(found))
    below = sum(value < found - tolerance for value in resampled) + sum(abs(value - found) <= tolerance for value in resampled) / 2
    bias = NORMAL.inv_cdf(min(max(below / RESAMPLES, 0.5 / RESAMPLES), 1 - 0.5 / RESAMPLES))
    cubes = squares = 0.0
    for values, sign in ((treatment, 1), (control or [], -1)):
        if values:
            middle = mean(values)
            cubes += sign * sum((value - middle) ** 3 for value in values) / len(values) ** 3
            squares += sum((value - middle) ** 2 for value in values) / len(values) ** 2
    acceleration = cubes / (6 * squares ** 1.5) if squares > 0 else 0

    def at(level):
        z = bias + NORMAL.inv_cdf(level)
        share = NORMAL.cdf(bias + z / (1 - acceleration * z))
        return resampled[min(max(math.floor(share * RESAMPLES), 0), RESAMPLES - 1)]
    return lambda alpha: (at(alpha / 2), at(1 - alpha / 2))


# ---- corrections ----
def holm(chances):
    corrected, running = [0.0] * len(chances), 0.0
    for rank, at in enumerate(sorted(range(len(chances)), key=lambda at: chances[at])):
        running = max(running, min(1, (len(chances) - rank) * chances[at]))
        corrected[at] = running
    return corrected


def benjamini_hochberg(chances):
    corrected, running = [0.0] * len(chances), 1.0
    for rank, at in reversed(list(enumerate(sorted(range(len(chances)), key=lambda at: chances[at])))):
        running = min(running, chances[at] * (len(chances) / (rank + 1)))
        corrected[at] = running
    return corrected


# ---- scales ----
def covariances(rows, items):
    means = [mean([row[item] for row in rows]) if rows else 0 for item in range(items)]
    return [[sum((row[one] - means[one]) * (row[other] - means[other]) for row in rows) / max(1, len(rows) - 1)
             for other in range(items)] for one in range(items)]


def alpha_of(matrix):
    items, total = len(matrix), sum(map(sum, matrix))
    return items / (items - 1) * (1 - sum(matrix[at][at] for at in range(items)) / total) if items > 1 and total > 0 else None


def omega_of(matrix):
    items = len(matrix)
    deviations = [math.sqrt(matrix[at][at]) for at in range(items)]
    if items < 3 or min(deviations) <= 0:
        return None
    r = [[matrix[one][other] / (deviations[one] * deviations[other]) for other in range(items)] for one in range(items)]
    loadings = [0.7] * items
    for _ in range(2000):
        change = 0.0
        for item in range(items):
            above = sum(r[item][other] * loadings[other] for other in range(items) if other != item)
            below = sum(loadings[other] ** 2 for other in range(items) if other != item)
            now = above / below if below > 0 else 0
            change, loadings[item] = max(change, abs(now - loadings[item])), now
        if change < 1e-10:
            break
    else:
        return None
    if max(map(abs, loadings)) >= 1:
        return None
    common = sum(loading * one for loading, one in zip(loadings, deviations))
    rest = sum(one * one * (1 - loading * loading) for loading, one in zip(loadings, deviations))
    return common * common / (common * common + rest)


def reliability(people, items):
    people = [person for person in people if person]
    rows = [row for person in people for row in person]
    figures = {"items": items, "answers": len(rows), "people": len(people)}
    matrix = covariances(rows, items)
    found = {"alpha": alpha_of(matrix), "omega": omega_of(matrix)}
    drawn = {"alpha": [], "omega": []}
    random = Lehmer()
    for _ in range(1000 if found["alpha"] is not None and len(people) > 1 else 0):
        sample = [row for _ in people for row in people[random.next(len(people))]]
        matrix = covariances(sample, items)
        for name, value in (("alpha", alpha_of(matrix)), ("omega", omega_of(matrix))):
            if value is not None:
                drawn[name].append(value)
    for name, value in found.items():
        if value is None:
            continue
        figures[name] = value
        values = sorted(drawn[name])
        if len(values) >= 900:
            figures[name + "_low"] = values[int(0.025 * len(values))]
            figures[name + "_high"] = values[int(0.975 * len(values)) - 1]
    return figures


# ---- the study ----
def score(items, answers):
    counted = [1 + int(item["points"]) - answers[item["item"]] if item["reversed"] == "1" else answers[item["item"]]
               for item in items if item["item"] in answers]
    return sum(counted) / len(counted) if counted and 2 * len(counted) >= len(items) else None


def measured(measure, part, items, answers, done):
    if measure["kind"] == "Scale":
        return score(items[measure["measure"]], answers.get((part["participant"], part["part"]), {}))
    if part["exposed"] != "1":
        return None
    log = done.get((part["participant"], part["part"]), {})
    values, other = log.get(measure["counts"], []), log.get(measure["other"], [])
    if measure["per_answer"] == "1":
        return mean(values) if values else None
    if measure["kind"] == "Proportion":
        return 1.0 if values else 0.0
    if measure["kind"] == "Ratio":
        return sum(values) / sum(other) if sum(other) > 0 else None
    return sum(values)


def compare(before, after, within, alpha, arms):
    """Figures of an arm against the control; both are numbers by place."""
    if within:
        values = [after[place] - before[place] for place in sorted(after) if place in before]
        if not values:
            return None
        difference, squares, freedom = mean(values), sum((value - mean(values)) ** 2 for value in values), len(values) - 1
        figures = {"control_people": len(values), "compared_people": len(values), "p": sign_flips(values),
                   "smallest_p": min(1, 2 / 2 ** len(values)) if len(values) <= MOST_PAIRS else 1 / (DRAWS + 1)}
        intervals = {"exact": lambda level: subset_means(values, level), "bootstrap": bca(None, values)}
    else:
        one, other = [before[place] for place in sorted(before)], [after[place] for place in sorted(after)]
        if not one or not other:
            return None
        difference, freedom = mean(other) - mean(one), len(one) + len(other) - 2
        squares = sum((value - mean(one)) ** 2 for value in one) + sum((value - mean(other)) ** 2 for value in other)
        ways = divisions(len(one), len(other))
        figures = {"control_people": len(one), "compared_people": len(other), "p": permutations(one[:], other[:]),
                   "smallest_p": 1 / (DRAWS + 1) if ways > MOST_DIVISIONS else min(1, (2 if len(one) == len(other) else 1) / ways)}
        intervals = {"bootstrap": bca(one, other)}
    figures["difference"] = difference
    if freedom > 0 and squares > 0:
        figures["effect_size"] = difference / math.sqrt(squares / freedom)
    for name, interval in intervals.items():
        for ending, level in (("", alpha), ("_for_all", alpha / arms)):
            found = interval(level)
            if found is not None and (ending == "" or name + "_low" in figures):
                figures[name + "_low" + ending], figures[name + "_high" + ending] = found
    return figures


def main():
    settings = {row["setting"]: row["value"] for row in table("settings.csv")}
    alpha, within = float(settings["alpha"]), settings["within"] == "1"
    arms, measures, people = [row["arm"] for row in table("arms.csv")], table("measures.csv"), table("participants.csv")
    place = {row["participant"]: int(row["place"]) for row in people if row["status"] == "counted"}
    parts = [row for row in table("parts.csv") if row["participant"] in place]
    items, answers, done = {}, {}, {}
    for row in table("items.csv"):
        items.setdefault(row["scale"], []).append(row)
    said = table("answers.csv")
    for row in said:
        if row["value"]:
            answers.setdefault((row["participant"], row["part"]), {})[row["item"]] = int(row["value"])
    for row in table("impressions.csv") + table("outcomes.csv"):
        done.setdefault((row["participant"], row["part"]), {}).setdefault(row["kind"], []).append(float(row["value"]))

    figures = {}
    taking = [row for row in people if row["status"] in ("counted", "left out")]
    failed = {row["participant"] for row in said if row["item"] == "attention-check" and row["value"] != "2"}
    for name, count in (("links", len(people)), ("agreed", sum(row["status"] in ("counted", "left out", "withdrew") for row in people)),
                        ("declined", sum(row["status"] == "declined" for row in people)),
                        ("withdrew", sum(row["status"] == "withdrew" for row in people)),
                        ("finished", sum(row["finished"] == "1" for row in taking)),
                        ("inattentive", sum(row["participant"] in failed for row in taking)),
                        ("left_out", sum(row["status"] == "left out" for row in people)),
                        ("on_two_devices", sum(row["on_two_devices"] == "1" for row in taking))):
        figures[("participants", "", "", name)] = count

    chances = {"primary": [], "other": []}
    for measure in measures:
        key, role = measure["measure"], measure["role"]
        found = [(part, measured(measure, part, items, answers, done)) for part in parts]
        found = [(part, value) for part, value in found if value is not None]
        for section, column, names in ((role, "arm", arms), ("part", "part", [str(at + 1) for at in range(int(settings["parts"]))])):
            for name in names:
                values = [value for part, value in found if part[column] == name]
                figures[(section, key, name, "people")] = len(values)
                if values:
                    figures[(section, key, name, "mean")] = mean(values)
                if len(values) > 1:
                    figures[(section, key, name, "deviation")] = deviation(values)
        by_arm = {arm: {place[part["participant"]]: value for part, value in found if part["arm"] == arm} for arm in arms}
        for arm in arms[1:]:
            compared = compare(by_arm[arms[0]], by_arm[arm], within, alpha, len(arms) - 1)
            if compared:
                chances[role].append((key, arm, compared["p"]))
                figures.update({(role, key, arm, name): value for name, value in compared.items()})
    for role, correct in (("primary", holm), ("other", benjamini_hochberg)):
        for (key, arm, _), value in zip(chances[role], correct([chance for _, _, chance in chances[role]])):
            figures[(role, key, arm, "p_corrected")] = value

    for scale, statements in items.items():
        at_the_end = statements[0]["asked"] == "at the end"
        rows = {}
        for name, part in ([(name, "0") for name in place] if at_the_end else [(part["participant"], part["part"]) for part in parts]):
            given = answers.get((name, part), {})
            rows.setdefault(name, [])
            if all(item["item"] in given for item in statements):
                rows[name].append([float(1 + int(item["points"]) - given[item["item"]] if item["reversed"] == "1" else given[item["item"]])
                                   for item in statements])
        ordered = [rows[name] for name in sorted(rows, key=place.get)]
        figures.update({("reliability", scale, "", name): value for name, value in reliability(ordered, len(statements)).items()})

    report = {(row["section"], row["metric"], row["arm"], row["figure"]): float(row["value"]) for row in table("report.csv")}
    missing = [key for key in report if key not in figures] + [key for key in figures if key not in report]
    wrong = [(key, report[key], figures[key]) for key in report if key in figures
             and abs(report[key] - figures[key]) > 1e-8 * max(1e-4, abs(report[key]), abs(figures[key]))]
    largest = max((abs(report[key] - figures[key]) / max(1e-4, abs(report[key])) for key in report if key in figures), default=0)
    print("%d numbers computed again; largest relative difference %.1e." % (len(report), largest))
    for key in missing:
        print("Only on one side:", key)
    for key, one, other in wrong:
        print("Different:", key, one, other)
    if missing or wrong or not report:
        sys.exit(1)


if __name__ == "__main__":
    main()
