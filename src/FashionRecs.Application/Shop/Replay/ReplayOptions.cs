using FashionRecs.Application.Complements;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Replay;

/// <summary>How the shop is set that is replayed; each as shops are set where nothing is said.</summary>
public sealed class ReplayOptions
{
    /// <summary>What acts teach.</summary>
    public PreferenceOptions Preferences { get; init; } = new();

    /// <summary>What pages are made of.</summary>
    public RankingOptions Ranking { get; init; } = new();

    /// <summary>What goes with what.</summary>
    public PairingOptions Pairings { get; init; } = new();

    /// <summary>Whose choices count for others.</summary>
    public CrowdOptions Crowd { get; init; } = new();

    /// <summary>What is believed of a new shopper; null to learn from the purchases how weights go together.</summary>
    public PreferencePrior? Prior { get; init; }
}
