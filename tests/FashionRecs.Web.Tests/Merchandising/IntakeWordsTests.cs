using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Merchandising.Intake;

namespace FashionRecs.Web.Tests.Merchandising;

public class IntakeWordsTests
{
    [Theory]
    [InlineData(IntakeState.Running, "reading pictures, 3 of 8")]
    [InlineData(IntakeState.Paused, "paused, 3 of 8 read")]
    [InlineData(IntakeState.Refused, "refused")]
    [InlineData(IntakeState.Cancelled, "given up")]
    public void Of_State_SaysHowFarItHasGot(IntakeState state, string words) => Assert.Equal(words, IntakeWords.Of(Intake(state)));

    [Fact]
    public void Of_Reading_CountsWhereSomebodyCounts()
    {
        var meter = new IntakeMeter(TimeProvider.System);
        var reading = Intake(IntakeState.Reading);
        Assert.Equal("looking through the files", IntakeWords.Of(reading, meter.Looked(reading.Id)));

        meter.Look(reading.Id, 20, 90);
        Assert.Equal("looking through the files, 20 of 90", IntakeWords.Of(reading, meter.Looked(reading.Id)));

        meter.LookedThrough(reading.Id);
        Assert.Null(meter.Looked(reading.Id));
    }

    private static IntakeSummary Intake(IntakeState state) => new(
        Guid.NewGuid(), "spring", "Ada", state, null, DateTimeOffset.UnixEpoch, new Dictionary<IntakeOutcome, int> { [IntakeOutcome.New] = 5, [IntakeOutcome.Changed] = 3 }, 3, null);
}
