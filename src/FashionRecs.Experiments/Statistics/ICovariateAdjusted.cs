namespace FashionRecs.Experiments.Statistics;

/// <summary>An outcome less a slope times what the same units did before; variances and covariance are those of one unit.</summary>
internal interface ICovariateAdjusted
{
    /// <summary>Variance of the outcome.</summary>
    double OutcomeVariance { get; }

    /// <summary>Variance of what was done before.</summary>
    double CovariateVariance { get; }

    /// <summary>Covariance of the two.</summary>
    double Covariance { get; }

    /// <summary>The slope.</summary>
    double Theta { get; }
}
