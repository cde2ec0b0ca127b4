using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Merchandising.CatalogImport;

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
        var meter = new CatalogImportMeter(TimeProvider.System);
        var reading = Import(CatalogImportState.Reading);
        Assert.Equal("looking through the files", CatalogImportWords.Of(reading, meter.Looked(reading.Id)));

        meter.Look(reading.Id, 20, 90);
        Assert.Equal("looking through the files, 20 of 90", CatalogImportWords.Of(reading, meter.Looked(reading.Id)));

        meter.LookedThrough(reading.Id);
        Assert.Null(meter.Looked(reading.Id));
    }

    private static CatalogImportSummary Import(CatalogImportState state) => new(
        Guid.NewGuid(), "spring", "Ada", state, null, DateTimeOffset.UnixEpoch,
        new Dictionary<CatalogImportOutcome, int> { [CatalogImportOutcome.New] = 5, [CatalogImportOutcome.Changed] = 3 }, 3, null);
}
