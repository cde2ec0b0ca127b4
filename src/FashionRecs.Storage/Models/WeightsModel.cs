using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Models;

/// <summary>Weights made from reviews.</summary>
public sealed class WeightsRow
{
    /// <summary>Fingerprint of the file.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Full path of the file; null for the weights that ship.</summary>
    public string? Path { get; set; }

    /// <summary>How it was made and measured, as JSON.</summary>
    public required string Report { get; set; }
    public long AtMilliseconds { get; set; }
}

/// <summary>Which weights were taken into use when and by whom. Append-only: the latest row counts.</summary>
public sealed class WeightsUseRow
{
    public long Sequence { get; set; }
    public required string Fingerprint { get; set; }
    public required string Person { get; set; }
    public long AtMilliseconds { get; set; }
}

/// <summary>Tables of weights and their use.</summary>
internal static class WeightsModel
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WeightsRow>(entity =>
        {
            entity.ToTable("Weights");
            entity.HasKey(row => row.Fingerprint);
        });
        modelBuilder.Entity<WeightsUseRow>(entity =>
        {
            entity.ToTable("WeightsUses");
            entity.HasKey(row => row.Sequence);
        });
    }
}
