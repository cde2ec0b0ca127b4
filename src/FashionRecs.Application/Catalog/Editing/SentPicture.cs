namespace FashionRecs.Application.Catalog.Editing;

/// <summary>A picture as a program sends it: where it is, or itself.</summary>
/// <param name="Address">Where it is; null where it is here.</param>
/// <param name="Bytes">The encoded picture; null where it is to be fetched.</param>
public sealed record SentPicture(string? Address, ReadOnlyMemory<byte>? Bytes);
