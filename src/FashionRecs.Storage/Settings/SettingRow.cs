using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Settings;

/// <summary>One setting that people change while the shop runs.</summary>
public sealed class SettingRow
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}

/// <summary>The table of settings.</summary>
internal static class SettingModel
{
    public static void Apply(ModelBuilder modelBuilder) => modelBuilder.Entity<SettingRow>(entity =>
    {
        entity.ToTable("Settings");
        entity.HasKey(row => row.Name);
    });
}
