# Checks the mixed logit of report.csv: the likelihood is computed again, and what is reported must be where it is highest. One step of
# Newton's method from the reported estimates gives those that are compared with them, its curvature the standard errors.
mixed <- function(report, put) {
  said <- report[report$section == "mixed", ]
  if (nrow(said) == 0) return(invisible())
  metric <- metrics[metrics$role == "primary", ][1, ]; names <- arms$arm[as.numeric(arms$weight) > 0]; count <- length(names)
  of <- function(arm, figure) as.numeric(said$value[said$arm == arm & said$figure == figure])
  rows <- log[log$kind %in% c("Impression", metric$counts) & log$product != "" & log$after <= as.numeric(metric$window_days) * 86400 &
                log$unit %in% units$unit[units$arm %in% names], ]
  pairs <- unique(rows[, c("unit", "product")])
  key <- function(table) paste(table$unit, table$product, sep = "\r")
  hit <- as.numeric(key(pairs) %in% key(rows[rows$kind == metric$counts, ]))
  shopper <- match(pairs$unit, unique(pairs$unit)); product <- match(pairs$product, unique(pairs$product))
  arm <- match(units$arm[match(pairs$unit, units$unit)], names); n <- max(shopper); k <- max(product)
  u <- numeric(n); v <- numeric(k)
  by <- function(values, index, size) as.vector(tapply(values, factor(index, seq_len(size)), sum, default = 0))
  deviance_of <- function(point) {
    effects <- c(0, point[seq_len(count)][-1]); sigma <- abs(point[count + 1]); tau <- abs(point[count + 2])
    penalized <- Inf; half <- 0
    for (round in 1:50) {
      linear <- point[1] + effects[arm] + sigma * u[shopper] + tau * v[product]
      chance <- plogis(linear); weight <- chance * (1 - chance)
      value <- sum(u^2) + sum(v^2) - 2 * sum(hit * linear - ifelse(linear > 0, linear + log1p(exp(-linear)), log1p(exp(linear))))
      diagonal <- 1 + sigma^2 * by(weight, shopper, n); gradient <- -u + sigma * by(hit - chance, shopper, n)
      shared <- matrix(0, n, k); shared[cbind(shopper, product)] <- sigma * tau * weight
      schur <- diag(1 + tau^2 * by(weight, product, k), k) - crossprod(shared / sqrt(diagonal))
      right <- -v + tau * by(hit - chance, product, k) - as.vector(crossprod(shared, gradient / diagonal))
      factor <- chol(schur); found <- backsolve(factor, forwardsolve(t(factor), right))
      one <- (gradient - as.vector(shared %*% found)) / diagonal
      if (max(abs(c(one, found))) < 1e-9 || half > 30) return(value + sum(log(diagonal)) + 2 * sum(log(diag(factor))))
      scale <- if (value > penalized + 1e-9) 0.5 else 1
      half <- half + (scale < 1); penalized <- value; u <<- u + scale * one; v <<- v + scale * found
    }
    Inf
  }
  start <- c(of("", "intercept"), sapply(names[-1], of, "log_odds"), of("", "shopper_deviation"), of("", "product_deviation"))
  free <- which(seq_along(start) <= count | abs(start) > 1e-2); h <- 1e-3
  at <- function(one, s, other = NULL, t = 0) {
    point <- start; point[free[one]] <- point[free[one]] + s * h
    if (!is.null(other)) point[free[other]] <- point[free[other]] + t * h
    deviance_of(point)
  }
  size <- length(free); gradient <- sapply(seq_len(size), function(one) (at(one, 1) - at(one, -1)) / (2 * h)); curvature <- matrix(0, size, size)
  for (one in seq_len(size)) for (other in seq_len(one))
    curvature[one, other] <- curvature[other, one] <- (at(one, 1, other, 1) - at(one, 1, other, -1) - at(one, -1, other, 1) + at(one, -1, other, -1)) / (4 * h^2)
  inverse <- solve(curvature); errors <- sqrt(2 * diag(inverse)); point <- start; point[free] <- point[free] - as.vector(inverse %*% gradient)
  own <- function(arm, figure, value) put("mixed", metric$metric, arm, figure, unname(value))
  own("", "shown", nrow(pairs)); own("", "hits", sum(hit)); own("", "shoppers", n); own("", "products", k)
  own("", "intercept", point[1]); own("", "intercept_error", errors[1]); own("", "shopper_deviation", abs(point[count + 1]))
  own("", "product_deviation", abs(point[count + 2])); own("", "deviance", deviance_of(start))
  others <- seq_len(count)[-1]; chances <- p.adjust(2 * pnorm(-abs(point[others] / errors[others])), "holm")
  width <- qnorm(1 - settings$alpha / (2 * (count - 1)))
  for (at_arm in others) {
    own(names[at_arm], "log_odds", point[at_arm]); own(names[at_arm], "log_odds_error", errors[at_arm])
    own(names[at_arm], "odds_ratio", exp(point[at_arm])); own(names[at_arm], "low_corrected", exp(point[at_arm] - width * errors[at_arm]))
    own(names[at_arm], "high_corrected", exp(point[at_arm] + width * errors[at_arm])); own(names[at_arm], "p_corrected", chances[at_arm - 1])
  }
}
