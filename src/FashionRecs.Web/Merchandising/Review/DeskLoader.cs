using FashionRecs.Application.Catalog;
using FashionRecs.Application.Review;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Reviews.Opinions;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Puts products on a reviewer's desk.</summary>
public sealed class DeskLoader(ICatalogStore catalog, IOpinionStore opinions, ISettingStore settings)
{
    /// <summary>Loads one product; null where the shop does not have it (any more).</summary>
    public async Task<DeskProduct?> LoadAsync(string product, string reviewer)
    {
        var (said, seen) = await opinions.OfAsync(product);
        if (await catalog.TryFindAsync(product) is not { } item)
        {
            return null;
        }

        var asked = SecondOpinion.IsAsked(product, await settings.NumberAsync(SettingNumbers.SecondOpinionShare));
        return new DeskProduct(item, said, reviewer, asked, seen);
    }
}
