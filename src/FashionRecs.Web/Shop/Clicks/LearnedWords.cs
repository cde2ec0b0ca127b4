using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Preferences;
using FashionRecs.Web.Languages;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Clicks;

/// <summary>Says what was learned from an act: by which of what is true of the product the shopper's weights moved most.</summary>
public static class LearnedWords
{
    /// <summary>What is said at most.</summary>
    private const int Most = 2;

    /// <summary>A second thing is said where it moved by at least this part of the first.</summary>
    private const double SecondFrom = 0.4;

    /// <summary>For example "Noted: more with a V-neckline and long sleeves."; null where nothing is to be said.</summary>
    /// <param name="before">The shopper before the act.</param>
    /// <param name="now">The shopper after it.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="earlier">What was said before; it stays where nothing deliberate happened since.</param>
    /// <param name="texts">The words.</param>
    public static string? Of(ShopperProfile before, ShopperProfile now, CatalogSnapshot catalog, string? earlier, IStringLocalizer texts)
    {
        var (last, known) = (Last(now), Last(before));
        if (last?.Id == known?.Id)
        {
            return earlier;
        }

        // What was taken back teaches nothing.
        return last is null || before.History.Events.Any(entry => entry.Event.Id == last.Id)
            || catalog.TryFind(last.ProductId ?? "") is not { } item ? null
            : last.Signal is PreferenceSignal.Like or PreferenceSignal.Bag ? Said("Noted: more with {0}.", 1)
            : last.Signal is PreferenceSignal.Dislike or PreferenceSignal.Hide ? Said("Noted: less with {0}.", -1)
            : null;

        // Keys: texts["Noted: more with {0}."], texts["Noted: less with {0}."].
        string? Said(string word, int sign)
        {
            var moved = item.Readings.Select(reading => reading.Statement).OfType<Statement>()
                .Select(statement =>
                    (statement.In(texts).With,
                    Step: sign * statement.Values.Sum(value =>
                    (now.State.Mean[value.Index] - before.State.Mean[value.Index]) * item.Vector[value.Index])))
                .Where(move => move.Step > 0).OrderByDescending(move => move.Step).Take(Most).ToArray();
            var said = moved.Where(move => move.Step >= SecondFrom * moved[0].Step).Select(move => move.With)
                .ToArray();
            return said.Length == 0 ? null : texts[word, Spoken.List(said, texts)].Value;
        }
    }

    private static ShopperEvent? Last(ShopperProfile profile) =>
        profile.History.Events.Select(entry => entry.Event).LastOrDefault(happened => happened.Signal.IsDeliberate());
}
