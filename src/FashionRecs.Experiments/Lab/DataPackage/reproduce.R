# Computes every number of report.csv again from the other tables, with R alone.
# Prints the largest relative difference; ends with an error where one is above 1e-8, or where a number is missing on either side.
file <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
here <- if (length(file)) dirname(file[1]) else "."
MOST_PAIRS <- 15; MOST_DIVISIONS <- 20000; DRAWS <- 9999; RESAMPLES <- 2000
tab <- function(name) read.csv(file.path(here, name), colClasses = "character", check.names = FALSE, na.strings = character(), encoding = "UTF-8")

# x <- 48271 x mod (2^31 - 1), seed 1
lehmer <- function() { state <- 1; function(below) { state <<- (state * 48271) %% 2147483647; floor(state * below / 2147483647) } }

# ---- tests and intervals ----
sign_flips <- function(d) {
  observed <- abs(sum(d)) - 1e-9 * sum(abs(d)); n <- length(d)
  if (n <= MOST_PAIRS) {
    sums <- 0
    for (value in d) sums <- c(sums + value, sums - value)
    return(mean(abs(sums) >= observed))
  }
  random <- lehmer(); far <- 0
  for (draw in seq_len(DRAWS)) {
    total <- 0
    for (value in d) total <- total + if (random(2) == 1) -value else value
    far <- far + (abs(total) >= observed)
  }
  (far + 1) / (DRAWS + 1)
}
subset_means <- function(d, alpha) {
  n <- length(d); pieces <- if (n <= MOST_PAIRS) 2^n else 0
  left <- floor(alpha / 2 * pieces + 1e-9)
  if (left < 1) return(NULL)
  sums <- 0; counts <- 0
  for (value in d) { sums <- c(sums, sums + value); counts <- c(counts, counts + 1) }
  means <- sort(sums[-1] / counts[-1])
  c(means[left], means[length(means) - left + 1])
}
permutations <- function(control, treatment) {
  all <- c(control, treatment); total <- sum(all); take <- length(treatment)
  distance <- function(part) abs(part - total * take / length(all))
  observed <- distance(sum(treatment)) - 1e-9 * sum(abs(all))
  if (choose(length(all), take) <= MOST_DIVISIONS)
    return(mean(combn(length(all), take, function(at) distance(sum(all[at])) >= observed)))
  random <- lehmer(); far <- 0
  for (draw in seq_len(DRAWS)) {
    part <- 0
    for (at in seq_len(take)) {
      other <- at + random(length(all) - at + 1)
      kept <- all[at]; all[at] <- all[other]; all[other] <- kept
      part <- part + all[at]
    }
    far <- far + (distance(part) >= observed)
  }
  (far + 1) / (DRAWS + 1)
}
bca <- function(control, treatment) {
  none <- function(alpha) NULL
  if (length(treatment) < 2 || (!is.null(control) && length(control) < 2)) return(none)
  random <- lehmer()
  drawn <- function(values) { total <- 0; for (at in seq_along(values)) total <- total + values[random(length(values)) + 1]; total / length(values) }
  found <- mean(treatment) - if (is.null(control)) 0 else mean(control)
  resampled <- numeric(RESAMPLES)
  for (at in seq_len(RESAMPLES)) { one <- drawn(treatment); resampled[at] <- if (is.null(control)) one else one - drawn(control) }
  resampled <- sort(resampled)
  if (resampled[1] == resampled[RESAMPLES]) return(none)
  tolerance <- 1e-9 * max(1, abs(found))
  below <- sum(resampled < found - tolerance) + sum(abs(resampled - found) <= tolerance) / 2
  bias <- qnorm(min(max(below / RESAMPLES, 0.5 / RESAMPLES), 1 - 0.5 / RESAMPLES))
  cubes <- sum((treatment - mean(treatment))^3) / length(treatment)^3
  squares <- sum((treatment - mean(treatment))^2) / length(treatment)^2
  if (!is.null(control)) {
    cubes <- cubes - sum((control - mean(control))^3) / length(control)^3
    squares <- squares + sum((control - mean(control))^2) / length(control)^2
  }
  acceleration <- if (squares > 0) cubes / (6 * squares^1.5) else 0
  at <- function(level) {
    z <- bias + qnorm(level)
    share <- pnorm(bias + z / (1 - acceleration * z))
    resampled[min(max(floor(share * RESAMPLES), 0), RESAMPLES - 1) + 1]
  }
  function(alpha) c(at(alpha / 2), at(1 - alpha / 2))
}

# ---- scales ----
alpha_of <- function(m) { k <- nrow(m); if (k > 1 && sum(m) > 0) k / (k - 1) * (1 - sum(diag(m)) / sum(m)) else NA }
omega_of <- function(m) {
  k <- nrow(m); s <- sqrt(diag(m))
  if (k < 3 || min(s) <= 0) return(NA)
  r <- m / outer(s, s); l <- rep(0.7, k); done <- FALSE
  for (round in 1:2000) {
    change <- 0
    for (i in seq_len(k)) {
      below <- sum(l[-i]^2); now <- if (below > 0) sum(r[i, -i] * l[-i]) / below else 0
      change <- max(change, abs(now - l[i])); l[i] <- now
    }
    if (change < 1e-10) { done <- TRUE; break }
  }
  if (!done || max(abs(l)) >= 1) return(NA)
  sum(l * s)^2 / (sum(l * s)^2 + sum(s^2 * (1 - l^2)))
}
covariances <- function(rows, k) {
  if (nrow(rows) == 0) return(matrix(0, k, k))
  centred <- sweep(rows, 2, colMeans(rows))
  crossprod(centred) / max(1, nrow(rows) - 1)
}
reliability <- function(people, k) {
  people <- Filter(function(person) nrow(person) > 0, people)
  rows <- if (length(people)) do.call(rbind, people) else matrix(0, 0, k)
  figures <- c(items = k, answers = nrow(rows), people = length(people))
  m <- covariances(rows, k); found <- c(alpha = alpha_of(m), omega = omega_of(m))
  alphas <- c(); omegas <- c(); random <- lehmer()
  if (!is.na(found["alpha"]) && length(people) > 1) for (round in 1:1000) {
    sample <- do.call(rbind, lapply(seq_along(people), function(draw) people[[random(length(people)) + 1]]))
    m <- covariances(sample, k); alphas <- c(alphas, alpha_of(m)); omegas <- c(omegas, omega_of(m))
  }
  for (name in names(found)) if (!is.na(found[name])) {
    figures[name] <- found[name]
    values <- if (name == "alpha") alphas else omegas
    values <- sort(values[!is.na(values)])
    if (length(values) >= 900) {
      figures[paste0(name, "_low")] <- values[floor(0.025 * length(values)) + 1]
      figures[paste0(name, "_high")] <- values[floor(0.975 * length(values))]
    }
  }
  figures
}

# ---- the study ----
settings <- tab("settings.csv"); setting <- function(name) settings$value[settings$setting == name]
alpha <- as.numeric(setting("alpha")); within <- setting("within") == "1"; part_count <- as.integer(setting("parts"))
arms <- tab("arms.csv")$arm; measures <- tab("measures.csv"); people <- tab("participants.csv")
counted <- people[people$status == "counted", ]
place <- setNames(as.integer(counted$place), counted$participant)
parts <- tab("parts.csv"); parts <- parts[parts$participant %in% names(place), ]
items <- tab("items.csv"); answers <- tab("answers.csv")
log <- rbind(tab("impressions.csv"), tab("outcomes.csv"))
at_key <- function(table) paste(table$participant, table$part)
given <- split(answers[answers$value != "", ], at_key(answers[answers$value != "", ])); done <- split(log, at_key(log))
counts_of <- function(statements, key) {
  said <- given[[key]]; value <- if (is.null(said)) rep(NA_real_, nrow(statements)) else as.numeric(said$value[match(statements$item, said$item)])
  ifelse(statements$reversed == "1", 1 + as.numeric(statements$points) - value, value)
}
figures <- list()
put <- function(section, metric, arm, figure, value) figures[[paste(section, metric, arm, figure, sep = "\r")]] <<- unname(value)

taking <- people[people$status %in% c("counted", "left out"), ]
failed <- unique(answers$participant[answers$item == "attention-check" & answers$value != "2"])
put("participants", "", "", "links", nrow(people))
put("participants", "", "", "agreed", sum(people$status %in% c("counted", "left out", "withdrew")))
put("participants", "", "", "declined", sum(people$status == "declined"))
put("participants", "", "", "withdrew", sum(people$status == "withdrew"))
put("participants", "", "", "finished", sum(taking$finished == "1"))
put("participants", "", "", "inattentive", sum(taking$participant %in% failed))
put("participants", "", "", "left_out", sum(people$status == "left out"))
put("participants", "", "", "on_two_devices", sum(taking$on_two_devices == "1"))

measured <- function(measure, part) {
  key <- paste(part$participant, part$part)
  if (measure$kind == "Scale") {
    values <- counts_of(items[items$scale == measure$measure, ], key); known <- values[!is.na(values)]
    return(if (length(known) > 0 && 2 * length(known) >= length(values)) mean(known) else NA)
  }
  if (part$exposed != "1") return(NA)
  all <- done[[key]]
  values <- as.numeric(all$value[all$kind == measure$counts]); other <- as.numeric(all$value[all$kind == measure$other])
  if (measure$per_answer == "1") return(if (length(values)) mean(values) else NA)
  if (measure$kind == "Proportion") return(as.numeric(length(values) > 0))
  if (measure$kind == "Ratio") return(if (sum(other) > 0) sum(values) / sum(other) else NA)
  sum(values)
}
compare <- function(before, after, compared) {
  figures <- c()
  if (within) {
    both <- sort(intersect(as.integer(names(after)), as.integer(names(before))))
    d <- after[as.character(both)] - before[as.character(both)]; n <- length(d)
    if (n == 0) return(NULL)
    d <- unname(d); difference <- mean(d); squares <- sum((d - mean(d))^2); freedom <- n - 1
    figures <- c(control_people = n, compared_people = n, p = sign_flips(d),
                 smallest_p = if (n <= MOST_PAIRS) min(1, 2 / 2^n) else 1 / (DRAWS + 1))
    intervals <- list(exact = function(level) subset_means(d, level), bootstrap = bca(NULL, d))
  } else {
    one <- unname(before[order(as.integer(names(before)))]); other <- unname(after[order(as.integer(names(after)))])
    if (!length(one) || !length(other)) return(NULL)
    difference <- mean(other) - mean(one); freedom <- length(one) + length(other) - 2
    squares <- sum((one - mean(one))^2) + sum((other - mean(other))^2); ways <- choose(length(one) + length(other), length(other))
    figures <- c(control_people = length(one), compared_people = length(other), p = permutations(one, other),
                 smallest_p = if (ways > MOST_DIVISIONS) 1 / (DRAWS + 1) else min(1, (if (length(one) == length(other)) 2 else 1) / ways))
    intervals <- list(bootstrap = bca(one, other))
  }
  figures["difference"] <- difference
  if (freedom > 0 && squares > 0) figures["effect_size"] <- difference / sqrt(squares / freedom)
  for (name in names(intervals)) for (ending in c("", "_for_all")) {
    found <- intervals[[name]](if (ending == "") alpha else alpha / compared)
    if (!is.null(found) && (ending == "" || paste0(name, "_low") %in% names(figures))) {
      figures[paste0(name, "_low", ending)] <- found[1]; figures[paste0(name, "_high", ending)] <- found[2]
    }
  }
  figures
}
chances <- data.frame(role = character(), key = character(), arm = character(), p = numeric())
for (row in seq_len(nrow(measures))) {
  measure <- measures[row, ]; key <- measure$measure
  value <- vapply(seq_len(nrow(parts)), function(at) as.numeric(measured(measure, parts[at, ])), 0)
  describe <- function(section, name, values) {
    put(section, key, name, "people", length(values))
    if (length(values)) put(section, key, name, "mean", mean(values))
    if (length(values) > 1) put(section, key, name, "deviation", sd(values))
  }
  for (arm in arms) describe(measure$role, arm, value[parts$arm == arm & !is.na(value)])
  for (part in seq_len(part_count)) describe("part", as.character(part), value[parts$part == as.character(part) & !is.na(value)])
  of_arm <- function(arm) { which <- parts$arm == arm & !is.na(value); setNames(value[which], place[parts$participant[which]]) }
  for (arm in arms[-1]) {
    found <- compare(of_arm(arms[1]), of_arm(arm), length(arms) - 1)
    if (!is.null(found)) {
      chances <- rbind(chances, data.frame(role = measure$role, key = key, arm = arm, p = found[["p"]]))
      for (name in names(found)) put(measure$role, key, arm, name, found[name])
    }
  }
}
for (role in c("primary", "other")) {
  own <- chances[chances$role == role, ]; corrected <- p.adjust(own$p, if (role == "primary") "holm" else "BH")
  for (at in seq_len(nrow(own))) put(role, own$key[at], own$arm[at], "p_corrected", corrected[at])
}
for (scale in unique(items$scale)) {
  statements <- items[items$scale == scale, ]
  asked <- if (statements$asked[1] == "at the end") data.frame(participant = names(place), part = "0") else parts[, c("participant", "part")]
  rows <- lapply(names(sort(place)), function(name) {
    own <- asked[asked$participant == name, ]
    values <- do.call(rbind, lapply(seq_len(nrow(own)), function(at) counts_of(statements, paste(name, own$part[at]))))
    if (is.null(values)) matrix(0, 0, nrow(statements)) else values[rowSums(is.na(values)) == 0, , drop = FALSE]
  })
  found <- reliability(rows, nrow(statements))
  for (name in names(found)) put("reliability", scale, "", name, found[name])
}

report <- tab("report.csv"); said <- setNames(as.numeric(report$value), paste(report$section, report$metric, report$arm, report$figure, sep = "\r"))
computed <- unlist(figures)
missing <- c(setdiff(names(said), names(computed)), setdiff(names(computed), names(said)))
both <- intersect(names(said), names(computed))
off <- abs(said[both] - computed[both])
wrong <- both[off > 1e-8 * pmax(1e-4, abs(said[both]), abs(computed[both]))]
cat(sprintf("%d numbers computed again; largest relative difference %.1e.\n", length(said), max(0, off / pmax(1e-4, abs(said[both])))))
for (key in missing) cat("Only on one side:", gsub("\r", " | ", key), "\n")
for (key in wrong) cat("Different:", gsub("\r", " | ", key), said[key], computed[key], "\n")
if (length(missing) || length(wrong) || !length(said)) quit(status = 1)
