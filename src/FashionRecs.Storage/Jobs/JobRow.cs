using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Jobs;

/// <summary>Some work behind the pages.</summary>
public sealed class JobRow
{
    public Guid Id { get; set; }
    public required string Kind { get; set; }
    public int Version { get; set; }
    public required string Subject { get; set; }

    /// <summary>Kind and subject until the job is done, so that there is one of them at a time; null after that.</summary>
    public string? Once { get; set; }

    /// <summary>Name of the <see cref="Application.Jobs.JobState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Whether it was asked for once more while somebody worked on it.</summary>
    public bool Again { get; set; }
    public int Tries { get; set; }

    /// <summary>Who works on it, or null.</summary>
    public Guid? Worker { get; set; }

    /// <summary>Until when it is theirs, unless they say so again.</summary>
    public long HeldUntilMilliseconds { get; set; }
    public int Done { get; set; }
    public int Total { get; set; }

    /// <summary>Why it failed last, in a sentence, or null.</summary>
    public string? Reason { get; set; }
    public long QueuedMilliseconds { get; set; }
    public long DueMilliseconds { get; set; }
    public long? BegunMilliseconds { get; set; }
    public long? EndedMilliseconds { get; set; }
}

/// <summary>The table of work behind the pages.</summary>
internal static class JobModel
{
    public static void Apply(ModelBuilder modelBuilder) => modelBuilder.Entity<JobRow>(entity =>
    {
        entity.ToTable("Jobs");
        entity.HasKey(row => row.Id);
        entity.HasIndex(row => row.Once).IsUnique();
        entity.HasIndex(row => new { row.State, row.DueMilliseconds });
    });
}
