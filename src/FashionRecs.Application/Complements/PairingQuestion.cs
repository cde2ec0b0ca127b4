using FashionRecs.Application.Shop;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>What something is sought to go with, and for whom. Equal questions have equal keys.</summary>
/// <param name="Key">Tells questions apart.</param>
/// <param name="Chosen">The products and when they were chosen.</param>
public sealed record PairingQuestion(string Key, IReadOnlyList<(string Product, DateOnly Day)> Chosen)
{
    /// <summary>Choices that count at most, the latest.</summary>
    private const int MostChosen = 100;

    /// <summary>What is the same for everybody, whatever they chose.</summary>
    public static PairingQuestion Everybody { get; } = new("everybody", []);

    /// <summary>
    /// What the shopper did, oldest first, from which it is learned how much each kind of evidence counts for them; empty where it counts
    /// as for everybody.
    /// </summary>
    public IReadOnlyList<EvidenceAct> Acts { get; private init; } = [];

    /// <summary>Tells questions about other choices apart, whoever asks.</summary>
    public string ChosenKey { get; private init; } = Key;

    /// <summary>What goes with all that a shopper likes or has in the bag; null where there is nothing, for then nothing can honestly be
    /// said. What is the
    /// same for everybody where they asked for that.</summary>
    public static PairingQuestion? Of(ShopperProfile profile)
    {
        if (profile.SameForEverybody)
        {
            return Everybody;
        }

        var chosen = new List<(string Product, DateOnly Day)>();
        var acts = new List<EvidenceAct>();
        for (var at = profile.History.Events.Count - 1; at >= 0 && (chosen.Count < MostChosen || acts.Count < EvidenceLearner.Most); at--)
        {
            var seen = profile.History.Events[at].Event;
            if (seen.ProductId is not { } product)
            {
                continue;
            }

            if (chosen.Count < MostChosen && seen.Signal is PreferenceSignal.Like or PreferenceSignal.Bag && profile.Chose(product))
            {
                chosen.Add((product, DateOnly.FromDateTime(seen.At.UtcDateTime)));
            }

            if (acts.Count < EvidenceLearner.Most && seen.Signal.JudgesProduct())
            {
                acts.Add(new EvidenceAct(seen.Signal, product, seen.Position));
            }
        }

        chosen.Reverse();
        acts.Reverse();
        return Of(chosen, acts);
    }

    /// <summary>Whether something was done to a product.</summary>
    public bool IsAbout(string product) => Chosen.Any(choice => choice.Product == product) || Acts.Any(act => act.Product == product);

    /// <summary>The question without what was done to one product; null where no choice is left.</summary>
    public PairingQuestion? Without(string product) => this == Everybody ? this
        : Of([.. Chosen.Where(choice => choice.Product != product)], [.. Acts.Where(act => act.Product != product)]);

    private static PairingQuestion? Of(IReadOnlyList<(string Product, DateOnly Day)> chosen, IReadOnlyList<EvidenceAct> acts)
    {
        if (chosen.Count == 0)
        {
            return null;
        }

        var key = string.Join('\n', chosen.Select(choice => $"{choice.Day:O} {choice.Product}"));
        return new($"{key}\n\n{string.Join('\n', acts.Select(act => $"{act.Signal} {act.Position} {act.Product}"))}",
            chosen) { Acts = acts, ChosenKey = key };
    }

    /// <summary>What goes with one product.</summary>
    public static PairingQuestion About(string product) => new($"about {product}", [(product, DateOnly.MinValue)]);
}
