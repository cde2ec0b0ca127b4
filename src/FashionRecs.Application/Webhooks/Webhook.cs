namespace FashionRecs.Application.Webhooks;

/// <summary>An address that is told what happens. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where messages go.</param>
/// <param name="Events">What it is told (<see cref="WebhookEvents"/>).</param>
/// <param name="Secret">What signs its messages, encrypted.</param>
/// <param name="Person">Who made it.</param>
/// <param name="Created">When it was made.</param>
public sealed record Webhook(Guid Id, string Address, IReadOnlyList<string> Events, string Secret, string Person, DateTimeOffset Created)
{
    /// <summary>Whether its messages wait until somebody lets it go on.</summary>
    public bool IsPaused { get; init; }
}
