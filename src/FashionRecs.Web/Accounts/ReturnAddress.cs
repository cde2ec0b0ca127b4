namespace FashionRecs.Web.Accounts;

/// <summary>Where to go after signing in.</summary>
public static class ReturnAddress
{
    /// <summary>The address, if it is a path of this shop; else the start page. A link must not be able to send people elsewhere.</summary>
    public static string Checked(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
