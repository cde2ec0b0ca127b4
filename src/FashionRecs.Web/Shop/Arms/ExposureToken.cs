using System.Security.Cryptography;
using System.Text.Json;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>
/// Writes what was shown into the page so that only the shop can read it: a browser hands it back when it was on screen, can
/// change nothing of it, and cannot tell a placebo from a true reason.
/// </summary>
public sealed class ExposureToken(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>
    /// For how long a token is taken: as long as an open page may well wait for its connection, and no longer, so that none can be kept
    /// and handed in again months later.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.Shown.v1");

    /// <summary>The token; null where nothing is logged: in previews.</summary>
    /// <param name="arm">The shopper's arm.</param>
    /// <param name="subject">The product and why it has its score.</param>
    /// <param name="composed">What the arm shows of it.</param>
    /// <param name="position">Zero-based position on the page.</param>
    /// <param name="others">The shopper's arms in other experiments, where what is done in the place tells of them, too.</param>
    /// <param name="ranking">Code of the ranking that picked the product, where two are interleaved; null anywhere else.</param>
    public string? Create(ShopperArm arm, ExplanationSubject subject, ComposedExplanation composed, int position,
        IEnumerable<ShopperArm> others, string? ranking = null)
    {
        if (arm.IsPreview)
        {
            return null;
        }

        var item = subject.Item;
        var first = composed.Reasons.Count > 0 ? composed.Reasons[0] : null;
        PixelBox? region = (composed.Marked.Count > 0 || composed.Map is not null) && first?.Regions is [var seen, ..] ? seen : null;
        return Protected(new ExposurePayload(
            arm.Experiment.Key, arm.Phase.Number, arm.Arm.Key, arm.Unit.Id, item.Product.Id, position + 1, first?.Code, region,
            region is { } box ? PicturePart.Of(box, item.Product.PictureWidth, item.Product.PictureHeight) : null,
            composed.IsPlacebo, Exposes: true, composed.View)
        {
            Ranking = ranking,
            Available = subject.Reasons is [var best, ..] ? best.Code : null,
            Also = [.. others.Where(other => !other.IsPreview).Select(other => other.ExposureId)],
        });
    }

    /// <summary>The token of a product in a place that the experiment does not decide; null in previews.</summary>
    public string? Elsewhere(ShopperArm arm, string product) => arm.IsPreview ? null : Protected(new ExposurePayload(
        arm.Experiment.Key, arm.Phase.Number, arm.Arm.Key, arm.Unit.Id, product, 1, null, null, null, IsPlacebo: false, Exposes: false));

    private string Protected(ExposurePayload fact) => protector.Protect(JsonSerializer.Serialize(fact with { At = time.GetUtcNow() }));

    /// <summary>What a token says, or null where this installation did not make it or made it too long ago.</summary>
    public ExposurePayload? TryOpen(string? token)
    {
        try
        {
            return token is not null && JsonSerializer.Deserialize<ExposurePayload>(protector.Unprotect(token)) is { At: { } drawn } said
                && time.GetUtcNow() - drawn <= Longest ? said : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
