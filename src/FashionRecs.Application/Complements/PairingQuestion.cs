using FashionRecs.Application.Shop;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Complements;

/// <summary>What something is sought to go with. Equal questions have equal keys.</summary>
/// <param name="Key">Tells questions apart.</param>
/// <param name="Chosen">The products and when they were chosen.</param>
public sealed record PairingQuestion(string Key, IReadOnlyList<(string Product, DateOnly Day)> Chosen)
{
    /// <summary>What is the same for everybody, whatever they chose.</summary>
    public static PairingQuestion Everybody { get; } = new("everybody", []);

    /// <summary>What goes with all that a shopper likes or has in the bag; null where there is nothing, for then nothing can honestly be said. What is the
    /// same for everybody where they asked for that.</summary>
    public static PairingQuestion? Of(ShopperProfile profile)
    {
        if (profile.SameForEverybody)
        {
            return Everybody;
        }

        (string Product, DateOnly Day)[] chosen = [.. profile.History.Events.Select(entry => entry.Event)
            .Where(seen => seen.Signal is PreferenceSignal.Like or PreferenceSignal.Bag && seen.ProductId is { } id && profile.Chose(id))
            .Select(seen => (seen.ProductId!, DateOnly.FromDateTime(seen.At.UtcDateTime)))];
        return Of(chosen);
    }

    /// <summary>The question without one of the choices; null where none is left.</summary>
    public PairingQuestion? Without(string product) => this == Everybody ? this : Of([.. Chosen.Where(choice => choice.Product != product)]);

    private static PairingQuestion? Of((string Product, DateOnly Day)[] chosen) =>
        chosen.Length == 0 ? null : new(string.Join('\n', chosen.Select(choice => $"{choice.Day:O} {choice.Product}")), chosen);

    /// <summary>What goes with one product.</summary>
    public static PairingQuestion About(string product) => new($"about {product}", [(product, DateOnly.MinValue)]);
}
