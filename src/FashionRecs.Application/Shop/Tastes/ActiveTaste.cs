using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>What shoppers are learned with just now. Immutable.</summary>
/// <param name="Text">As it is kept; null where nobody ever learned.</param>
/// <param name="Learned">What was learned last; null where nothing was.</param>
/// <param name="Learner">Learns a shopper's weights, from what is believed of a new one.</param>
/// <param name="Weights">What each kind of evidence counts, by name.</param>
public sealed record ActiveTaste(
    string? Text, LearnedTaste? Learned, PreferenceLearner Learner, IReadOnlyDictionary<string, double> Weights);
