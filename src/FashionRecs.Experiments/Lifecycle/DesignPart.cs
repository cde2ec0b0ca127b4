namespace FashionRecs.Experiments.Lifecycle;

/// <summary>What is decided together in a design, in the order in which it is decided.</summary>
public enum DesignPart
{
    /// <summary>Key, hypothesis and kind of experiment.</summary>
    Question,

    /// <summary>What is compared.</summary>
    Arms,

    /// <summary>Where it is shown, to whom, and to how many.</summary>
    Place,

    /// <summary>What is measured, and how the results are computed.</summary>
    Metrics,

    /// <summary>How many shoppers are needed.</summary>
    Size,

    /// <summary>Who takes part in a study by a link, and what they do.</summary>
    Participants,

    /// <summary>What participants are asked.</summary>
    Questions,

    /// <summary>What is preregistered beside all that.</summary>
    Preregistration,
}
