using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionRecs.Web.Shop.Quiz;

/// <summary>
/// How far a run of the style quiz is. The answers stand in the shopper's log, under the run's number; what was skipped stands in the
/// address. So a reload, the back button, a second tab and undo all find it where it is. Immutable.
/// </summary>
/// <param name="Id">The run's number, kept with each answer as the list it was given in.</param>
/// <param name="Answers">The answers that stand, oldest first.</param>
/// <param name="Skipped">Products that were skipped, each with how many answers there were then.</param>
public sealed record QuizRun(Guid Id, IReadOnlyList<ShopperEvent> Answers, IReadOnlyList<(string Product, int After)> Skipped)
{
    /// <summary>Pictures of a run; 10 tell enough for a first page and take about a minute.</summary>
    public const int Length = 10;

    /// <summary>Pictures that were answered or skipped.</summary>
    public int Done => Answers.Count + Skipped.Count;

    /// <summary>Whether the run is over.</summary>
    public bool IsOver => Done >= Length;

    /// <summary>Whether the last step was a skip rather than an answer.</summary>
    public bool EndsWithSkip => Skipped.Count > 0 && Skipped[^1].After >= Answers.Count;

    /// <summary>Reads a run; null where the address does not name one.</summary>
    public static QuizRun? Read(Uri address, ShopperProfile profile)
    {
        var parts = QueryHelpers.ParseQuery(address.Query);
        if (!parts.TryGetValue("run", out var number) || !Guid.TryParseExact(number, "N", out var id))
        {
            return null;
        }

        var answers = profile.History.Events.Select(entry => entry.Event)
            .Where(happened => happened.Impression == id && happened.Signal is PreferenceSignal.Like or PreferenceSignal.Dislike
                && happened.Impression == id);
        var skipped = (parts.TryGetValue("skip", out var skips) ? skips : default).OfType<string>().Take(Length)
            .Select(skip => skip.Split('.', 2)).Where(skip => skip.Length == 2 && int.TryParse(skip[0], out _))
            .Select(skip => (skip[1], int.Parse(skip[0], System.Globalization.CultureInfo.InvariantCulture)));
        return new QuizRun(id, [.. answers], [.. skipped]);
    }

    /// <summary>The address of the run with one more product skipped.</summary>
    public string Skip(string product) => AddressOf(Id, Skipped.Append((product, Answers.Count)));

    /// <summary>The address of the run without its last skip.</summary>
    public string TakeBackSkip() => AddressOf(Id, Skipped.SkipLast(1));

    /// <summary>The address of a run's beginning.</summary>
    public static string Start(Guid id) => AddressOf(id, []);

    private static string AddressOf(Guid id, IEnumerable<(string Product, int After)> skipped) => QueryHelpers.AddQueryString("/quiz",
        skipped.Select(skip => KeyValuePair.Create("skip", (string?)$"{skip.After}.{skip.Product}"))
            .Prepend(KeyValuePair.Create("run", (string?)id.ToString("N"))));
}
