using FashionRecs.Application;
using FashionRecs.Application.Models;
using FashionRecs.Application.Seeding;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Pictures;

namespace FashionRecs.Web.Shop;

/// <summary>Opens the shop before it takes visitors, so that a database nobody can use is told to whoever starts the shop and not to each visitor.</summary>
public static class StartupCheck
{
    /// <summary>Exit code of a shop that cannot open: unusable input, as for the commands.</summary>
    public const int Unusable = 2;

    /// <summary>Opens the database and reads the catalog.</summary>
    /// <param name="services">The shop's services.</param>
    /// <param name="seeded">Whether an empty shop starts with the catalog that ships.</param>
    /// <returns>Null, or one sentence that says what is unusable and where.</returns>
    public static async Task<string?> ValidateAsync(IServiceProvider services, bool seeded)
    {
        try
        {
            await services.GetRequiredService<IShopDatabase>().PrepareAsync();
            if (seeded)
            {
                await services.GetRequiredService<SeedCatalog>().LoadAsync();
                // Words, boxes and heat maps of one product come from the same weights, also after an update of the shop.
                await services.GetRequiredService<ModelRegistry>().FollowShippedAsync(services.GetRequiredService<CurrentProjector>().Fingerprint);
            }

            await services.GetRequiredService<ShopService>().CatalogAsync();
            return null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
