namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>What follows from people's annotations on one attribute of one product.</summary>
/// <param name="Final">
/// The annotation that is in effect, or null where the network's word counts. It names a value, but for <see
/// cref="ConsensusStatus.Rejected"/>.
/// </param>
/// <param name="Status">How it came about.</param>
/// <param name="People">How many people looked and committed to a value.</param>
public sealed record Decision(Annotation? Final, ConsensusStatus Status, int People)
{
    /// <summary>In words, for a history: "two people agree".</summary>
    public string Why => Status switch
    {
        ConsensusStatus.Open => "nobody has committed to a value",
        ConsensusStatus.Unsure => "a person looked and was unsure",
        ConsensusStatus.Single => "one person said so",
        ConsensusStatus.Agreed => $"{People} people agree",
        ConsensusStatus.Conflict => "two people differ; the later word counts until a third has looked",
        ConsensusStatus.Majority => $"most of {People} people say so",
        ConsensusStatus.Unseen => "a bulk edit said so; nobody has looked",
        ConsensusStatus.Rejected => "a person said what it is not",
        ConsensusStatus.Third => "all differ; the latest word counts",
        _ => "set outright",
    };
}
