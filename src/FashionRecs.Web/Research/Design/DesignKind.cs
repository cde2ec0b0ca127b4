namespace FashionRecs.Web.Research.Design;

/// <summary>Who takes part in an experiment, and how.</summary>
public enum DesignKind
{
    /// <summary>Whoever shops, each in one arm.</summary>
    Shoppers,

    /// <summary>Whoever shops, each with two rankings in one list.</summary>
    Interleaving,

    /// <summary>Participants with links.</summary>
    Lab,
}
