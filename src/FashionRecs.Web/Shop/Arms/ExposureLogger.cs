using FashionRecs.Application.Research;
using FashionRecs.Application.Shop;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Writes exposures and what follows them. The same message again changes nothing.</summary>
public sealed class ExposureLogger(ExposureToken tokens, RunningExperiments running, IExposureStore store, ShopService shop,
    TimeProvider time)
{
    private static readonly string[] Devices = ["phone", "tablet", "desktop"];

    /// <summary>
    /// What is done in a place that tells of experiments which do not decide it. Impressions, opens and answers are about what was shown
    /// there.
    /// </summary>
    private static readonly OutcomeKind[] Shared = [OutcomeKind.Dwell, OutcomeKind.Hover, OutcomeKind.MapToggle, OutcomeKind.Decision];

    /// <summary>Outcomes whose value is a time in seconds.</summary>
    private static readonly OutcomeKind[] Timed = [OutcomeKind.Dwell, OutcomeKind.Hover, OutcomeKind.Decision];

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Outcomes of a kind that one product can have for one shopper; whoever sends more measures nothing but their own patience.
    /// </summary>
    public const int MostOfAKind = 50;

    /// <summary>
    /// Logs one thing that happened to what a token says; false where the token is none of this shopper's, or it was logged before.
    /// </summary>
    /// <param name="id">The message's number; answers count once per unit whatever their number.</param>
    /// <param name="token">The token.</param>
    /// <param name="shopper">Who sent it.</param>
    /// <param name="happened">What happened; null where the place was only seen.</param>
    /// <param name="value">Seconds, an answer, or 1.</param>
    /// <param name="device">What the browser says of itself.</param>
    /// <param name="question">The answer that was asked for, where a question was seen or not answered.</param>
    public async Task<bool> WriteAsync(
        Guid id, string? token, Guid shopper, OutcomeKind? happened, double value, string? device, OutcomeKind? question = null)
    {
        // A token of somebody else, as after signing out in another tab, is not this shopper's.
        if (tokens.TryOpen(token) is not { } fact || fact.Unit != shopper.ToString())
        {
            return false;
        }

        var now = time.GetUtcNow();
        // Nobody looks at a place for longer than its page has been there; a clock may be off by a little.
        if (happened is { } timed && Timed.Contains(timed) && fact.At is { } drawn && value > (now - drawn + Slack).TotalSeconds)
        {
            return false;
        }

        var exposure = fact.ToExposure(now, await SegmentsAsync(shopper, device));
        // Whatever happens to a place proves that it was on screen. After the phase nothing counts: the shopper sees something else.
        var phases = await running.CurrentPhasesAsync();
        var current = phases.Contains(exposure.Id);
        var logged = current && fact.Exposes && await store.LogAsync(exposure);
        if (happened is not { } kind)
        {
            return logged;
        }

        foreach (var other in Shared.Contains(kind) ? fact.Also.Where(phases.Contains) : [])
        {
            await store.LogAsync(new Outcome(OutcomeIdentity.Of(other, kind, id.ToString()), other, kind, now, value, fact.Product),
                MostOfAKind);
        }

        return current && await store.LogAsync(
            new Outcome(IdOf(id, exposure.Id, kind, fact.Product, question), exposure.Id, kind, now, value, fact.Product, fact.Reason,
                fact.Part)
            {
                View = fact.Shown,
                AvailableReason = fact.Available,
                Ranking = fact.Ranking,
                Question = question,
            },
            MostOfAKind);
    }

    /// <summary>A question is asked, answered or declined once, whatever the number of the message.</summary>
    private static Guid IdOf(Guid message, string exposure, OutcomeKind kind, string product, OutcomeKind? question)
    {
        var asked = question ?? (kind.IsAnswer() ? kind : null);
        return asked is null ? message
            : OutcomeIdentity.Of(exposure, kind,
                $"{(question is null ? "" : $"{question.Value.Word()} ")}{(asked is OutcomeKind.Trust or OutcomeKind.Transparency ? "" : product)}");
    }

    private async Task<Dictionary<string, string>> SegmentsAsync(Guid shopper, string? device)
    {
        var clicks = (await shop.ShopperAsync(shopper)).History.Events.Count;
        return new Dictionary<string, string>
        {
            ["device"] = Devices.Contains(device) ? device! : "unknown",
            ["known taste"] = clicks switch { 0 => "nothing yet", < 10 => "1 to 9 clicks", _ => "10 clicks or more" },
        };
    }
}
