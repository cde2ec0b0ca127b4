namespace FashionRecs.Experiments.Health;

/// <summary>How much a finding matters.</summary>
public enum HealthLevel
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>Worth a look; the results may still be right.</summary>
    Warning,

    /// <summary>The results must not be trusted until this is explained.</summary>
    Alarm,
}

/// <summary>The outcome of one check of an experiment's data.</summary>
/// <param name="Check">Short name of the check.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Text">What was found, in one sentence with its numbers.</param>
public sealed record HealthFinding(string Check, HealthLevel Level, string Text)
{
    /// <summary>The numbers of the sentence by name, unrounded; empty where it has none.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether there was something to check; where not, nothing speaks against the data, and nothing for them.</summary>
    public bool WasChecked { get; init; } = true;
}
