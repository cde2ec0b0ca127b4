using FashionRecs.Application.Catalog;
using FashionRecs.Application.Review;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Puts products on a reviewer's desk.</summary>
public sealed class ReviewTaskLoader(ICatalogStore catalog, IAnnotationStore annotations, ISettingStore settings)
{
    /// <summary>Loads one product; null where the shop does not have it (any more).</summary>
    public async Task<ReviewTask?> LoadAsync(string product, string reviewer)
    {
        var (said, seen) = await annotations.OfAsync(product);
        if (await catalog.TryFindAsync(product) is not { } item)
        {
            return null;
        }

        var asked = SecondAnnotation.IsAsked(product, await settings.NumberAsync(SettingNumbers.SecondAnnotationShare));
        var isTest = TestItem.IsIn(product, await settings.NumberAsync(SettingNumbers.TestItemShare));
        return new ReviewTask(item, said, reviewer, asked, seen) { IsTest = isTest };
    }
}
