# Computes every number of report.csv again from the other tables, with R alone (4.0 or newer).
# Prints the largest relative difference; ends with an error where one is above 1e-8, or where a number is missing on either side.

arguments <- commandArgs(trailingOnly = FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", arguments, value = TRUE)[1]))
if (is.na(here)) here <- "."
answers <- c("LikingBefore", "LikingAfter", "Trust", "Transparency", "RegionAgreement")

table_of <- function(name) {
  read.csv(file.path(here, name), colClasses = "character", check.names = FALSE, na.strings = character(), encoding = "UTF-8")
}

# ---- one arm: n, mean, the mean without adjustment, variance of one unit ----
mean_of <- function(values) {
  n <- length(values); total <- sum(values); squares <- sum(values^2)
  deviations <- if (n > 0) squares - total^2 / n else 0
  variance <- if (n <= 1 || deviations <= 1e-12 * squares) 0 else deviations / (n - 1)
  mean <- if (n > 0) total / n else 0
  list(kind = "mean", n = n, total = total, below = n, mean = mean, plain = mean, variance = variance)
}
rate_of <- function(values) {
  arm <- mean_of(values)
  arm$variance <- if (arm$n <= 1) 0 else arm$mean * (1 - arm$mean)
  arm
}
ratio_variance <- function(m, vm, d, vd, cov) vm / d^2 + vd * m^2 / d^4 - 2 * cov * m / d^3
covariance_of <- function(x, y) if (length(x) <= 1) 0 else (sum(x * y) - sum(x) * sum(y) / length(x)) / (length(x) - 1)
ratio_of <- function(values, below) {
  a <- mean_of(values); b <- mean_of(below)
  mean <- if (b$total == 0) 0 else a$total / b$total
  variance <- if (a$n <= 1 || b$mean == 0) 0 else ratio_variance(a$mean, a$variance, b$mean, b$variance, covariance_of(values, below))
  list(kind = "ratio", n = a$n, total = a$total, below = b$total, mean = mean, plain = mean, variance = variance)
}
adjusted_of <- function(values, earlier) {
  arm <- mean_of(values)
  arm$kind <- "adjusted"; arm$values <- values; arm$earlier <- earlier
  arm
}
with_theta <- function(arm, theta) {
  before <- mean_of(arm$earlier); arm$outcome_variance <- arm$variance; arm$before_variance <- before$variance
  arm$theta <- theta; arm$covariance <- covariance_of(arm$values, arm$earlier)
  arm$mean <- arm$plain - theta * before$mean
  arm$variance <- arm$outcome_variance + theta^2 * before$variance - 2 * theta * arm$covariance
  arm
}

# ---- planned looks ----
legendre <- function(count = 16) {
  x <- cos(pi * (seq_len(count) - 0.25) / (count + 0.5))
  for (round in 1:50) {
    value <- 1; before <- 0
    for (degree in 1:count) { last <- value; value <- ((2 * degree - 1) * x * value - (degree - 1) * before) / degree; before <- last }
    slope <- count * (x * value - before) / (x^2 - 1)
    x <- x - value / slope
  }
  list(x = x, weight = 2 / ((1 - x^2) * slope^2))
}
rule <- legendre()
spent <- function(alpha, share) switch(settings$spending,
  OBrienFleming = 4 * pnorm(qnorm(alpha / 4) / sqrt(share)), Pocock = alpha * log(1 + (exp(1) - 1) * share), alpha * share^2)
# The bound of the standardized effect at the look that was reached, by alpha spending.
last_bound <- function(level) {
  points <- 0; density <- 1; used <- 0; before <- 0
  for (look in seq_len(settings$look)) {
    share <- look / settings$looks; step <- sqrt(share - before); scale <- sqrt(share)
    left <- function(edge) sum(density * (pnorm((points - edge) / step) + pnorm((-points - edge) / step)))
    free <- spent(level, share) - used; bound <- 8
    if (left(8 * scale) < free) {
      low <- 0; high <- 8
      for (round in 1:60) {
        middle <- (low + high) / 2
        if (left(middle * scale) > free) low <- middle else high <- middle
      }
      bound <- (low + high) / 2
    }
    if (look == settings$look) return(bound)
    edge <- bound * scale; used <- used + left(edge)
    panels <- max(4, ceiling(edge / step)); width <- 2 * edge / panels
    nodes <- as.numeric(outer((1 + rule$x) / 2, seq_len(panels) - 1, "+")) * width - edge
    density <- as.numeric(exp(-(outer(nodes, points, "-") / step)^2 / 2) %*% density) / (step * sqrt(2 * pi)) * rep(rule$weight, panels) * width / 2
    points <- nodes; before <- share
  }
}
# The smallest level whose bound at the look is crossed.
repeated_p <- function(z) {
  f <- function(log_level) last_bound(exp(log_level)) - abs(z)
  if (f(log(0.999)) >= 0) return(1)
  if (f(log(1e-12)) <= 0) return(1e-12)
  exp(uniroot(f, log(c(1e-12, 0.999)), tol = 1e-12)$root)
}

# ---- two arms ----
compare <- function(control, treatment, settings, difference, direction) {
  if (control$n < 2 || treatment$n < 2) return(NULL)
  if (control$kind == "ratio" && (control$below <= 0 || treatment$below <= 0)) return(NULL)
  adjusted <- FALSE
  if (control$kind == "adjusted") {
    values <- c(control$values, treatment$values); earlier <- c(control$earlier, treatment$earlier)
    theta <- if (mean_of(values)$variance > 0 && mean_of(earlier)$variance > 0) covariance_of(values, earlier) / mean_of(earlier)$variance else 0
    if (theta != 0) {
      adjusted <- TRUE; control <- with_theta(control, theta); treatment <- with_theta(treatment, theta)
    }
  }
  relative <- difference == "Relative"
  base <- control$plain
  if (!(control$variance > 0) || !(treatment$variance > 0) || (relative && base == 0)) return(NULL)
  effect <- treatment$mean - control$mean
  a <- control$variance / control$n; b <- treatment$variance / treatment$n
  variance <- if (!relative) a + b
    else if (adjusted) {
      ratio <- treatment$plain / base
      own <- control$outcome_variance * ratio^2 - 2 * control$theta * control$covariance * ratio + control$theta^2 * control$before_variance
      (b + own / control$n) / base^2
    } else ratio_variance(treatment$plain, b, base, a, 0)
  if (!(variance > 0)) return(NULL)
  share <- a / (a + b)
  freedom <- 1 / (share^2 / (control$n - 1) + (1 - share)^2 / (treatment$n - 1))
  if (relative) effect <- effect / base
  error <- sqrt(variance); units <- control$n + treatment$n; z <- effect / error
  evidence <- -2 * log(settings$alpha)
  growth <- units * (evidence + log(evidence + 1)) / settings$tuning + 1
  p <- if (settings$look > 0) repeated_p(z) else if (settings$sequential) min(1, exp(0.5 * log(growth) - (growth - 1) / growth * z^2 / 2)) else 2 * pt(-abs(z), freedom)
  interval <- function(level) {
    half <- if (settings$look > 0) last_bound(level) * error else if (settings$sequential) error * sqrt(2 * growth / (growth - 1) * log(sqrt(growth) / level)) else qt(1 - level / 2, freedom) * error
    c(effect - half, effect + half)
  }
  gain <- effect * (if (direction == "LowerIsBetter") -1 else 1) * (if (relative && base < 0) -1 else 1)
  risk <- if (direction == "Neither") NA else max(0, error * dnorm(gain / error) - gain * pnorm(-gain / error))
  list(effect = effect, error = error, freedom = freedom, p = p, interval = interval, chance = pnorm(gain / error), risk = risk, growth = growth)
}
# p-value of an effect that is at most `distance` below the one found
shifted <- function(comparison, distance, settings) {
  if (settings$look > 0) return(if (distance > 0) repeated_p(distance / comparison$error) / 2 else 1)
  if (!settings$sequential) return(pt(distance / comparison$error, comparison$freedom, lower.tail = FALSE))
  if (distance <= 0) return(1)
  growth <- comparison$growth; z <- distance / comparison$error
  min(1, exp(0.5 * log(growth) - (growth - 1) / growth * z^2 / 2))
}

# ---- sample ratio ----
multinomial <- function(counts, shares) {
  total <- sum(counts)
  part <- function(count, arm) round(1e7 * (count - shares[arm] * total)^2 / (shares[arm] * total))
  observed <- sum(mapply(part, counts, seq_along(counts)))
  left <- total; statistic <- 0; chance <- 1; rest <- 1
  for (arm in seq_along(shares)) {
    last <- arm == length(shares)
    share <- if (last) 1 else min(1, shares[arm] / rest)
    rest <- rest - shares[arm]
    steps <- lapply(seq_along(left), function(state) {
      count <- if (share == 1) left[state] else 0:left[state]
      own <- if (share == 1) 1 else dbinom(count, left[state], share)
      list(left[state] - count, statistic[state] + part(count, arm), chance[state] * own)
    })
    all_left <- unlist(lapply(steps, `[[`, 1)); all_statistic <- unlist(lapply(steps, `[[`, 2)); all_chance <- unlist(lapply(steps, `[[`, 3))
    key <- paste(all_left, format(all_statistic, digits = 17, trim = TRUE, scientific = FALSE))
    first <- !duplicated(key)
    sums <- tapply(all_chance, factor(key, levels = key[first]), sum)
    if (sum(first) > 200000) return(NA)
    left <- all_left[first]; statistic <- all_statistic[first]; chance <- as.numeric(sums)
  }
  min(1, sum(chance[statistic >= observed - 2 * length(shares)]))
}
sample_ratio <- function(counts, weights) {
  live <- weights > 0; counts <- counts[live]; shares <- weights[live] / sum(weights[live]); total <- sum(counts)
  if (total == 0 || length(counts) < 2) return(1)
  if (min(shares) * total < 5 && total <= 1000) {
    exact <- multinomial(counts, shares)
    if (!is.na(exact)) return(exact)
  }
  pchisq(sum((counts - shares * total)^2 / (shares * total)), length(counts) - 1, lower.tail = FALSE)
}

# ---- tables ----
settings <- as.list(setNames(table_of("settings.csv")$value, table_of("settings.csv")$setting))
for (name in c("alpha", "tuning", "least_units", "least_conversions")) settings[[name]] <- as.numeric(settings[[name]])
settings$sequential <- settings$sequential == "1"
settings$looks <- as.numeric(settings$looks); settings$look <- as.numeric(settings$look)
waits <- settings$looks > 0 && settings$look == 0
arms <- table_of("arms.csv"); metrics <- table_of("metrics.csv"); everybody <- table_of("units.csv")
units <- everybody[everybody$status == "counted", ]
impressions <- table_of("impressions.csv"); outcomes <- table_of("outcomes.csv")
log <- data.frame(
  unit = c(impressions$unit, outcomes$unit), kind = c(rep("Impression", nrow(impressions)), outcomes$kind),
  after = as.numeric(c(impressions$seconds_after_exposure, outcomes$seconds_after_exposure)),
  value = c(rep(1, nrow(impressions)), as.numeric(outcomes$value)), product = c(impressions$product, outcomes$product),
  question = c(rep("", nrow(impressions)), outcomes$question), stringsAsFactors = FALSE)

close_to <- function(one, other) abs(one - other) <= 1e-8 * pmax(1e-4, abs(one), abs(other))
sum_by <- function(rows) {
  sums <- tapply(rows$value, factor(rows$unit, levels = units$unit), sum)
  sums <- as.numeric(sums); sums[is.na(sums)] <- 0
  sums
}
happened <- function(kind, window) log[log$kind == kind & log$after <= window, ]

# The value of every counted unit, NA where it has none.
values_of <- function(metric) {
  window <- as.numeric(metric$window_days) * 86400
  counted <- happened(metric$counts, window)
  if (metric$per_answer == "1") {
    if (metric$other != "") {
      other <- happened(metric$other, window)
      after <- if (nrow(counted)) aggregate(value ~ unit + product, counted, mean) else NULL
      before <- if (nrow(other)) aggregate(value ~ unit + product, other, mean) else NULL
      if (is.null(after) || is.null(before)) return(rep(NA_real_, nrow(units)))
      both <- merge(after, before, by = c("unit", "product"))
      both$value <- both$value.x - both$value.y
      if (metric$unsigned == "1") both$value <- abs(both$value)
      counted <- both
    }
    return(as.numeric(tapply(counted$value, factor(counted$unit, levels = units$unit), mean)))
  }
  if (metric$kind == "Proportion") return(as.numeric(units$unit %in% counted$unit))
  sum_by(counted)
}

statistics_of <- function(metric, names = arms$arm, arm_of = units$arm) {
  values <- values_of(metric)
  said <- units[[metric$metric]]
  if (any((said == "") != is.na(values)) || !all(close_to(as.numeric(said[said != ""]), values[!is.na(values)]))) {
    stop("units.csv and the outcomes do not tell the same of ", metric$metric)
  }
  percentile <- as.numeric(metric$cap_percentile)
  if (metric$kind != "Proportion" && percentile < 1) {
    ordered <- sort(values[!is.na(values) & values != 0 & arm_of %in% names])
    if (length(ordered) > 0) values <- pmin(values, ordered[max(1, ceiling(percentile * length(ordered)))])
  }
  below <- if (metric$kind == "Ratio") sum_by(happened(metric$other, as.numeric(metric$window_days) * 86400)) else NULL
  lapply(names, function(arm) {
    mine <- arm_of == arm & !is.na(values)
    if (metric$kind == "Ratio") ratio_of(values[mine], below[mine])
    else if (metric$adjusted == "1") adjusted_of(values[mine], as.numeric(units$earlier[mine]))
    else if (metric$kind == "Proportion") rate_of(values[mine])
    else mean_of(values[mine])
  })
}

figures <- list()
put <- function(section, metric, arm, figure, value) {
  if (!is.na(value)) figures[[paste(section, metric, arm, figure, sep = "|")]] <<- value
}

section <- function(role, method) {
  keys <- list(); compared <- list()
  for (at in which(metrics$role == role)) {
    metric <- metrics[at, ]
    statistics <- statistics_of(metric)
    few <- sapply(statistics, function(arm) {
      converted <- arm$plain * arm$n
      arm$n < settings$least_units || (metric$kind == "Proportion" && min(converted, arm$n - converted) < settings$least_conversions - 1e-9)
    })
    for (number in seq_along(statistics)) {
      arm <- statistics[[number]]
      put(role, metric$metric, arms$arm[number], "units", arm$n); put(role, metric$metric, arms$arm[number], "total", arm$total)
      put(role, metric$metric, arms$arm[number], "denominator", arm$below); put(role, metric$metric, arms$arm[number], "mean", arm$plain)
      if (number == 1 || waits || few[1] || few[number]) next
      comparison <- compare(statistics[[1]], arm, settings, metric$difference, metric$direction)
      if (!is.null(comparison)) {
        keys[[length(keys) + 1]] <- c(metric$metric, arms$arm[number]); compared[[length(compared) + 1]] <- comparison
      }
    }
  }
  for (at in which(metrics$role == role & metrics$margin != "")) {
    mine <- which(sapply(keys, function(key) key[1]) == metrics$metric[at])
    if (length(mine) == 0) next
    margin <- as.numeric(metrics$margin[at]); over <- role == "primary"
    above <- sapply(compared[mine], function(one) shifted(one, one$effect + margin, settings))
    below <- sapply(compared[mine], function(one) shifted(one, margin - one$effect, settings))
    alike <- pmax(above, below)
    good <- switch(metrics$direction[at], HigherIsBetter = above, LowerIsBetter = below, rep(NA_real_, length(mine)))
    if (over) { alike <- p.adjust(alike, "holm"); good <- p.adjust(good, "holm") }
    alpha <- settings$alpha / (if (over) length(mine) else 1)
    level <- if (settings$sequential) alpha else min(1 - 1e-9, 2 * alpha)
    for (number in seq_along(mine)) {
      key <- keys[[mine[number]]]; ends <- compared[[mine[number]]]$interval(level)
      put(role, key[1], key[2], "margin_low", ends[1]); put(role, key[1], key[2], "margin_high", ends[2])
      put(role, key[1], key[2], "p_equivalent", alike[number]); put(role, key[1], key[2], "p_not_worse", good[number])
    }
  }
  corrected <- p.adjust(sapply(compared, function(comparison) comparison$p), method)
  sure <- if (method == "holm") 1 else max(1, sum(corrected < settings$alpha))
  for (at in seq_along(compared)) {
    comparison <- compared[[at]]; key <- keys[[at]]
    alone <- comparison$interval(settings$alpha); together <- comparison$interval(settings$alpha * sure / length(compared))
    values <- c(effect = comparison$effect, standard_error = comparison$error, degrees_of_freedom = comparison$freedom, low = alone[1], high = alone[2],
      p = comparison$p, p_corrected = corrected[at], low_corrected = together[1], high_corrected = together[2],
      chance_to_win = comparison$chance, risk = comparison$risk)
    for (name in names(values)) put(role, key[1], key[2], name, values[[name]])
  }
}
section("primary", "holm"); section("guardrail", "holm"); section("other", "BH")

# ---- factors of a 2x2 design ----
primary <- metrics[metrics$role == "primary", ]
too_few <- function(arm) {
  converted <- arm$plain * arm$n
  arm$n < settings$least_units || (primary$kind == "Proportion" && min(converted, arm$n - converted) < settings$least_conversions - 1e-9)
}
report <- table_of("report.csv")
source(file.path(here, "mixed.R"))
mixed(report, put)
if (all(arms$first_factor != "")) {
  cells <- statistics_of(primary)
  if (!waits && !any(sapply(cells, too_few))) {
    if (primary$adjusted == "1") {
      values <- unlist(lapply(cells, `[[`, "values")); earlier_all <- unlist(lapply(cells, `[[`, "earlier"))
      theta <- if (mean_of(values)$variance > 0 && mean_of(earlier_all)$variance > 0) covariance_of(values, earlier_all) / mean_of(earlier_all)$variance else 0
      if (theta != 0) cells <- lapply(cells, with_theta, theta)
    }
    variances <- sapply(cells, function(cell) cell$variance); n <- sapply(cells, function(cell) cell$n); means <- sapply(cells, function(cell) cell$mean)
    if (all(variances > 0)) {
      first <- as.numeric(arms$first_factor); second <- as.numeric(arms$second_factor)
      names_of <- report$arm[report$section == "factors" & report$figure == "effect"]
      weights <- list(first - 0.5, second - 0.5, ifelse(first == second, 1, -1))
      evidence <- -2 * log(settings$alpha); growth <- sum(n) * (evidence + log(evidence + 1)) / settings$tuning + 1
      found <- lapply(weights, function(own) {
        parts <- own^2 * variances / n
        list(effect = sum(own * means), error = sqrt(sum(parts)), freedom = 1 / sum((parts / sum(parts))^2 / (n - 1)))
      })
      chances <- sapply(found, function(one) if (settings$look > 0) repeated_p(one$effect / one$error) else if (settings$sequential) min(1, exp(0.5 * log(growth) - (growth - 1) / growth * (one$effect / one$error)^2 / 2)) else 2 * pt(-abs(one$effect / one$error), one$freedom))
      corrected <- p.adjust(chances, "holm")
      for (at in 1:3) {
        one <- found[[at]]
        ends <- function(level) one$effect + c(-1, 1) * one$error * (if (settings$look > 0) last_bound(level) else if (settings$sequential) sqrt(2 * growth / (growth - 1) * log(sqrt(growth) / level)) else qt(1 - level / 2, one$freedom))
        alone <- ends(settings$alpha); together <- ends(settings$alpha / 3)
        values <- c(effect = one$effect, standard_error = one$error, degrees_of_freedom = one$freedom, low = alone[1], high = alone[2],
          p = chances[at], p_corrected = corrected[at], low_corrected = together[1], high_corrected = together[2])
        for (name in names(values)) put("factors", primary$metric, names_of[at], name, values[[name]])
      }
    }
  }
}

# ---- experiments that ran at the same time ----
beside <- table_of("beside.csv")
for (name in unique(beside$experiment)) {
  other <- units[[paste0("also_in_", name)]]; theirs <- beside$arm[beside$experiment == name]; own <- arms$arm[as.numeric(arms$weight) > 0]
  put("overlap", name, "", "shared", sum(other != ""))
  if (!any(other != "")) next
  counts <- table(factor(units$arm, own), factor(other, theirs))
  counts <- counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]
  if (all(dim(counts) > 1)) {
    expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
    if (min(expected) >= 5) put("overlap", name, "", "p_independent", pchisq(sum((counts - expected)^2 / expected), prod(dim(counts) - 1), lower.tail = FALSE))
  }
  keys <- paste(rep(own, each = length(theirs)), rep(theirs, length(own)), sep = "\n")
  plain <- primary; plain$adjusted <- "0"
  cells <- statistics_of(plain, keys, ifelse(other == "", "", paste(units$arm, other, sep = "\n")))
  if (length(own) < 2 || length(theirs) < 2 || any(sapply(cells, too_few)) || any(sapply(cells, function(cell) cell$variance) <= 0)) next
  contrasts <- NULL
  for (row in 2:length(own)) for (column in 2:length(theirs)) {
    weights <- matrix(0, length(own), length(theirs))
    weights[row, column] <- 1; weights[1, 1] <- 1; weights[1, column] <- -1; weights[row, 1] <- -1
    contrasts <- rbind(contrasts, as.numeric(t(weights)))
  }
  means <- contrasts %*% sapply(cells, function(cell) cell$mean)
  covariances <- contrasts %*% diag(sapply(cells, function(cell) cell$variance / cell$n)) %*% t(contrasts)
  put("overlap", name, "", "p_interaction", pchisq(as.numeric(t(means) %*% solve(covariances, means)), nrow(contrasts), lower.tail = FALSE))
}

# ---- who answered ----
wilson <- function(hits, count) {
  if (count == 0) return(c(0, 1))
  z <- qnorm(0.975); share <- hits / count; scale <- 1 + z^2 / count
  centre <- (share + z^2 / (2 * count)) / scale
  half <- z / scale * sqrt(share * (1 - share) / count + z^2 / (4 * count^2))
  c(if (hits == 0) 0 else centre - half, if (hits == count) 1 else centre + half)
}
for (question in answers) {
  answered <- units$unit %in% log$unit[log$kind == question]
  declined <- units$unit %in% log$unit[log$kind == "Declined" & log$question == question]
  asked <- answered | declined | units$unit %in% log$unit[log$kind == "Asked" & log$question == question]
  if (!any(asked)) next
  for (arm in arms$arm) {
    mine <- units$arm == arm; ends <- wilson(sum(answered & mine), sum(asked & mine))
    put("responses", question, arm, "asked", sum(asked & mine)); put("responses", question, arm, "answered", sum(answered & mine))
    put("responses", question, arm, "declined", sum(declined & !answered & mine)); put("responses", question, arm, "rate_low", ends[1])
    put("responses", question, arm, "rate_high", ends[2])
  }
}

# ---- health ----
counts <- sapply(arms$arm, function(arm) sum(everybody$arm == arm & everybody$status != "in two arms"))
for (at in seq_along(counts)) put("health", "sample ratio", "", paste("units of", arms$arm[at]), counts[at])
put("health", "sample ratio", "", "p", sample_ratio(as.numeric(counts), as.numeric(arms$weight)))
put("health", "programs", "", "units", sum(everybody$status == "program"))
put("health", "clock", "", "outcomes", sum(log$after < -2))
twice <- as.numeric(arms$in_two_arms_seen_first)
if (sum(twice) > 0) {
  kept <- sapply(arms$arm, function(arm) sum(units$arm == arm)) + (if (settings$in_two_arms == "FirstExposure") 0 else twice)
  shares <- ifelse(kept > 0, pmin(1, twice / kept), 0)[as.numeric(arms$weight) > 0]
  put("health", "multiple exposure", "", "units", sum(twice)); put("health", "multiple exposure", "", "of", nrow(everybody))
  put("health", "multiple exposure", "", "bound", if (length(shares) > 1) shares[[1]] + max(shares[-1]) else 0)
}
earlier <- as.numeric(units$earlier)
if (any(earlier != 0)) {
  once <- settings; once$sequential <- FALSE; once$look <- 0
  before <- lapply(arms$arm, function(arm) mean_of(earlier[units$arm == arm]))
  compared <- lapply(before[-1], function(arm) compare(before[[1]], arm, once, "Absolute", "HigherIsBetter"))
  chances <- unlist(lapply(compared, function(comparison) comparison$p))
  if (length(chances) > 0) put("health", "balance before the start", "", "p", min(p.adjust(chances, "holm")))
}
answered <- units$unit %in% log$unit[log$kind %in% answers]
asked <- answered | units$unit %in% log$unit[log$kind == "Asked"]
groups <- sapply(arms$arm, function(arm) c(sum(asked & units$arm == arm), sum(answered & units$arm == arm)))
groups <- groups[, groups[1, ] > 0, drop = FALSE]
if (ncol(groups) > 1) {
  rate <- sum(groups[2, ]) / sum(groups[1, ])
  if (all(groups[1, ] * min(rate, 1 - rate) >= 5)) {
    statistic <- sum((groups[2, ] - groups[1, ] * rate)^2 / (groups[1, ] * rate * (1 - rate)))
    put("health", "answers", "", "p", pchisq(statistic, ncol(groups) - 1, lower.tail = FALSE))
  }
}

# ---- against the report ----
report <- table_of("report.csv")
keys <- paste(report$section, report$metric, report$arm, report$figure, sep = "|")
missing <- c(setdiff(keys, names(figures)), setdiff(names(figures), keys))
there <- keys %in% names(figures)
said <- as.numeric(report$value[there]); computed <- unlist(figures[keys[there]])
# A likelihood that is climbed numerically is known to four decimals.
climbed <- report$section[there] == "mixed"
cat(sprintf("%d numbers computed again; largest relative difference %.1e.\n", length(keys), max((abs(said - computed) / pmax(1e-4, abs(said)))[!climbed])))
for (key in missing) cat("Only on one side:", key, "\n")
wrong <- !(close_to(said, computed) | (climbed & abs(said - computed) <= 2e-4 * pmax(1e-4, abs(said), abs(computed))))
for (at in which(wrong)) cat("Different:", keys[there][at], said[at], computed[at], "\n")
if (length(missing) > 0 || any(wrong) || length(keys) == 0) quit(status = 1)
