using System.Security.Claims;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>
/// Knows in a circuit which arm a researcher looks at: the one that the address names, else the one that was asked for before.
/// </summary>
public sealed class ArmPreview(ArmLinks links)
{
    private string? asked;

    /// <summary>The experiment and the number of its arm; null for those who do not look at one, or may not.</summary>
    public async Task<(Experiment Experiment, int Arm)?> OfAsync(ClaimsPrincipal user, string address)
    {
        if (!user.IsInRole(Roles.Researcher))
        {
            return null;
        }

        // Links in the shop do not carry the query on, and queries of their own, as of a filter, name no arm.
        if (await links.FindAsync(address) is { } named)
        {
            asked = address;
            return named;
        }

        return await links.FindAsync(asked ?? user.FindFirstValue(PreviewCookie.Claim));
    }

    /// <summary>
    /// The experiment and the number that the address asks for in vain, since the experiment has no such arm; null for those who ask for
    /// none, or may not. What was looked at before goes on.
    /// </summary>
    public async Task<(Experiment Experiment, int Arm)?> MissingAsync(ClaimsPrincipal user, string address) =>
        user.IsInRole(Roles.Researcher) ? await links.FindMissingAsync(address) : null;
}
