namespace FashionRecs.Application.Webhooks;

/// <summary>A note of what webhooks have been told of one thing. Immutable.</summary>
/// <param name="Name">The thing.</param>
/// <param name="From">What the note says now; null where there is none.</param>
/// <param name="To">What it shall say.</param>
public sealed record WebhookMark(string Name, string? From, string To);
