namespace FashionRecs.Domain.Reviews.Statistics;

/// <summary>How much a person reviewed and how fast.</summary>
/// <param name="Reviewer">Who.</param>
/// <param name="Acts">Steps taken.</param>
/// <param name="Annotations">Words said on an attribute of a product, bulk edits left out.</param>
/// <param name="Products">Different products touched.</param>
/// <param name="Active">Time at work: gaps between steps, long ones left out.</param>
public sealed record Throughput(string Reviewer, int Acts, int Annotations, int Products, TimeSpan Active)
{
    /// <summary>A longer gap between two steps is a break, not work.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromMinutes(2);

    /// <summary>From less time at work no speed is worked out: a few steps in a row say little of an hour.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(5);

    /// <summary>Products per hour at work; NaN below <see cref="Least"/>.</summary>
    public double ProductsPerHour => Active >= Least ? Products / Active.TotalHours : double.NaN;

    /// <summary>Sums up each person's steps, in any order.</summary>
    public static IReadOnlyList<Throughput> Of(IEnumerable<WorkStep> steps) =>
        [.. steps.GroupBy(step => step.Reviewer, StringComparer.Ordinal).Select(Sum).OrderByDescending(one => one.Products)];

    private static Throughput Sum(IGrouping<string, WorkStep> steps)
    {
        WorkStep[] ordered = [.. steps.OrderBy(step => step.At)];
        var active = ordered.Zip(ordered.Skip(1)).Select(pair => pair.Second.At - pair.First.At).Where(gap => gap <= Break)
            .Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap);
        return new Throughput(
            steps.Key, ordered.Length, ordered.Sum(step => step.Products.Count),
            ordered.SelectMany(step => step.Products).Distinct(StringComparer.Ordinal).Count(), active);
    }
}

/// <summary>One step of a person's work.</summary>
/// <param name="Reviewer">Who.</param>
/// <param name="At">When.</param>
/// <param name="Products">The product of each word said.</param>
public sealed record WorkStep(string Reviewer, DateTimeOffset At, IReadOnlyList<string> Products);
