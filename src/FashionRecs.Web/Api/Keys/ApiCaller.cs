using System.Security.Cryptography;
using System.Text;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Keys;

/// <summary>Who calls the API.</summary>
/// <param name="Key">With which key.</param>
/// <param name="Signed">With a publishable key: the shopper whose number came signed; null where none did.</param>
/// <param name="SaysShopper">Whether a signed number came at all: one that is wrong is not the same as none.</param>
internal sealed record ApiCaller(ApiKey Key, string? Signed, bool SaysShopper = false)
{
    /// <summary>Longest name of a shopper that a shop may use.</summary>
    public const int LongestShopper = 100;

    /// <summary>The caller of a request that passed the gate.</summary>
    public static ApiCaller Of(HttpContext context) =>
        context.Features.Get<ApiCaller>() ?? throw new InvalidOperationException("The request did not pass the gate.");

    /// <summary>
    /// The shopper whom a request is about. A shop names its shoppers as it likes: a number in the form of a GUID is taken as it is, any
    /// other name stands for a number that follows from it.
    /// </summary>
    /// <exception cref="ApiRefusedException">It names nobody, or somebody whom the key may not speak for.</exception>
    public Guid Shopper(string? name)
    {
        if (Key.Kind == ApiKeyKind.Publishable)
        {
            var signed = Signed ?? throw new ApiRefusedException(
                StatusCodes.Status403Forbidden, $"A publishable key needs the shopper's signed number in the header {ApiKeyHandler.ShopperHeader}, made by the server key and not yet expired.");
            return name is null || name == signed ? NumberOf(signed)
                : throw new ApiRefusedException(StatusCodes.Status403Forbidden,
                    "A publishable key may act only for the shopper whose number was signed.");
        }

        return NumberOf(name ?? throw ApiRefusedException.Bad("Say which shopper it is about."));
    }

    /// <summary>
    /// The shopper, or <see cref="Guid.Empty"/>, somebody of whom nothing is known, where a publishable key says none: that is how a browser
    /// asks before its visitor agreed to anything. Only for what keeps nothing. A server that says none forgot to.
    /// </summary>
    /// <exception cref="ApiRefusedException">It names somebody whom the key may not speak for.</exception>
    public Guid ShopperOrNobody(string? name) =>
        name is null && Key.Kind == ApiKeyKind.Publishable && !SaysShopper ? Guid.Empty : Shopper(name);

    private static Guid NumberOf(string name)
    {
        if (name.Length is 0 or > LongestShopper || string.IsNullOrWhiteSpace(name))
        {
            throw ApiRefusedException.Bad($"A shopper's name has 1 to {LongestShopper} characters.");
        }

        return Guid.TryParse(name, out var number) && number != Guid.Empty
            ? number : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"fashionrecs shopper {name}")).AsSpan(0, 16));
    }
}
