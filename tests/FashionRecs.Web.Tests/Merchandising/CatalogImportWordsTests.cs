using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Merchandising.CatalogImport;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Merchandising;

public class CatalogImportWordsTests
{
    [Theory]
    [InlineData(CatalogImportState.Running, "reading pictures, 3 of 8")]
    [InlineData(CatalogImportState.Paused, "paused, 3 of 8 read")]
    [InlineData(CatalogImportState.Refused, "refused")]
    [InlineData(CatalogImportState.Cancelled, "cancelled")]
    public void Of_State_SaysHowFarItHasGot(CatalogImportState state, string words) =>
        Assert.Equal(words, CatalogImportWords.Of(Import(state)));

    [Fact]
    public void Of_Reading_CountsWhereSomebodyCounts()
    {
        var reading = Import(CatalogImportState.Reading);

        Assert.Equal("looking through the files", CatalogImportWords.Of(reading));
        Assert.Equal("looking through the files, 20 of 90", CatalogImportWords.Of(reading, (20, 90)));
    }

    [Fact]
    public void Left_WhileItIsWatched_FollowsHowFastItIs()
    {
        var time = new FakeTimeProvider();
        var pace = new CatalogImportPace(time);

        Assert.Null(pace.Left(10, 100));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(40), pace.Left(20, 100));
        Assert.Null(pace.Left(0, 100)); // Read anew from the beginning.
    }

    private static CatalogImportSummary Import(CatalogImportState state) => new(
        Guid.NewGuid(), "spring", "Ada", state, null, DateTimeOffset.UnixEpoch,
        new Dictionary<CatalogImportOutcome, int> { [CatalogImportOutcome.New] = 5, [CatalogImportOutcome.Changed] = 3 }, 3, null);
}
