namespace FashionRecs.Training.Optimization;

/// <summary>What training makes of the letter <c>m</c> ("may be").</summary>
public enum MaybeRule
{
    /// <summary>Redrawn as yes or no with probability 0.5 each time the picture is seen.</summary>
    Redraw,

    /// <summary>A target of 0.5.</summary>
    Soft,

    /// <summary>Left out of the loss.</summary>
    Ignore,
}
