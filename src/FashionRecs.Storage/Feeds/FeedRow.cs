using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Feeds;

/// <summary>A feed with its last run.</summary>
public sealed class FeedRow
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public required string Address { get; set; }
    public long EverySeconds { get; set; }
    public required string Person { get; set; }
    public long CreatedMilliseconds { get; set; }
    public long NextMilliseconds { get; set; }
    public bool Paused { get; set; }
    public long? RanMilliseconds { get; set; }

    /// <summary>fetched, unchanged or failed; null before the first run.</summary>
    public string? Outcome { get; set; }
    public string? Trouble { get; set; }
    public Guid? Import { get; set; }
    public string? Tag { get; set; }
    public string? Content { get; set; }
}

/// <summary>The table of feeds.</summary>
internal static class FeedModel
{
    public static void Apply(ModelBuilder modelBuilder) => modelBuilder.Entity<FeedRow>(entity =>
    {
        entity.ToTable("Feeds");
        entity.HasKey(row => row.Id);
    });
}
