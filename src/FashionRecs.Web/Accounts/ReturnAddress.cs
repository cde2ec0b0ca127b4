namespace FashionRecs.Web.Accounts;

/// <summary>Where to go after signing in.</summary>
public static class ReturnAddress
{
    private static readonly Uri Shop = new("http://shop.invalid");

    /// <summary>The address, if it is a path of this shop; else the start page. A link must not be able to send people elsewhere.</summary>
    public static string Checked(string? address) =>
        address is ['/', ..] && !address.Any(char.IsControl) && !address.Contains('\\', StringComparison.Ordinal)
        && Uri.TryCreate(Shop, address, out var whole) && whole.Host == Shop.Host && whole.Scheme == Shop.Scheme
        && !whole.AbsolutePath.Contains("//", StringComparison.Ordinal)
            ? whole.PathAndQuery
            : "/";
}
