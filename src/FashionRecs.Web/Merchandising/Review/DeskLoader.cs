using FashionRecs.Domain.Reviews.Opinions;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Settings;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Puts products on a reviewer's desk.</summary>
public sealed class DeskLoader(CatalogStore catalog, ProductOpinions opinions, SettingStore settings)
{
    /// <summary>Loads one product; null where the shop does not have it (any more).</summary>
    public async Task<DeskProduct?> LoadAsync(string product, string reviewer)
    {
        var (said, seen) = await opinions.OfAsync(product);
        if (await catalog.TryFindAsync(product) is not { } item)
        {
            return null;
        }

        var asked = SecondOpinion.IsAsked(product, await settings.NumberAsync(SettingStore.SecondOpinionShare));
        return new DeskProduct(item, said, reviewer, asked, seen);
    }
}
