"""Checks the mixed logit of report.csv: the likelihood is computed again, and what is reported must be where it is highest.

One step of Newton's method from the reported estimates gives those that are compared with them, its curvature the standard errors. Takes
minutes where there are hundreds of products.
"""
import math

STEP = 1e-3


def cholesky(matrix):
    n, lower = len(matrix), [[0.0] * len(matrix) for _ in matrix]
    for row in range(n):
        for column in range(row + 1):
            rest = matrix[row][column] - sum(a * b for a, b in zip(lower[row][:column], lower[column][:column]))
            lower[row][column] = math.sqrt(rest) if row == column else rest / lower[column][column]
    return lower


def solve(lower, right):
    n, found = len(lower), list(right)
    for row in range(n):
        found[row] = (found[row] - sum(lower[row][at] * found[at] for at in range(row))) / lower[row][row]
    for row in reversed(range(n)):
        found[row] = (found[row] - sum(lower[at][row] * found[at] for at in range(row + 1, n))) / lower[row][row]
    return found


class Deviance:
    """-2 log-likelihood by Laplace's approximation; rows are (arm, product, hit) by shopper."""
    def __init__(self, shoppers, products):
        self.shoppers, self.u, self.v = shoppers, [0.0] * len(shoppers), [0.0] * products

    def step(self, effects, sigma, tau):
        n = len(self.v)
        value, determinant = sum(x * x for x in self.u) + sum(x * x for x in self.v), 0.0
        schur = [[float(row == column) for column in range(n)] for row in range(n)]
        right, kept = [-x for x in self.v], []
        for own, rows in zip(self.u, self.shoppers):
            diagonal, gradient, weights = 1.0, -own, []
            for arm, product, hit in rows:
                linear = effects[0] + (effects[arm] if arm else 0) + sigma * own + tau * self.v[product]
                chance = 1 / (1 + math.exp(-linear))
                log = linear + math.log1p(math.exp(-linear)) if linear > 0 else math.log1p(math.exp(linear))
                value -= 2 * (hit * linear - log)
                weight = chance * (1 - chance)
                weights.append(weight)
                diagonal += sigma * sigma * weight
                gradient += sigma * (hit - chance)
                schur[product][product] += tau * tau * weight
                right[product] += tau * (hit - chance)
            determinant += math.log(diagonal)
            for (_, product, _), weight in zip(rows, weights):
                shared = sigma * tau * weight
                right[product] -= shared * gradient / diagonal
                for (_, other, _), heavy in zip(rows, weights):
                    schur[product][other] -= shared * sigma * tau * heavy / diagonal
            kept.append((diagonal, gradient, weights))
        lower = cholesky(schur)
        found = solve(lower, right)
        determinant += 2 * sum(math.log(lower[at][at]) for at in range(n))
        change = [(gradient - sum(sigma * tau * weight * found[product] for (_, product, _), weight in zip(rows, weights))) / diagonal
                  for (diagonal, gradient, weights), rows in zip(kept, self.shoppers)]
        return value, determinant, change, found

    def of(self, point, arms):
        penalized, half = math.inf, 0
        for _ in range(50):
            value, determinant, one, other = self.step(point[:arms], abs(point[arms]), abs(point[arms + 1]))
            if max(map(abs, one + other)) < 1e-9 or half > 30:
                return value + determinant
            scale = 0.5 if value > penalized + 1e-9 else 1
            half, penalized = half + (scale < 1), value
            self.u = [x + scale * dx for x, dx in zip(self.u, one)]
            self.v = [x + scale * dx for x, dx in zip(self.v, other)]
        return math.inf


def figures(report, metrics, arms, units, logs, settings, holm, quantile, normal_cdf):
    """The figures of the section "mixed"; none where the report has none."""
    metric = next(metric for metric in metrics if metric["role"] == "primary")
    said = {(arm, figure): value for (section, _, arm, figure), value in report.items() if section == "mixed"}
    if not said:
        return {}
    names = [arm["arm"] for arm in arms if float(arm["weight"]) > 0]
    window, numbers, shoppers, hits = float(metric["window_days"]) * 86400, {}, [], 0
    for unit in units:
        if unit["arm"] not in names:
            continue
        log = logs.get(unit["unit"], {})
        within = [row for kind in ("Impression", metric["counts"]) for row in log.get(kind, ())
                  if row["product"] and float(row["seconds_after_exposure"]) <= window]
        done = {row["product"] for row in within if row["kind"] == metric["counts"]}
        rows = [(names.index(unit["arm"]), numbers.setdefault(product, len(numbers)), float(product in done))
                for product in dict.fromkeys(row["product"] for row in within)]
        hits += len(done)
        if rows:
            shoppers.append(rows)
    deviance, count = Deviance(shoppers, len(numbers)), len(names)
    start = [said[("", "intercept")]] + [said[(arm, "log_odds")] for arm in names[1:]]
    start += [said[("", "shopper_deviation")], said[("", "product_deviation")]]
    free = [at for at in range(len(start)) if at < count or abs(start[at]) > 1e-2]

    def at(*moves):
        point = list(start)
        for index, sign in moves:
            point[free[index]] += sign * STEP
        return deviance.of(point, count)
    size = range(len(free))
    gradient = [(at((one, 1)) - at((one, -1))) / (2 * STEP) for one in size]
    curvature = [[0.0] * len(free) for _ in free]
    for one in size:
        for other in range(one + 1):
            curvature[one][other] = curvature[other][one] = (at((one, 1), (other, 1)) - at((one, 1), (other, -1))
                                                             - at((one, -1), (other, 1)) + at((one, -1), (other, -1))) / (4 * STEP * STEP)
    lower = cholesky(curvature)
    move = solve(lower, gradient)
    errors = [math.sqrt(2 * solve(lower, [float(row == one) for row in size])[one]) for one in size]
    point = list(start)
    for index, by in zip(free, move):
        point[index] -= by
    value = {"shown": sum(map(len, shoppers)), "hits": hits, "shoppers": len(shoppers), "products": len(numbers),
             "intercept": point[0], "intercept_error": errors[0], "shopper_deviation": abs(point[count]),
             "product_deviation": abs(point[count + 1]), "deviance": deviance.of(start, count)}
    found = {("mixed", metric["metric"], "", name): number for name, number in value.items()}
    chances = holm([2 * normal_cdf(-abs(point[arm] / errors[arm])) for arm in range(1, count)])
    width = quantile(1 - settings["alpha"] / (2 * (count - 1)))
    for arm in range(1, count):
        for name, number in (("log_odds", point[arm]), ("log_odds_error", errors[arm]), ("odds_ratio", math.exp(point[arm])),
                             ("low_corrected", math.exp(point[arm] - width * errors[arm])),
                             ("high_corrected", math.exp(point[arm] + width * errors[arm])), ("p_corrected", chances[arm - 1])):
            found[("mixed", metric["metric"], names[arm], name)] = number
    return found
