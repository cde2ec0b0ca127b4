using FashionRecs.Application.Complements;
using FashionRecs.Application.Notices;

namespace FashionRecs.Application.Shop;

/// <summary>
/// Drops from the memory of every server what was learned of a shopper who had everything removed, or learned from all and therefore from
/// them, too. Safe to share between threads.
/// </summary>
public sealed class DeletedShoppers : IDisposable
{
    private readonly ShopperCache shoppers;
    private readonly PairingService pairings;
    private readonly INotices notices;
    private readonly IDisposable following;

    /// <summary>Begins to follow.</summary>
    public DeletedShoppers(ShopperCache shoppers, PairingService pairings, INotices notices)
    {
        (this.shoppers, this.pairings, this.notices) = (shoppers, pairings, notices);
        following = notices.Follow(NoticeKinds.ShopperDeleted, ForgetHereAsync);
    }

    /// <summary>Forgets here and on other servers.</summary>
    public Task ForgetAsync(Guid shopper) => notices.TellAsync(NoticeKinds.ShopperDeleted, shopper.ToString("N"));

    /// <inheritdoc/>
    public void Dispose() => following.Dispose();

    private Task ForgetHereAsync(string? subject)
    {
        if (subject is null)
        {
            // Nobody knows who it was. All of it can be worked out again from what is stored.
            shoppers.Clear();
        }
        else if (Guid.TryParseExact(subject, "N", out var shopper))
        {
            shoppers.Forget(shopper);
        }

        pairings.Forget();
        return Task.CompletedTask;
    }
}
