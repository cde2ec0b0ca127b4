using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.ApiKeys;

/// <summary>A key to the API, without its secret.</summary>
public sealed class ApiKeyRow
{
    public required string Id { get; set; }
    public required string Name { get; set; }

    /// <summary>server or publishable.</summary>
    public required string Kind { get; set; }

    /// <summary>Parted by spaces.</summary>
    public required string Scopes { get; set; }
    public required byte[] Hash { get; set; }
    public long CreatedMilliseconds { get; set; }
    public long? ExpiresMilliseconds { get; set; }
    public long? RevokedMilliseconds { get; set; }
    public long? LastUseMilliseconds { get; set; }
    public string? SigningSecret { get; set; }
    public string? ServerKey { get; set; }
}

/// <summary>The table of keys.</summary>
internal static class ApiKeyModel
{
    public static void Apply(ModelBuilder modelBuilder) => modelBuilder.Entity<ApiKeyRow>(entity =>
    {
        entity.ToTable("ApiKeys");
        entity.HasKey(row => row.Id);
    });
}
