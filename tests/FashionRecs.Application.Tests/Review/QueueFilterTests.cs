using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Review;

public sealed class QueueFilterTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new(Start);
    private readonly TestShop shop;

    public QueueFilterTests() => shop = new(time: time);

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Find_FactsOfProducts_AreAskedForTogether()
    {
        await AddAsync("dear", "Dress", "Black", "Ladies", 90);
        await AddAsync("cheap", "Dress", "Black", "Ladies", 10);
        await AddAsync("blue", "Dress", "Blue", "Ladies", 90);
        await AddAsync("free", "Coat", "Black", "Men", null);

        Assert.Equal(["cheap", "dear"], await IdsAsync(new() { Type = "dress", Colour = "BLACK" }));
        Assert.Equal(["dear"], await IdsAsync(new() { Type = "dress", Colour = "black", Least = 10.01m }));
        Assert.Equal(["cheap"], await IdsAsync(new() { Most = 90, Least = 10, Section = "ladies", Only = "cheap\nfree" }));
        Assert.Equal(["free"], await IdsAsync(new() { Section = "Men" }));
        Assert.Empty(await IdsAsync(new() { Section = "Men", Most = 1000 }));
        Assert.Equal(["blue", "dear", "cheap", "free"], await IdsAsync(new() { Order = ReviewOrder.Price }));
        Assert.Equal(["free", "cheap", "blue", "dear"], await IdsAsync(new() { Order = ReviewOrder.Price, Reversed = true }));
    }

    [Fact]
    public async Task Find_ImportAndDays_AreThoseOfFinishedImports()
    {
        foreach (var id in new[] { "old", "new", "both", "never" })
        {
            await AddAsync(id, "Dress", "Black", "Ladies", 9);
        }

        var first = await ImportAsync("old", "both");
        time.Advance(TimeSpan.FromDays(2));
        var second = await ImportAsync("both", "new");
        var open = await ImportAsync(CatalogImportState.Cancelled, "never");

        Assert.Equal(["both", "old"], await IdsAsync(new() { Import = first }));
        Assert.Equal(["both", "new"], await IdsAsync(new() { Import = second }));
        Assert.Empty(await IdsAsync(new() { Import = open }));
        var day = DateOnly.FromDateTime(Start.UtcDateTime);
        Assert.Equal(["both", "new"], await IdsAsync(new() { From = day.AddDays(1) }));
        Assert.Equal(["both", "old"], await IdsAsync(new() { Until = day.AddDays(1) }));
        Assert.Empty(await IdsAsync(new() { Import = first, From = day.AddDays(1) }));
        Assert.Equal(["both", "new", "old", "never"], await IdsAsync(new() { Order = ReviewOrder.Newest }));
        Assert.Equal([second, first], (await shop.Get<ArrivalsCache>().GetAsync()).Imports.Select(import => import.Id));
    }

    private Task<Guid> ImportAsync(params string[] products) => ImportAsync(CatalogImportState.Done, products);

    private async Task<Guid> ImportAsync(CatalogImportState end, params string[] products)
    {
        var store = shop.Get<ICatalogImportStore>();
        var id = await store.BeginAsync("list.csv", "Ada");
        await store.AddItemsAsync([.. products.Select((product, position) =>
            new CatalogImportItem(id, position, product, CatalogImportOutcome.New) { ProductId = product })]);
        await store.MoveAsync(id, end, [CatalogImportState.Open]);
        return id;
    }

    private Task AddAsync(string id, string type, string colour, string section, decimal? price) => shop.Get<ProductImport>().ImportAsync(
        new ProductFacts(id, $"Product {id}", type, "Group", section, colour, "Solid", price, "Words."),
        System.Text.Encoding.UTF8.GetBytes($"picture of {id}"), new FakeProjector());

    private async Task<string[]> IdsAsync(ReviewFilter filter) =>
        [.. (await shop.Get<ReviewQueue>().FindAsync(filter with { State = ReviewState.All }, "Ada"))
            .Select(entry => entry.Place.Item.Product.Id)];
}
