using FashionRecs.Experiments.Lab;

namespace FashionRecs.Experiments.Tests.Lab;

public class ParticipantActionsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly Participant Invited = new() { Number = 3, Unit = Guid.NewGuid() };

    [Fact]
    public void Agree_Twice_KeepsTheFirst()
    {
        var agreed = ParticipantActions.Agree(Invited, 4, "phone", Start)!;

        Assert.Equal((1, 4, "phone"), (agreed.Step, agreed.Place, agreed.Device));
        Assert.Null(ParticipantActions.Agree(agreed, 5, "laptop", Start));
        Assert.Null(ParticipantActions.Decline(agreed));
    }

    [Fact]
    public void GoOn_FromAPageThatIsBehind_ChangesNothing()
    {
        var agreed = ParticipantActions.Agree(Invited, 0, "phone", Start)!;
        var next = ParticipantActions.GoOn(agreed, 1, 5, Start.AddMinutes(1))!;

        Assert.Null(ParticipantActions.GoOn(next, 1, 5, Start.AddMinutes(2)));
        Assert.Equal(Start.AddMinutes(1), next.ReachedAt(2));
        // In another zone and by a clock that was moved back: never before the step it follows.
        var back = ParticipantActions.GoOn(next, 2, 5, Start.ToOffset(TimeSpan.FromHours(-8)).AddHours(-3))!;
        Assert.Equal(Start.AddMinutes(1), back.ReachedAt(3));
    }

    [Fact]
    public void GoOn_BeforeAgreeingOrAfterTheEnd_ChangesNothing()
    {
        Assert.Null(ParticipantActions.GoOn(Invited, 0, 5, Start));
        Assert.Null(ParticipantActions.GoOn(Invited with { Place = 1, Step = 4 }, 4, 5, Start));
    }

    [Fact]
    public void Withdraw_WhoAnswered_KeepsNothingOfIt()
    {
        var answered = Invited with { Place = 1, Step = 3, Answers = [new(1, "a", 4)], Comment = "mine", Reached = [Start] };

        var gone = ParticipantActions.Withdraw(answered)!;

        Assert.True(gone is { Withdrew: true, TakesPart: false, Answers: [], Comment: "", Reached: [], Device: null });
        Assert.Null(ParticipantActions.Withdraw(gone));
        Assert.Null(ParticipantActions.Agree(gone, 9, "phone", Start));
    }

    [Fact]
    public void Code_OfAnotherNumberOrStudy_IsNone()
    {
        var codes = new ParticipantCode(new byte[32]);

        Assert.Equal(12, codes.TryRead(codes.Of(12)));
        Assert.Null(codes.TryRead(codes.Of(12).Replace("12-", "13-", StringComparison.Ordinal)));
        Assert.Null(new ParticipantCode([.. Enumerable.Repeat((byte)1, 32)]).TryRead(codes.Of(12)));
        Assert.All(new[] { null, "", "12", "12-", "-", "x-y", "12-ab-cd" }, code => Assert.Null(codes.TryRead(code)));
    }
}
