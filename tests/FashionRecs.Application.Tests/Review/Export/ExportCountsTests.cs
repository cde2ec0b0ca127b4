using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Review.Export;

public sealed class ExportCountsTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("neckline_design", 1)]
    [InlineData("sleeve_length", 0)]
    [InlineData(null, 1)]
    public async Task Of_AnyAttributes_CountsTheRowsThatTheExportWrites(string? attribute, int annotations)
    {
        await shop.AddAsync("a", Round, TestShop.Value("sleeve_length", "Long Sleeves"));
        await shop.AddAsync("b", VNeck);
        await shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, VNeck.English,
            [new ReviewChange("a", VNeck.Attribute, TagMarks.Choose(VNeck))]));
        var all = shop.Get<AttributeVocabulary>().Attributes;
        var asked = attribute is null ? all : [.. all.Where(one => one.Code == attribute)];

        var entries = await shop.Get<ReviewQueue>().FindInEffectAsync(new ReviewFilter { State = ReviewState.All }, "Ada");
        var counts = ExportCounts.Of(entries, asked);

        var rows = ExportCounts.Rows(entries, asked).ToArray();
        Assert.Equal((2, rows.Count(row => row.HasAnything), annotations), (counts.Products, counts.Tags, counts.Annotations));
        Assert.Equal(annotations, rows.Count(row => row.Final is not null));
    }
}
