"""Computes every number of report.csv again from the other tables, with Python's standard library alone.

Prints the largest relative difference; ends with an error where one is above 1e-8, or where a number is missing on either side.
"""
import csv
import math
import os
import sys

import mixed

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


def normal_quantile(probability):
    low, high = -40.0, 40.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if normal_cdf(middle) < probability else (low, middle)
    return (low + high) / 2


# ---- planned looks ----
def legendre(count=16):
    """Nodes and weights of Gauss and Legendre's rule on -1 to 1."""
    rule = []
    for root in range(count):
        x = math.cos(math.pi * (root + 0.75) / (count + 0.5))
        for _ in range(50):
            value, before = 1.0, 0.0
            for degree in range(1, count + 1):
                value, before = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree, value
            slope = count * (x * value - before) / (x * x - 1)
            x -= value / slope
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


RULE = legendre()


def spent(spending, alpha, share):
    if spending == "OBrienFleming":
        return 4 * normal_cdf(normal_quantile(alpha / 4) / math.sqrt(share))
    return alpha * math.log(1 + (math.e - 1) * share) if spending == "Pocock" else alpha * share * share


def last_bound(settings, level):
    """The bound of the standardized effect at the look that was reached, by alpha spending."""
    points, density, used, before, bound = [0.0], [1.0], 0.0, 0.0, 8.0
    for look in range(1, settings["look"] + 1):
        share = look / settings["looks"]
        step, scale = math.sqrt(share - before), math.sqrt(share)

        def left(edge):
            return sum(weight * (normal_cdf((at - edge) / step) + normal_cdf((-at - edge) / step)) for at, weight in zip(points, density))

        free, bound = spent(settings["spending"], level, share) - used, 8.0
        if left(8 * scale) < free:
            low, high = 0.0, 8.0
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if left(middle * scale) > free else (low, middle)
            bound = (low + high) / 2
        if look == settings["look"]:
            break
        edge = bound * scale
        used += left(edge)
        panels = max(4, math.ceil(edge / step))
        width, nodes, values = 2 * edge / panels, [], []
        for panel in range(panels):
            for x, weight in RULE:
                node = -edge + width * (panel + (1 + x) / 2)
                nodes.append(node)
                values.append(sum(own * math.exp(-((node - at) / step) ** 2 / 2) for at, own in zip(points, density))
                              / (step * math.sqrt(2 * math.pi)) * weight * width / 2)
        points, density, before = nodes, values, share
    return bound


def repeated_p(settings, z):
    """The smallest level whose bound at the look is crossed."""
    low, high = math.log(1e-12), math.log(0.999)
    above, below = last_bound(settings, math.exp(low)) - abs(z), last_bound(settings, math.exp(high)) - abs(z)
    if below >= 0:
        return 1.0
    if above <= 0:
        return 1e-12
    for _ in range(200):
        middle = (low * below - high * above) / (below - above)
        value = last_bound(settings, math.exp(middle)) - abs(z)
        if abs(value) < 1e-13 or high - low < 1e-12:
            break
        if value > 0:
            low, above, below = middle, value, below / 2
        else:
            high, below, above = middle, value, above / 2
    return math.exp(middle)


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


def with_common_theta(arms):
    outcome, covariate = Mean([]), Mean([])
    for sums, field in ((outcome, "outcome"), (covariate, "covariate")):
        for name in ("n", "total", "squares"):
            setattr(sums, name, sum(getattr(getattr(arm, field), name) for arm in arms))
    theta = 0.0
    if outcome.variance > 0 and covariate.variance > 0:
        product = sum(arm.product for arm in arms)
        theta = (product - outcome.total * covariate.total / outcome.n) / (outcome.n - 1) / covariate.variance
    if theta == 0:
        return [arm.outcome for arm in arms]
    together = []
    for arm in arms:
        copy = Adjusted([], [])
        copy.n, copy.outcome, copy.covariate, copy.product, copy.theta = arm.n, arm.outcome, arm.covariate, arm.product, theta
        together.append(copy)
    return together


# ---- two arms ----
class Comparison:
    """A treatment against its control; interval() gives the interval at any level."""
    def __init__(self, effect, error, freedom, units, sign, settings, direction):
        self.effect, self.error, self.freedom, self.units, self.settings = effect, error, freedom, units, settings
        z = effect / error
        if settings["look"]:
            self.p = repeated_p(settings, z)
        elif settings["sequential"]:
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
        if self.settings["look"]:
            half = last_bound(self.settings, level) * self.error
        elif self.settings["sequential"]:
            growth = self.growth()
            half = self.error * math.sqrt(2 * growth / (growth - 1) * math.log(math.sqrt(growth) / level))
        else:
            half = t_quantile(1 - level / 2, self.freedom) * self.error
        return self.effect - half, self.effect + half


def shifted(comparison, distance):
    """p-value of an effect that is at most `distance` below the one found."""
    if comparison.settings["look"]:
        return repeated_p(comparison.settings, distance / comparison.error) / 2 if distance > 0 else 1.0
    if not comparison.settings["sequential"]:
        t = distance / comparison.error
        return t_tail(t, comparison.freedom) if t >= 0 else 1 - t_tail(-t, comparison.freedom)
    if distance <= 0:
        return 1.0
    growth, z = comparison.growth(), distance / comparison.error
    return min(1.0, math.exp(0.5 * math.log(growth) - (growth - 1) / growth * z * z / 2))


def margins(metric, compared, settings, over_arms, figures):
    """Non-inferiority and equivalence of the arms of one metric."""
    if metric["margin"] == "" or not compared:
        return
    margin = float(metric["margin"])
    above = [shifted(comparison, comparison.effect + margin) for _, comparison in compared]
    below = [shifted(comparison, margin - comparison.effect) for _, comparison in compared]
    alike = [max(pair) for pair in zip(above, below)]
    good = {"HigherIsBetter": above, "LowerIsBetter": below}.get(metric["direction"])
    if over_arms:
        alike, good = holm(alike), None if good is None else holm(good)
    alpha = settings["alpha"] / (len(compared) if over_arms else 1)
    level = alpha if settings["sequential"] else min(1 - 1e-9, 2 * alpha)
    for at, (key, comparison) in enumerate(compared):
        low, high = comparison.interval(level)
        figures.update({key + ("margin_low",): low, key + ("margin_high",): high, key + ("p_equivalent",): alike[at]})
        if good is not None:
            figures[key + ("p_not_worse",)] = good[at]


def compare(control, treatment, settings, difference, direction):
    if control.n < 2 or treatment.n < 2:
        return None
    if isinstance(control, Ratio) and (control.below.total <= 0 or treatment.below.total <= 0):
        return None
    if isinstance(control, Adjusted):
        control, treatment = with_common_theta([control, treatment])
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
    return (settings["looks"] > 0 and settings["look"] == 0) or statistic.n < settings["least_units"] or (
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
    for metric in metrics:
        margins(metric, [pair for pair in compared if pair[0][1] == metric["metric"]], settings, metric["role"] == "primary", figures)
    for (key, comparison), chance in zip(compared, chances):
        low, high = comparison.interval(alpha)
        low_corrected, high_corrected = comparison.interval(alpha * sure / len(compared))
        for name, value in (("effect", comparison.effect), ("standard_error", comparison.error), ("degrees_of_freedom", comparison.freedom),
                            ("low", low), ("high", high), ("p", comparison.p), ("p_corrected", chance), ("low_corrected", low_corrected),
                            ("high_corrected", high_corrected), ("chance_to_win", comparison.chance), ("risk", comparison.risk)):
            if value is not None:
                figures[key + (name,)] = value
    return figures


def factors(metrics, arms, units, logs, settings):
    """Main effects and interaction of a 2x2 design on the primary metric."""
    metric = next(metric for metric in metrics if metric["role"] == "primary")
    if any(arm["first_factor"] == "" for arm in arms):
        return {}
    statistics = statistics_of(metric, arms, units, logs)
    if any(too_little(metric, statistic, settings) for statistic in statistics):
        return {}
    if isinstance(statistics[0], Adjusted):
        statistics = with_common_theta(statistics)
    if any(not statistic.variance > 0 for statistic in statistics):
        return {}
    cells = [(int(arm["first_factor"]), int(arm["second_factor"])) for arm in arms]
    names = [row["arm"] for row in table("report.csv") if row["section"] == "factors" and row["figure"] == "effect"]
    weights = ([first - 0.5 for first, _ in cells], [second - 0.5 for _, second in cells],
               [1 if first == second else -1 for first, second in cells])
    compared = []
    for name, own in zip(names, weights):
        parts = [weight ** 2 * statistic.variance / statistic.n for weight, statistic in zip(own, statistics)]
        freedom = 1 / sum((part / sum(parts)) ** 2 / (statistic.n - 1) for part, statistic in zip(parts, statistics))
        effect = sum(weight * statistic.mean for weight, statistic in zip(own, statistics))
        compared.append((name, Comparison(effect, math.sqrt(sum(parts)), freedom, sum(statistic.n for statistic in statistics), 1,
                                          settings, metric["direction"])))
    figures = {}
    for (name, comparison), chance in zip(compared, holm([comparison.p for _, comparison in compared])):
        low, high = comparison.interval(settings["alpha"])
        low_corrected, high_corrected = comparison.interval(settings["alpha"] / 3)
        for figure, value in (("effect", comparison.effect), ("standard_error", comparison.error),
                              ("degrees_of_freedom", comparison.freedom), ("low", low), ("high", high), ("p", comparison.p),
                              ("p_corrected", chance), ("low_corrected", low_corrected), ("high_corrected", high_corrected)):
            figures[("factors", metric["metric"], name, figure)] = value
    return figures


def solve(matrix, right):
    """Gauss with the largest pivot."""
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(at + 1, len(rows)):
            factor = rows[row][at] / rows[at][at]
            rows[row] = [value - factor * other for value, other in zip(rows[row], rows[at])]
    found = [0.0] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        found[at] = (rows[at][-1] - sum(rows[at][other] * found[other] for other in range(at + 1, len(rows)))) / rows[at][at]
    return found


def overlaps(metrics, arms, units, logs, settings):
    """Shared units with other experiments: independence of assignment, and interaction of the primary metric's effects."""
    metric, figures, others = dict(next(metric for metric in metrics if metric["role"] == "primary"), adjusted="0"), {}, {}
    for row in table("beside.csv"):
        others.setdefault(row["experiment"], []).append(row["arm"])
    own = [arm["arm"] for arm in arms if float(arm["weight"]) > 0]
    for name, theirs in others.items():
        shared = [dict(unit, arm=unit["arm"] + "\n" + unit["also_in_" + name]) for unit in units if unit["also_in_" + name] != ""]
        figures[("overlap", name, "", "shared")] = len(shared)
        keys = [[one + "\n" + other for other in theirs] for one in own]
        counts = [[sum(unit["arm"] == key for unit in shared) for key in row] for row in keys]
        counts = [row for row in counts if sum(row)]
        counts = [list(column) for column in zip(*[column for column in zip(*counts) if sum(column)])] if counts else []
        if len(counts) > 1 and len(counts[0]) > 1:
            down, across = [sum(row) for row in counts], [sum(column) for column in zip(*counts)]
            if min(down) * min(across) / len(shared) >= 5:
                statistic = sum((count - rows * columns / len(shared)) ** 2 / (rows * columns / len(shared))
                                for row, rows in zip(counts, down) for count, columns in zip(row, across))
                figures[("overlap", name, "", "p_independent")] = gamma_q((len(down) - 1) * (len(across) - 1) / 2, statistic / 2)
        cells = statistics_of(metric, [{"arm": key} for row in keys for key in row], shared, logs) if shared else []
        if len(own) < 2 or len(theirs) < 2 or not cells or any(too_little(metric, cell, dict(settings, looks=0)) or not cell.variance > 0 for cell in cells):
            continue
        width, contrasts = len(theirs), []
        for row in range(1, len(own)):
            for column in range(1, width):
                weights = [0.0] * len(cells)
                weights[row * width + column] = weights[0] = 1.0
                weights[column] = weights[row * width] = -1.0
                contrasts.append(weights)
        found = [sum(weight * cell.mean for weight, cell in zip(own_weights, cells)) for own_weights in contrasts]
        covariances = [[sum(a * b * cell.variance / cell.n for a, b, cell in zip(one, other, cells)) for other in contrasts] for one in contrasts]
        statistic = sum(a * b for a, b in zip(found, solve(covariances, found)))
        figures[("overlap", name, "", "p_interaction")] = gamma_q(len(contrasts) / 2, statistic / 2)
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
        once = dict(settings, sequential=False, look=0)
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


def tolerance(key):
    """A likelihood that is climbed numerically is known to four decimals."""
    return 2e-4 if key[0] == "mixed" else 1e-8


def main():
    settings = {row["setting"]: row["value"] for row in table("settings.csv")}
    for name in ("alpha", "tuning", "least_units", "least_conversions"):
        settings[name] = float(settings[name])
    settings["sequential"] = settings["sequential"] == "1"
    settings["looks"], settings["look"] = int(settings["looks"]), int(settings["look"])
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
    figures.update(factors(metrics, arms, units, logs, settings))
    figures.update(overlaps(metrics, arms, units, logs, settings))
    figures.update(responses(arms, units, logs))

    report = {(row["section"], row["metric"], row["arm"], row["figure"]): float(row["value"]) for row in table("report.csv")}
    figures.update(mixed.figures(report, metrics, arms, units, logs, settings, holm, normal_quantile, normal_cdf))
    missing = [key for key in report if key not in figures] + [key for key in figures if key not in report]
    wrong = [(key, report[key], figures[key]) for key in report if key in figures and not close(report[key], figures[key], tolerance(key))]
    largest = max((abs(report[key] - figures[key]) / max(1e-4, abs(report[key])) for key in report if key in figures and key[0] != "mixed"), default=0)
    print("%d numbers computed again; largest relative difference %.1e." % (len(report), largest))
    for key in missing:
        print("Only on one side:", key)
    for key, said, computed in wrong:
        print("Different:", key, said, computed)
    if missing or wrong or not report:
        sys.exit(1)


if __name__ == "__main__":
    main()
