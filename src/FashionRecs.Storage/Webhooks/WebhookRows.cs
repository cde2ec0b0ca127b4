using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Webhooks;

/// <summary>An address that is told what happens.</summary>
public sealed class WebhookRow
{
    public Guid Id { get; set; }
    public required string Address { get; set; }

    /// <summary>Parted by spaces.</summary>
    public required string Events { get; set; }
    public required string Secret { get; set; }
    public required string Person { get; set; }
    public long CreatedMilliseconds { get; set; }
    public bool Paused { get; set; }
}

/// <summary>A message to one.</summary>
public sealed class WebhookMessageRow
{
    public required string Id { get; set; }
    public Guid Webhook { get; set; }
    public required string Event { get; set; }
    public required string Body { get; set; }
    public long CreatedMilliseconds { get; set; }
    public long NextMilliseconds { get; set; }
    public int Tries { get; set; }

    /// <summary>waiting, delivered or given up.</summary>
    public required string State { get; set; }
    public string? Trouble { get; set; }
}

/// <summary>What webhooks were told of one thing.</summary>
public sealed class WebhookMarkRow
{
    public required string Name { get; set; }
    public required string Text { get; set; }
}

/// <summary>The tables of webhooks.</summary>
internal static class WebhookModel
{
    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WebhookRow>(entity =>
        {
            entity.ToTable("Webhooks");
            entity.HasKey(row => row.Id);
        });
        modelBuilder.Entity<WebhookMessageRow>(entity =>
        {
            entity.ToTable("WebhookMessages");
            entity.HasKey(row => row.Id);
            entity.HasIndex(row => new { row.State, row.NextMilliseconds });
            entity.HasIndex(row => new { row.Webhook, row.CreatedMilliseconds });
        });
        modelBuilder.Entity<WebhookMarkRow>(entity =>
        {
            entity.ToTable("WebhookMarks");
            entity.HasKey(row => row.Name);
            entity.Property(row => row.Text).IsConcurrencyToken();
        });
    }
}
