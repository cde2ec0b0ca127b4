using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shoppers;

/// <summary>A shopper's events that stand, oldest first; what was undone is left out.</summary>
/// <param name="Revision">Grows with every event.</param>
/// <param name="Events">What was done, each with the form the learner takes.</param>
/// <param name="Last">Number of the last event in the log, whether it stands or not; 0 where there is none.</param>
public sealed record ShopperHistory(long Revision, IReadOnlyList<(ShopperEvent Event, PreferenceEvent Learned)> Events, long Last = 0);
