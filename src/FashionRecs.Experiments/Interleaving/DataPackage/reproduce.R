# Computes every number of report.csv again from the other files. Needs nothing but R.
argument <- grep("^--file=", commandArgs(), value = TRUE)
folder <- if (length(argument)) dirname(sub("^--file=", "", argument[1])) else "."
read <- function(name) read.csv(file.path(folder, name), colClasses = "character", na.strings = character(), encoding = "UTF-8")

settings <- with(read("settings.csv"), setNames(value, setting))
rankings <- settings[c("ranking_a", "ranking_b")]
shoppers <- sum(read("units.csv")$status == "counted")
acts <- read("acts.csv")
acts$pick <- paste(acts$unit, acts$product, sep = "\r")
credited <- c("Like", "LikeOpened", "Bag", if (settings["opened_counts"] == "1") "Click")

first_of_each <- function(kinds) {
  found <- acts[acts$kind %in% kinds, ]
  found[!duplicated(found$pick), ]
}
preference <- function(picks) {
  margin <- tapply(ifelse(picks$ranking == rankings[2], 1, -1), picks$unit, sum)
  c(sum(margin < 0), sum(margin > 0))
}
sign_test <- function(counts) if (sum(counts) == 0) 1 else min(1, 2 * pbinom(min(counts), sum(counts), 0.5))
wilson <- function(hits, n) {
  z <- qnorm(0.975); share <- hits / n; scale <- 1 + z^2 / n
  half <- z / scale * sqrt(share * (1 - share) / n + z^2 / (4 * n^2))
  centre <- (share + z^2 / (2 * n)) / scale
  c(share, if (hits == 0) 0 else centre - half, if (hits == n) 1 else centre + half)
}

credits <- first_of_each(credited)
counts <- preference(credits)
computed <- c("/shoppers" = shoppers, "/for_a" = counts[1], "/for_b" = counts[2], "/ties" = shoppers - sum(counts),
  "/p" = sign_test(counts), "/p_places" = sign_test(preference(first_of_each("Impression"))), "/low" = 0, "/high" = 1)
if (sum(counts) > 0) computed[c("/share_for_b", "/low", "/high")] <- wilson(counts[2], sum(counts))
figures <- list(shown = "Impression", opened = "Click", liked = c("Like", "LikeOpened"), bagged = "Bag")
for (ranking in rankings) {
  for (figure in names(figures)) {
    computed[paste(ranking, figure, sep = "/")] <-
      length(unique(acts$pick[acts$kind %in% figures[[figure]] & acts$ranking == ranking]))
  }
  computed[paste(ranking, "credited", sep = "/")] <- sum(credits$ranking == ranking)
}

report <- read("report.csv")
found <- computed[paste(report$ranking, report$figure, sep = "/")]
wrong <- is.na(found) | abs(found - as.numeric(report$value)) > 1e-9 * pmax(1e-3, abs(found))
for (at in which(wrong)) cat(report$ranking[at], report$figure[at], ": the report says", report$value[at], ", the tables say", found[at], "\n")
cat(sum(!wrong), "of", nrow(report), "numbers of the report were reproduced.\n")
quit(status = if (any(wrong) || nrow(report) != length(computed)) 1 else 0)
