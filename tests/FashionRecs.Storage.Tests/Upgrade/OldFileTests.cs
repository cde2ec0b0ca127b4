using System.Text.Json;
using System.Text.Json.Nodes;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Storage.Database;
using FashionRecs.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Upgrade;

/// <summary>A file from before values were stored by their codes is opened, carried over, and says what it said.</summary>
public sealed class OldFileTests : IDisposable
{
    private readonly string folder = OldFile.Unpack();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Open_FileFromBeforeCodes_ShowsTheSameBeliefsAndReviews()
    {
        var before = JsonNode.Parse(OldFile.Said)!;
        var shoppers = before["beliefs"]!.AsObject().Select(pair => Guid.Parse(pair.Key)).ToArray();
        string[] touched = [.. before["history"]!.AsArray().Select(entry => (string)entry!["product"]!).Distinct()];
        using var shop = Open();

        var after = await WhatTheShopSays.OfAsync(shop, shoppers, touched);

        Assert.Equal((8, 150, 41, 100),
            (shoppers.Length, (int)after["products"]!, after["reviewed"]!.AsArray().Count, after["history"]!.AsArray().Count));
        AssertSame(before, after, "");
    }

    [Fact]
    public async Task Open_FileFromBeforeCodes_HoldsCodesAndTheirVocabulary()
    {
        using var shop = Open();

        var events = await shop.Get<ShopDatabase>()
            .RunAsync(context => context.Events.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());

        Assert.Equal((624, 521, 114),
            (events.Count, events.Count(row => row.Amounts is not null), events.Count(row => row.ValueCode is not null)));
        Assert.All(events.Where(row => row.ValueCode is not null),
            row => Assert.NotNull(TestShop.Vocabulary.TryFindByFullCode(row.ValueCode)));
        Assert.All(events, row => Assert.Equal(
            row.Amounts is null && row.ValueCode is null ? (null, null)
                : ("fashionai-garments", (int?)1), (row.Vocabulary, row.VocabularyVersion)));
        var columns = await shop.Get<ShopDatabase>()
            .RunAsync(context => context.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('Events')").ToListAsync());
        Assert.DoesNotContain("Item", columns);
        Assert.DoesNotContain("Value", columns);
    }

    [Fact]
    public async Task Open_FileFromBeforeCodes_HoldsMarksAndReadingsAsTheyAreWrittenNow()
    {
        using var shop = Open();

        var (rows, products) = await shop.Get<ShopDatabase>().RunAsync(async context => (
            await context.Annotations.AsNoTracking().ToListAsync(), await context.Products.AsNoTracking().Where(row => row.Tags != null)
                .ToListAsync()));

        Assert.Equal((51, 150), (rows.Count, products.Count));
        Assert.All(rows.Where(row => row.Marks.Length > 0), row => Assert.StartsWith("{\"", row.Marks));
        Assert.Contains(rows, row => row.Marks.Contains(":\"m\"", StringComparison.Ordinal));
        var item = (await shop.Shop.CatalogAsync()).Items[0];
        await shop.Get<ICatalogStore>().SaveAsync(item.Product, item.Predicted);
        Assert.Equal(products.Single(row => row.Id == item.Product.Id).Tags,
            await shop.Get<ShopDatabase>()
            .RunAsync(context => context.Products.Where(row => row.Id == item.Product.Id).Select(row => row.Tags).SingleAsync()));
    }

    [Fact]
    public async Task Open_FileFromBeforeTheNamesOfTheField_HoldsTheSameRowsUnderThem()
    {
        using var shop = Open();

        var (signals, states, imports) = await shop.Get<ShopDatabase>().RunAsync(async context => (
            await context.Events.Select(row => row.Signal).ToListAsync(),
            await context.GroundTruthTags.Select(row => row.Status).ToListAsync(),
            await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM CatalogImports").SingleAsync()));

        Assert.DoesNotContain("PassedOver", signals);
        Assert.Equal(295, signals.Count(signal => signal == "Skipped"));
        Assert.Equal(55, states.Count(state => Enum.TryParse<ConsensusStatus>(state, out _)));
        Assert.Equal(1, imports);
    }

    [Fact]
    public async Task Record_AfterwardsInAnOldFile_LearnsOnTopAndIsTakenBack()
    {
        var shopper = Guid.Parse(JsonNode.Parse(OldFile.Said)!["beliefs"]!.AsObject().First().Key);
        using var shop = Open();
        var before = await shop.Shop.ShopperAsync(shopper);
        var product =
            (await shop.Shop.CatalogAsync()).Items.First(item => !before.Chose(item.Product.Id)
            && item.Vector.Quanta.ContainsAnyExcept((byte)0)).Product.Id;

        var after = await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Bag, product));
        var undone = await shop.Shop.UndoAsync(shopper);

        Assert.Equal(before.History.Events.Count + 1, after.History.Events.Count);
        Assert.NotEqual(before.State.Mean.ToArray(), after.State.Mean.ToArray());
        Assert.Equal(before.State.Mean.ToArray(), undone.State.Mean.ToArray());
    }

    // The shipped prior and what an act counts for may change; what an old file says must not depend on them.
    private TestShop Open() => new(folder, configure: services => services
        .AddSingleton(PreferencePrior.Flat(TestShop.Vocabulary, 1))
        .AddSingleton(
            new PreferenceOptions { LikeStrength = 1, DislikeStrength = 1, HideStrength = 1.5, BagStrength = 2, AskStrength = 4 }));

    private static void AssertSame(JsonNode? before, JsonNode? after, string path)
    {
        switch (before)
        {
            case JsonObject one:
                var other = Assert.IsType<JsonObject>(after);
                Assert.Equal(one.Select(pair => pair.Key).Order(), other.Select(pair => pair.Key).Order());
                foreach (var (name, value) in one)
                {
                    AssertSame(value, other[name], $"{path}/{name}");
                }

                break;
            case JsonArray one:
                var others = Assert.IsType<JsonArray>(after);
                Assert.True(one.Count == others.Count, $"{path} had {one.Count} entries and has {others.Count}.");
                for (var at = 0; at < one.Count; at++)
                {
                    AssertSame(one[at], others[at], $"{path}[{at}]");
                }

                break;
            case JsonValue one when one.GetValueKind() == JsonValueKind.Number:
                // Sums of products of doubles in another order of machine instructions.
                Assert.True(Math.Abs((double)one - (double)after!) <= 1e-9 * Math.Max(1, Math.Abs((double)one)),
                    $"{path} was {one} and is {after}.");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(before, after), $"{path} was {before?.ToJsonString()} and is {after?.ToJsonString()}.");
                break;
        }
    }
}
