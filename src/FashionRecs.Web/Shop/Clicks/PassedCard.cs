using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Web.Shop.Clicks;

/// <summary>A product that was on the screen before the one that was opened, and was not opened.</summary>
/// <param name="Product">The product.</param>
/// <param name="Position">Its zero-based position on the page.</param>
public sealed record PassedCard(string Product, int Position)
{
    /// <summary>Most that one click can pass over; what was higher up is long forgotten.</summary>
    public const int Most = 24;

    /// <summary>The event's id: follows from the click's, so that a click sent again passes over nothing twice.</summary>
    public Guid EventOf(Guid click) => new(SHA256.HashData([.. click.ToByteArray(), .. Encoding.UTF8.GetBytes(Product)]).AsSpan(0, 16));
}
