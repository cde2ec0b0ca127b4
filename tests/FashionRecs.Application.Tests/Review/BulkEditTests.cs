using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Bulk;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Review;

public sealed class BulkEditTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Apply_WholeFilter_AddsAndNeverOverwrites()
    {
        await FillAsync(50);
        await SubmitAsync("p00", Round);
        var request =
            new BulkRequest(new ReviewFilter { Attribute = Round.Attribute, Value = Round, State = ReviewState.All }, Round.Attribute,
            VNeck);

        var preview = await Bulk.PreviewAsync(request, "Bob");
        Assert.Equal((49, 1, 0), (preview.Changes.Count, preview.Kept, preview.Same));
        Assert.Equal(0, await CountAsync(VNeck)); // a preview does nothing
        Assert.Equal(49, await Bulk.ApplyAsync(request, preview, "Bob"));

        Assert.Equal(49, await CountAsync(VNeck));
        Assert.Equal(Round, (await shop.Shop.CatalogAsync()).TryFind("p00")![Round.Attribute]!.Top);
    }

    [Fact]
    public async Task Preview_WhatTheNetworkSays_TellsConfirmedFromOther()
    {
        await FillAsync(3);
        await shop.AddAsync("p09", VNeck);
        await SubmitAsync("p00", VNeck);

        var preview =
            await Bulk.PreviewAsync(new BulkRequest(new ReviewFilter { State = ReviewState.All }, Round.Attribute, Round, Overwrite: true),
            "Bob");

        Assert.Equal((4, 2), (preview.Changes.Count, preview.Others));
        Assert.Equal(
            [("p00", VNeck, "Ada", true), ("p01", Round, null, false), ("p02", Round, null, false), ("p09", VNeck, null, true)],
            preview.Steps.OrderBy(step => step.Item.Product.Id)
                .Select(step => (step.Item.Product.Id, step.Before!, step.Reviewer, step.IsOther)));
    }

    [Fact]
    public async Task Undo_BulkEdit_TakesAllOfItBack()
    {
        await FillAsync(50);
        var request = new BulkRequest(new ReviewFilter { State = ReviewState.All }, Round.Attribute, VNeck);
        await Bulk.ApplyAsync(request, await Bulk.PreviewAsync(request, "Bob"), "Bob");

        var moved = await shop.Get<IReviewStore>().UndoAsync("Bob");

        Assert.Equal(50, moved!.Products.Count);
        Assert.Equal(0, await CountAsync(VNeck));
        Assert.All((await shop.Shop.CatalogAsync()).Items, item => Assert.Equal(TagSource.Predicted, item[Round.Attribute]!.Source));
    }

    [Fact]
    public async Task Apply_Overwrite_SetsReviewedOnesToo()
    {
        await FillAsync(3);
        await SubmitAsync("p00", Round);
        var request = new BulkRequest(new ReviewFilter { State = ReviewState.All }, Round.Attribute, VNeck, Overwrite: true);

        Assert.Equal(3, await Bulk.ApplyAsync(request, await Bulk.PreviewAsync(request, "Bob"), "Bob"));

        Assert.Equal(3, await CountAsync(VNeck));
    }

    [Fact]
    public async Task Apply_ReviewedSinceThePreview_IsLeftAlone()
    {
        await FillAsync(3);
        var request = new BulkRequest(new ReviewFilter { State = ReviewState.All }, Round.Attribute, VNeck);
        var preview = await Bulk.PreviewAsync(request, "Bob");
        await SubmitAsync("p01", Round);

        Assert.Equal(2, await Bulk.ApplyAsync(request, preview, "Bob"));
    }

    [Fact]
    public async Task Find_OpenQueue_DropsWhatThePersonAnswered()
    {
        await FillAsync(3);
        var queue = shop.Get<ReviewQueue>();
        var filter = new ReviewFilter { Attribute = Round.Attribute };
        Assert.Equal(3, (await queue.FindAsync(filter, "Ada")).Count);

        await SubmitAsync("p01", Round);

        Assert.Equal(["p00", "p02"], (await queue.FindAsync(filter, "Ada")).Select(entry => entry.Place.Item.Product.Id).Order());
        Assert.Equal(["p01"],
            (await queue.FindAsync(filter with { State = ReviewState.Done }, "Ada")).Select(entry => entry.Place.Item.Product.Id));
        Assert.Equal(["p01"],
            (await queue.FindAsync(filter with { State = ReviewState.All, Person = "Ada" }, "Bob"))
            .Select(entry => entry.Place.Item.Product.Id));
    }

    private BulkEdit Bulk => shop.Get<BulkEdit>();

    private async Task FillAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await shop.AddAsync($"p{number:00}", Round);
        }
    }

    private Task SubmitAsync(string product, AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(
        new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, value.English,
            [new ReviewChange(product, value.Attribute, TagMarks.Choose(value))]));

    private async Task<int> CountAsync(AttributeValue value) =>
        (await shop.Shop.CatalogAsync()).Items.Count(item => item[value.Attribute] is { Source: TagSource.Reviewed } reading
            && reading.Top == value);
}
