"""Computes every number of report.csv again from the other tables, with Python's standard library alone.

Prints the largest relative difference; ends with an error where one is above 1e-8, or where a number is missing on either side.
"""
import csv
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ANSWERS = ("LikingBefore", "LikingAfter", "Trust", "Transparency", "RegionAgreement")


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# ---- distributions ----
def beta_fraction(a, b, x):
    """Continued fraction of the incomplete beta function (Lentz)."""
    tiny, c, d = 1e-300, 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    value = d
    for m in range(1, 10000):
        for number in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                       -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + number * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + number / c
            c = c if abs(c) > tiny else tiny
            value *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return value


def beta(a, b, x):
    """Regularized incomplete beta function."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * beta_fraction(a, b, x) / a
    return 1 - front * beta_fraction(b, a, 1 - x) / b


def t_tail(t, freedom):
    """P(T > t) for t of 0 or more."""
    return 0.5 * beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def t_quantile(probability, freedom):
    low, high = 0.0, 1.0
    while t_tail(high, freedom) > 1 - probability:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if t_tail(middle, freedom) > 1 - probability else (low, middle)
    return (low + high) / 2


def normal_cdf(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


def normal_pdf(z):
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def gamma_q(a, x):
    """Upper regularized incomplete gamma function."""
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        n = a
        while abs(term) > 1e-17 * abs(total):
            n += 1
            term *= x / n
            total += term
        return 1 - front * total
    b, c = x + 1 - a, 1e300
    d = 1 / b
    value = d
    for i in range(1, 10000):
        number = -i * (i - a)
        b += 2
        d = 1 / (number * d + b)
        c = b + number / c
        value *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return front * value


# ---- one arm ----
class Mean:
    """Sums of one value per unit."""
    def __init__(self, values):
        self.n, self.total, self.squares = len(values), sum(values), sum(value * value for value in values)

    @property
    def mean(self):
        return self.total / self.n if self.n else 0.0

    @property
    def variance(self):
        squares = self.squares - self.total * self.total / self.n if self.n else 0.0
        return 0.0 if self.n <= 1 or squares <= 1e-12 * self.squares else squares / (self.n - 1)

    plain_mean = mean


class Rate(Mean):
    @property
    def variance(self):
        return 0.0 if self.n <= 1 else self.mean * (1 - self.mean)


class Ratio:
    def __init__(self, values, below):
        self.n, self.above, self.below = len(values), Mean(values), Mean(below)
        self.product = sum(value * other for value, other in zip(values, below))

    @property
    def mean(self):
        return self.above.total / self.below.total if self.below.total else 0.0

    plain_mean = mean

    @property
    def variance(self):
        if self.n <= 1 or self.below.mean == 0:
            return 0.0
        covariance = (self.product - self.above.total * self.below.total / self.n) / (self.n - 1)
        return ratio_variance(self.above.mean, self.above.variance, self.below.mean, self.below.variance, covariance)


class Adjusted:
    """CUPED: the outcome minus theta times the covariate."""
    def __init__(self, values, covariate):
        self.n, self.outcome, self.covariate, self.theta = len(values), Mean(values), Mean(covariate), 0.0
        self.product = sum(value * other for value, other in zip(values, covariate))

    @property
    def covariance(self):
        return 0.0 if self.n <= 1 else (self.product - self.outcome.total * self.covariate.total / self.n) / (self.n - 1)

    @property
    def mean(self):
        return self.outcome.mean - self.theta * self.covariate.mean

    @property
    def plain_mean(self):
        return self.outcome.mean

    @property
    def variance(self):
        if self.n <= 1:
            return 0.0
        return self.outcome.variance + self.theta ** 2 * self.covariate.variance - 2 * self.theta * self.covariance


def ratio_variance(mean_m, variance_m, mean_d, variance_d, covariance):
    return variance_m / mean_d ** 2 + variance_d * mean_m ** 2 / mean_d ** 4 - 2 * covariance * mean_m / mean_d ** 3


def with_common_theta(control, treatment):
    outcome, covariate = Mean([]), Mean([])
    for sums, field in ((outcome, "outcome"), (covariate, "covariate")):
        for name in ("n", "total", "squares"):
            setattr(sums, name, getattr(getattr(control, field), name) + getattr(getattr(treatment, field), name))
    theta = 0.0
    if outcome.variance > 0 and covariate.variance > 0:
        product = control.product + treatment.product
        theta = (product - outcome.total * covariate.total / outcome.n) / (outcome.n - 1) / covariate.variance
    if theta == 0:
        return control.outcome, treatment.outcome
    pair = []
    for arm in (control, treatment):
        copy = Adjusted([], [])
        copy.n, copy.outcome, copy.covariate, copy.product, copy.theta = arm.n, arm.outcome, arm.covariate, arm.product, theta
        pair.append(copy)
    return tuple(pair)


# ---- two arms ----
class Comparison:
    """A treatment against its control; interval() gives the interval at any level."""
    def __init__(self, effect, error, freedom, units, sign, settings, direction):
        self.effect, self.error, self.freedom, self.units, self.settings = effect, error, freedom, units, settings
        z = effect / error
        if settings["sequential"]:
            growth = self.growth()
            self.p = min(1.0, math.exp(0.5 * math.log(growth) - (growth - 1) / growth * z * z / 2))
        else:
            self.p = 2 * t_tail(abs(z), freedom)
        gain = (-1 if direction == "LowerIsBetter" else 1) * sign * effect
        self.chance = normal_cdf(gain / error)
        self.risk = None if direction == "Neither" else max(0.0, error * normal_pdf(gain / error) - gain * normal_cdf(-gain / error))

    def growth(self):
        evidence = -2 * math.log(self.settings["alpha"])
        return self.units * (evidence + math.log(evidence + 1)) / self.settings["tuning"] + 1

    def interval(self, level):
        if self.settings["sequential"]:
            growth = self.growth()
            half = self.error * math.sqrt(2 * growth / (growth - 1) * math.log(math.sqrt(growth) / level))
        else:
            half = t_quantile(1 - level / 2, self.freedom) * self.error
        return self.effect - half, self.effect + half


def compare(control, treatment, settings, difference, direction):
    if control.n < 2 or treatment.n < 2:
        return None
    if isinstance(control, Ratio) and (control.below.total <= 0 or treatment.below.total <= 0):
        return None
    if isinstance(control, Adjusted):
        control, treatment = with_common_theta(control, treatment)
    relative = difference == "Relative"
    if not control.variance > 0 or not treatment.variance > 0 or (relative and control.plain_mean == 0):
        return None
    base, effect = control.plain_mean, treatment.mean - control.mean
    a, b = control.variance / control.n, treatment.variance / treatment.n
    if not relative:
        variance = a + b
    elif isinstance(control, Adjusted):
        ratio = treatment.plain_mean / base
        own = control.outcome.variance * ratio ** 2 - 2 * control.theta * control.covariance * ratio + control.theta ** 2 * control.covariate.variance
        variance = (b + own / control.n) / base ** 2
    else:
        variance = ratio_variance(treatment.plain_mean, b, base, a, 0)
    if not variance > 0:
        return None
    share = a / (a + b)
    freedom = 1 / (share ** 2 / (control.n - 1) + (1 - share) ** 2 / (treatment.n - 1))
    return Comparison(effect / base if relative else effect, math.sqrt(variance), freedom, control.n + treatment.n,
                      -1 if relative and base < 0 else 1, settings, direction)


def holm(chances):
    order, corrected, running = sorted(range(len(chances)), key=chances.__getitem__), [0.0] * len(chances), 0.0
    for rank, index in enumerate(order):
        running = max(running, min(1.0, (len(chances) - rank) * chances[index]))
        corrected[index] = running
    return corrected


def benjamini_hochberg(chances):
    order, corrected, running = sorted(range(len(chances)), key=chances.__getitem__), [0.0] * len(chances), 1.0
    for rank in range(len(chances) - 1, -1, -1):
        running = min(running, chances[order[rank]] * len(chances) / (rank + 1))
        corrected[order[rank]] = running
    return corrected


# ---- sample ratio ----
def sample_ratio(counts, weights):
    live = [(count, weight) for count, weight in zip(counts, weights) if weight > 0]
    total, weight = sum(count for count, _ in live), sum(weight for _, weight in live)
    if total == 0 or len(live) < 2:
        return 1.0
    shares = [own / weight for _, own in live]
    if min(shares) * total < 5 and total <= 1000:
        exact = multinomial([count for count, _ in live], shares)
        if exact is not None:
            return exact
    statistic = sum((count - share * total) ** 2 / (share * total) for (count, _), share in zip(live, shares))
    return gamma_q((len(live) - 1) / 2, statistic / 2)


def multinomial(counts, shares):
    """Exact probability of a Pearson statistic at least as large, arm by arm; None where there are too many states."""
    total = sum(counts)

    def part(count, arm):
        expected = shares[arm] * total
        return round(1e7 * (count - expected) ** 2 / expected)

    observed, states, rest = sum(part(count, arm) for arm, count in enumerate(counts)), {(total, 0): 1.0}, 1.0
    for arm in range(len(shares)):
        last = arm == len(shares) - 1
        share = 1.0 if last else min(1.0, shares[arm] / rest)
        rest -= shares[arm]
        following = {}
        for (left, statistic), chance in states.items():
            for count in range(left if share == 1 else 0, left + 1):
                key = (left - count, statistic + part(count, arm))
                own = 1.0 if share == 1 else math.exp(
                    math.lgamma(left + 1) - math.lgamma(count + 1) - math.lgamma(left - count + 1) + count * math.log(share) + (left - count) * math.log1p(-share))
                following[key] = following.get(key, 0.0) + chance * own
            if len(following) > 200000:
                return None
        states = following
    return min(1.0, sum(chance for (_, statistic), chance in states.items() if statistic >= observed - 2 * len(shares)))


# ---- the metrics, from the raw outcomes ----
def values_of(metric, log):
    """The value of one unit, with its denominator for a ratio; None where it does not count."""
    window = float(metric["window_days"]) * 86400

    def happened(kind):
        return [row for row in log.get(kind, ()) if float(row["seconds_after_exposure"]) <= window]

    counted = happened(metric["counts"])
    if metric["per_answer"] == "1":
        if not metric["other"]:
            values = [float(row["value"]) for row in counted]
        else:
            before, after = {}, {}
            for rows, products in ((counted, after), (happened(metric["other"]), before)):
                for row in rows:
                    products.setdefault(row["product"], []).append(float(row["value"]))
            values = [sum(after[p]) / len(after[p]) - sum(before[p]) / len(before[p]) for p in after if p in before]
            values = [abs(value) for value in values] if metric["unsigned"] == "1" else values
        return (sum(values) / len(values), 1.0) if values else None
    total = sum(float(row["value"]) for row in counted)
    if metric["kind"] == "Proportion":
        return (1.0 if counted else 0.0), 1.0
    return total, (sum(float(row["value"]) for row in happened(metric["other"])) if metric["kind"] == "Ratio" else 1.0)


def statistics_of(metric, arms, units, logs):
    found = [(unit, values_of(metric, logs.get(unit["unit"], {}))) for unit in units]
    check_units(metric, found)
    found = [(unit, value) for unit, value in found if value is not None]
    cap, percentile = None, float(metric["cap_percentile"])
    if metric["kind"] != "Proportion" and percentile < 1:
        ordered = sorted(value for _, (value, _) in found if value != 0)
        cap = ordered[max(0, math.ceil(percentile * len(ordered)) - 1)] if ordered else None
    statistics = []
    for arm in arms:
        members = [(unit, min(value, cap) if cap is not None else value, below) for unit, (value, below) in found if unit["arm"] == arm["arm"]]
        values = [value for _, value, _ in members]
        if metric["kind"] == "Ratio":
            statistics.append(Ratio(values, [below for _, _, below in members]))
        elif metric["adjusted"] == "1":
            statistics.append(Adjusted(values, [float(unit["earlier"]) for unit, _, _ in members]))
        else:
            statistics.append(Rate(values) if metric["kind"] == "Proportion" else Mean(values))
    return statistics


def check_units(metric, found):
    """units.csv and the raw outcomes must tell the same."""
    for unit, value in found:
        cell = unit[metric["metric"]]
        if (cell == "") != (value is None) or (value is not None and not close(float(cell), value[0])):
            sys.exit("units.csv has %r for %s of %s, the outcomes make it %r." % (cell, metric["metric"], unit["unit"], value))


def too_little(metric, statistic, settings):
    converted = statistic.plain_mean * statistic.n
    return statistic.n < settings["least_units"] or (
        metric["kind"] == "Proportion" and min(converted, statistic.n - converted) < settings["least_conversions"] - 1e-9)


def section(metrics, arms, units, logs, settings, correct):
    """All figures of metrics that are corrected together."""
    compared, figures = [], {}
    for metric in metrics:
        statistics = statistics_of(metric, arms, units, logs)
        for arm, statistic in zip(arms, statistics):
            key = (metric["role"], metric["metric"], arm["arm"])
            total = statistic.above.total if isinstance(statistic, Ratio) else statistic.outcome.total if isinstance(statistic, Adjusted) else statistic.total
            below = statistic.below.total if isinstance(statistic, Ratio) else statistic.n
            figures.update({key + ("units",): statistic.n, key + ("total",): total, key + ("denominator",): below, key + ("mean",): statistic.plain_mean})
            if arm is arms[0] or too_little(metric, statistics[0], settings) or too_little(metric, statistic, settings):
                continue
            comparison = compare(statistics[0], statistic, settings, metric["difference"], metric["direction"])
            if comparison is not None:
                compared.append((key, comparison))
    chances = correct([comparison.p for _, comparison in compared])
    alpha = settings["alpha"]
    sure = 1 if correct is holm else max(1, sum(chance < alpha for chance in chances))
    for (key, comparison), chance in zip(compared, chances):
        low, high = comparison.interval(alpha)
        low_corrected, high_corrected = comparison.interval(alpha * sure / len(compared))
        for name, value in (("effect", comparison.effect), ("standard_error", comparison.error), ("degrees_of_freedom", comparison.freedom),
                            ("low", low), ("high", high), ("p", comparison.p), ("p_corrected", chance), ("low_corrected", low_corrected),
                            ("high_corrected", high_corrected), ("chance_to_win", comparison.chance), ("risk", comparison.risk)):
            if value is not None:
                figures[key + (name,)] = value
    return figures


def wilson(hits, count):
    if count == 0:
        return 0.0, 1.0
    z, share = 1.959963984540054, hits / count
    scale = 1 + z * z / count
    centre = (share + z * z / (2 * count)) / scale
    half = z / scale * math.sqrt(share * (1 - share) / count + z * z / (4.0 * count * count))
    return (0.0 if hits == 0 else centre - half), (1.0 if hits == count else centre + half)


def responses(arms, units, logs):
    figures = {}
    for question in ANSWERS:
        rows = []
        for arm in arms:
            mine = [logs.get(unit["unit"], {}) for unit in units if unit["arm"] == arm["arm"]]

            def has(log, kind):
                return any(row["question"] == question for row in log.get(kind, ()))

            answered = sum(question in log for log in mine)
            asked = sum(question in log or has(log, "Asked") or has(log, "Declined") for log in mine)
            declined = sum(has(log, "Declined") and question not in log for log in mine)
            rows.append((arm["arm"], asked, answered, declined) + wilson(answered, asked))
        if any(row[1] for row in rows):
            for arm, *numbers in rows:
                for name, value in zip(("asked", "answered", "declined", "rate_low", "rate_high"), numbers):
                    figures[("responses", question, arm, name)] = value
    return figures


def health(arms, units, everybody, logs, settings):
    figures = {}
    counts = [sum(unit["arm"] == arm["arm"] and unit["status"] != "in two arms" for unit in everybody) for arm in arms]
    figures.update({("health", "sample ratio", "", "units of " + arm["arm"]): count for arm, count in zip(arms, counts)})
    figures[("health", "sample ratio", "", "p")] = sample_ratio(counts, [float(arm["weight"]) for arm in arms])
    figures[("health", "programs", "", "units")] = sum(unit["status"] == "program" for unit in everybody)
    early = sum(float(row["seconds_after_exposure"]) < -2 for log in logs.values() for rows in log.values() for row in rows)
    figures[("health", "clock", "", "outcomes")] = early
    twice = {arm["arm"]: int(arm["in_two_arms_seen_first"]) for arm in arms}
    if sum(twice.values()):
        first = settings["in_two_arms"] == "FirstExposure"

        def share(arm):
            counted = sum(unit["arm"] == arm for unit in units) + (0 if first else twice[arm])
            return min(1.0, twice[arm] / counted) if counted else 0.0

        live = [arm["arm"] for arm in arms if float(arm["weight"]) > 0]
        figures[("health", "multiple exposure", "", "units")] = sum(twice.values())
        figures[("health", "multiple exposure", "", "of")] = len(everybody)
        figures[("health", "multiple exposure", "", "bound")] = share(live[0]) + max(share(arm) for arm in live[1:]) if len(live) > 1 else 0.0
    if any(float(unit["earlier"]) != 0 for unit in units):
        once = dict(settings, sequential=False)
        before = [Mean([float(unit["earlier"]) for unit in units if unit["arm"] == arm["arm"]]) for arm in arms]
        compared = [compare(before[0], other, once, "Absolute", "HigherIsBetter") for other in before[1:]]
        chances = [comparison.p for comparison in compared if comparison is not None]
        if chances:
            figures[("health", "balance before the start", "", "p")] = min(holm(chances))
    asked = {arm["arm"]: [0, 0] for arm in arms}
    for unit in units:
        log = logs.get(unit["unit"], {})
        answered = any(kind in log for kind in ANSWERS)
        if answered or "Asked" in log:
            asked[unit["arm"]][0] += 1
            asked[unit["arm"]][1] += answered
    groups = [pair for pair in asked.values() if pair[0]]
    if len(groups) > 1:
        rate = sum(pair[1] for pair in groups) / sum(pair[0] for pair in groups)
        if all(pair[0] * min(rate, 1 - rate) >= 5 for pair in groups):
            statistic = sum((pair[1] - pair[0] * rate) ** 2 / (pair[0] * rate * (1 - rate)) for pair in groups)
            figures[("health", "answers", "", "p")] = gamma_q((len(groups) - 1) / 2, statistic / 2)
    return figures


def close(one, other, tolerance=1e-8):
    return abs(one - other) <= tolerance * max(1e-4, abs(one), abs(other))


def main():
    settings = {row["setting"]: row["value"] for row in table("settings.csv")}
    for name in ("alpha", "tuning", "least_units", "least_conversions"):
        settings[name] = float(settings[name])
    settings["sequential"] = settings["sequential"] == "1"
    arms, metrics, everybody = table("arms.csv"), table("metrics.csv"), table("units.csv")
    units = [unit for unit in everybody if unit["status"] == "counted"]
    logs = {}
    for row in table("impressions.csv"):
        row.update(kind="Impression", value="1", question="")
        logs.setdefault(row["unit"], {}).setdefault("Impression", []).append(row)
    for row in table("outcomes.csv"):
        logs.setdefault(row["unit"], {}).setdefault(row["kind"], []).append(row)

    figures = health(arms, units, everybody, logs, settings)
    for role, correct in (("primary", holm), ("guardrail", holm), ("other", benjamini_hochberg)):
        figures.update(section([metric for metric in metrics if metric["role"] == role], arms, units, logs, settings, correct))
    figures.update(responses(arms, units, logs))

    report = {(row["section"], row["metric"], row["arm"], row["figure"]): float(row["value"]) for row in table("report.csv")}
    missing = [key for key in report if key not in figures] + [key for key in figures if key not in report]
    wrong = [(key, report[key], figures[key]) for key in report if key in figures and not close(report[key], figures[key])]
    largest = max((abs(report[key] - figures[key]) / max(1e-4, abs(report[key])) for key in report if key in figures), default=0)
    print("%d numbers computed again; largest relative difference %.1e." % (len(report), largest))
    for key in missing:
        print("Only on one side:", key)
    for key, said, computed in wrong:
        print("Different:", key, said, computed)
    if missing or wrong or not report:
        sys.exit(1)


if __name__ == "__main__":
    main()
