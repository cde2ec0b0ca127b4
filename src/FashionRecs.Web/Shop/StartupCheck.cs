using FashionRecs.Application;
using FashionRecs.Application.Files;
using FashionRecs.Application.Models;
using FashionRecs.Application.Seeding;
using FashionRecs.Application.Shop;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Shop;

/// <summary>
/// Opens the shop before it takes visitors, so that a database nobody can use is told to whoever starts the shop and not to each visitor.
/// </summary>
public static class StartupCheck
{
    /// <summary>Exit code of a shop that cannot open: unusable input, as for the commands.</summary>
    public const int Unusable = 2;

    /// <summary>Checks the settings, opens the database and reads the catalog.</summary>
    /// <param name="services">The shop's services.</param>
    /// <returns>Null, or one sentence that says what is unusable and where.</returns>
    public static async Task<string?> ValidateAsync(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            await services.GetRequiredService<IShopDatabase>().PrepareAsync();
            var folder = services.GetRequiredService<ShopFolder>();
            string[] own = [folder.Pictures, folder.Imports, folder.Models, folder.Keys, folder.Mail];
            foreach (var path in own)
            {
                PrivateFiles.MakeFolder(path);
            }

            PrivateFiles.Restrict(own);
            var catalog = services.GetRequiredService<CatalogOptions>();
            if (catalog.Seed)
            {
                await services.GetRequiredService<SeedCatalog>().LoadAsync();
            }

            if (catalog.FollowShippedWeights)
            {
                await services.GetRequiredService<ModelRegistry>()
                    .FollowShippedAsync(services.GetRequiredService<CurrentProjector>().Fingerprint);
            }

            await services.GetRequiredService<ShopService>().CatalogAsync();
            return null;
        }
        catch (OptionsValidationException exception)
        {
            return string.Join(' ', exception.Failures);
        }
        catch (AggregateException exception) when (
            exception.InnerExceptions.All(inner => inner is OptionsValidationException or InvalidDataException))
        {
            return string.Join(' ', exception.InnerExceptions.SelectMany(Sentences));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<string> Sentences(Exception exception) =>
        exception is OptionsValidationException invalid ? invalid.Failures : [exception.Message];
}
