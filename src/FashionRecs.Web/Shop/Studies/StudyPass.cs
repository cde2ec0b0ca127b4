using System.Globalization;
using System.Security.Claims;

namespace FashionRecs.Web.Shop.Studies;

/// <summary>Says that a browser is a participant's.</summary>
/// <param name="Experiment">Key of the study.</param>
/// <param name="Number">Number of the participant.</param>
/// <param name="Device">Tells the participant's devices apart; means nothing else.</param>
public sealed record StudyPass(string Experiment, int Number, string Device)
{
    /// <summary>Type of the claim of a user who shops as a participant.</summary>
    public const string Claim = "fashionrecs:study";

    /// <summary>The pass of a user; null for whoever shops as themselves.</summary>
    public static StudyPass? Of(ClaimsPrincipal user) => TryRead(user.FindFirstValue(Claim));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static StudyPass? TryRead(string? text) => text?.Split(' ') is [var experiment, var number, var device]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
        ? new(experiment, read, device) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Experiment} {Number} {Device}");
}
