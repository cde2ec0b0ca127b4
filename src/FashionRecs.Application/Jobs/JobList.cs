namespace FashionRecs.Application.Jobs;

/// <summary>What is going on behind the pages.</summary>
/// <param name="Running">What is being worked on, the longest first.</param>
/// <param name="Failed">What was given up, the latest first.</param>
/// <param name="Again">What failed and will be tried again, the next first.</param>
/// <param name="Waiting">How many of each kind wait for their turn.</param>
/// <param name="Done">What was done last, the latest first.</param>
public sealed record JobList(
    IReadOnlyList<Job> Running, IReadOnlyList<Job> Failed, IReadOnlyList<Job> Again, IReadOnlyDictionary<string, int> Waiting,
    IReadOnlyList<Job> Done);
