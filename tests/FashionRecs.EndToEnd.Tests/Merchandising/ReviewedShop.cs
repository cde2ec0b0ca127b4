using System.Text.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Review;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

/// <summary>
/// A shop of 60 drawn products in which two people have said some hundred words, often differing, and an import waits for its go.
/// </summary>
public sealed class ReviewedShop : IAsyncLifetime
{
    private readonly Random random = new(3);

    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <summary>A product both spoke on.</summary>
    public string Product { get; private set; } = "";

    /// <summary>An import with new, changed and refused files.</summary>
    public Guid Import { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await DrawnProducts.FillAsync(Server.Services, 60);
        var items = (await Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items;
        Product = items[0].Product.Id;
        await Server.Services.GetRequiredService<ISettingStore>().SetAsync(SettingNumbers.SecondAnnotationShare, "0.5");
        foreach (var item in items.Take(45))
        {
            await SubmitAsync(item, "ada@example.org", 0.8, null);
        }

        foreach (var item in items.Take(25))
        {
            await SubmitAsync(item, "grace.brewster.hopper@example.org", 0.7, "The picture hides it.");
        }

        await HandInAsync(items);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private Task SubmitAsync(CatalogItem item, string reviewer, double agrees, string? comment) =>
        Server.Services.GetRequiredService<IReviewStore>().SubmitAsync(new ReviewAct(
        Guid.NewGuid(), reviewer, ReviewActKind.Say, $"everything on {item.Product.Name}",
        [.. AttributeVocabularyFile.Default.Attributes.Select(attribute =>
            new ReviewChange(item.Product.Id, attribute, Marks(item, attribute, agrees), Comment: comment))]));

    private IReadOnlyList<TagMark>? Marks(CatalogItem item, GarmentAttribute attribute, double agrees) => random.NextDouble() switch
    {
        < 0.03 => null,
        var chance when chance < agrees => TagMarks.Choose(NetworkAnswer.Of(attribute, item[attribute]!.Probabilities)),
        _ => TagMarks.Choose(attribute.Values[random.Next(attribute.Values.Count)]),
    };

    private async Task HandInAsync(IReadOnlyList<CatalogItem> items)
    {
        var imports = Server.Services.GetRequiredService<ICatalogImportStore>();
        Import = await imports.BeginAsync("spring-list-with-a-rather-long-name.csv and 40 more", "ada@example.org",
            CatalogImportState.Ready);
        await imports.AddItemsAsync([.. Enumerable.Range(0, 40).Select(at => new CatalogImportItem(
            Import, at, $"pictures/spring/{at:000}.jpg",
            at % 5 == 4 ? CatalogImportOutcome.Refused : at % 7 == 3 ? CatalogImportOutcome.Changed : CatalogImportOutcome.New)
        {
            ProductId = $"n{at}",
            Reason = at % 5 == 4 ? "it is not a readable JPEG, PNG or WebP picture" : null,
            Picture = at % 5 == 4 ? null : items[at].Product.Picture,
            Facts = at % 5 == 4 ? null : new ProductFacts($"n{at}", $"Wrap dress {at}", "Dress", "", "", "", "", 19.99m, ""),
        })]);
    }
}
