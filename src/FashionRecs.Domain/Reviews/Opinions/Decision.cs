namespace FashionRecs.Domain.Reviews.Opinions;

/// <summary>What follows from people's opinions on one attribute of one product.</summary>
/// <param name="Final">The opinion that is in effect, or null where nobody committed to a value and the network's word counts.</param>
/// <param name="Standing">How it came about.</param>
/// <param name="People">How many people committed to a value.</param>
public sealed record Decision(Opinion? Final, Standing Standing, int People)
{
    /// <summary>In words, for a history: "two people agree".</summary>
    public string Why => Standing switch
    {
        Standing.Open => "nobody has committed to a value",
        Standing.Unsure => "a person looked and was unsure",
        Standing.Single => "one person said so",
        Standing.Agreed => $"{People} people agree",
        Standing.Conflict => "two people differ; the later word counts until a third has looked",
        Standing.Majority => $"most of {People} people say so",
        Standing.Third => "all differ; the latest word counts",
        _ => "set outright",
    };
}
