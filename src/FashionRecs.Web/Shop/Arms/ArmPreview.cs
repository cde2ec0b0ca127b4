using System.Security.Claims;
using FashionRecs.Storage.Accounts;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Remembers, as long as the page is open, the link by which a researcher asked to look at an arm.</summary>
public sealed class ArmPreview
{
    private string? asked;

    /// <summary>The address that names the arm, or null for those who may not look.</summary>
    public string? AddressFor(ClaimsPrincipal user, string address)
    {
        if (!user.IsInRole(Roles.Researcher))
        {
            return null;
        }

        // Links in the shop do not carry the query on; the last one that had any counts.
        asked = address.Contains('?', StringComparison.Ordinal) ? address : asked;
        return asked;
    }
}
