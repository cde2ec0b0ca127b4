using System.CommandLine;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs reviews</c>: what is known of reviewing.</summary>
internal static class ReviewsCommand
{
    public static Command Create() => new("reviews", "Measure how reviews are best used.") { ReviewsOrderCommand.Create() };
}
