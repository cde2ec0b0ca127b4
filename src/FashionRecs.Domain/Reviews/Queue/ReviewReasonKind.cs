namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>Why a product is worth a person's look.</summary>
public enum ReviewReasonKind
{
    /// <summary>No garment was found in the picture, so that the product is not recommended until somebody has looked.</summary>
    NoGarment,

    /// <summary>Two people differ; a third is asked.</summary>
    Conflict,

    /// <summary>The product is in the share that two people look at, and one has.</summary>
    SecondAnnotation,

    /// <summary>The reviewed tag is probably wrong, by confident learning.</summary>
    LabelIssue,

    /// <summary>The network is sure of another value than the one people gave.</summary>
    Disagreement,

    /// <summary>A person said what it is not.</summary>
    Rejected,

    /// <summary>A person looked and was unsure.</summary>
    Unsure,

    /// <summary>The network wavers between values.</summary>
    Uncertainty,

    /// <summary>The marked region carries little evidence or does not lie on the garment.</summary>
    Explanation,

    /// <summary>The product's own words say something else than its picture shows.</summary>
    Words,

    /// <summary>Shoppers say that the product does not have what the shop says it has.</summary>
    Denial,

    /// <summary>Shoppers see the product often.</summary>
    Reach,
}
