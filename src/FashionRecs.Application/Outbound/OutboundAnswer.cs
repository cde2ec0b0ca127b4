namespace FashionRecs.Application.Outbound;

/// <summary>What another server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="From">The address that answered, after all that led there.</param>
/// <param name="Tag">Which state of the thing it is; null where the server does not say.</param>
public sealed record OutboundAnswer(int Status, Uri From, string? Tag)
{
    /// <summary>Whether the thing is as it was when it had the tag that was sent.</summary>
    public bool IsUnchanged => Status == 304;
}
