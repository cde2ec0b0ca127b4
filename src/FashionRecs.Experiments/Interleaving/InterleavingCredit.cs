namespace FashionRecs.Experiments.Interleaving;

/// <summary>What a ranking is given credit for.</summary>
public enum InterleavingCredit
{
    /// <summary>A product that was liked or put in the bag.</summary>
    Liked,

    /// <summary>A product that was opened, liked or put in the bag; more is told by each shopper, and less by each act.</summary>
    Opened,
}
