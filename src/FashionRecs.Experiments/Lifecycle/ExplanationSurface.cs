namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Where in the shop an experiment decides what is shown.</summary>
public enum ExplanationSurface
{
    /// <summary>Cards and product pages alike.</summary>
    Everywhere,

    /// <summary>Only the cards of lists.</summary>
    Cards,

    /// <summary>Only product pages.</summary>
    ProductPage,
}

/// <summary>Compares surfaces.</summary>
public static class ExplanationSurfaces
{
    /// <summary>Whether some explanation stands on both surfaces.</summary>
    public static bool Meets(this ExplanationSurface surface, ExplanationSurface other) =>
        surface == other || surface == ExplanationSurface.Everywhere || other == ExplanationSurface.Everywhere;
}
