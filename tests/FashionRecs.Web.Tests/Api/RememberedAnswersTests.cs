using FashionRecs.Web.Api.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Api;

public class RememberedAnswersTests
{
    private const int MostBytes = 1000;
    private readonly FakeTimeProvider time = new();
    private readonly RememberedAnswers answers;

    public RememberedAnswersTests() => answers = new RememberedAnswers(5, MostBytes, TimeSpan.FromDays(1), time);

    [Fact]
    public void Keep_LargerThanTheyMayHoldTogether_ForgetsTheOldest()
    {
        for (var number = 0; number < 40; number++)
        {
            Give($"{number}", 300);
            Assert.True(answers.Held <= MostBytes);
        }

        Assert.True(IsKnown("39"));
        Assert.True(IsKnown("37"));
        Assert.False(IsKnown("36"));
    }

    [Fact]
    public void Keep_MoreThanAreRemembered_ForgetsTheOldest()
    {
        for (var number = 0; number < 8; number++)
        {
            Give($"{number}", 1);
        }

        Assert.Equal(5, answers.Held);
        Assert.True(IsKnown("3"));
        Assert.False(IsKnown("2"));
    }

    [Fact]
    public void Find_AfterADay_IsNewAndCountsOnce()
    {
        Give("a", 300);
        time.Advance(TimeSpan.FromDays(2));

        Give("a", 200);

        Assert.Equal(200, answers.Held);
    }

    [Fact]
    public void Keep_OfOneThatWasForgottenMeanwhile_HoldsNothing()
    {
        var slow = answers.Find("slow", "", out _);
        answers.Forget(slow);

        answers.Keep(slow, 200, null, new byte[300]);

        Assert.Equal(0, answers.Held);
    }

    private void Give(string name, int size)
    {
        var answer = answers.Find(name, "", out var isNew);
        Assert.True(isNew);
        answers.Keep(answer, 200, null, new byte[size]);
    }

    private bool IsKnown(string name)
    {
        var answer = answers.Find(name, "", out var isNew);
        if (isNew)
        {
            answers.Forget(answer);
        }

        return !isNew;
    }
}
