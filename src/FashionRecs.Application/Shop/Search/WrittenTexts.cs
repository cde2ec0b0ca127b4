namespace FashionRecs.Application.Shop.Search;

/// <summary>Texts of a catalog that were indexed before.</summary>
/// <param name="Segment">The index.</param>
/// <param name="Touched">Ids of the products that came, went or have another text since.</param>
internal sealed record WrittenTexts(TextSegment Segment, IReadOnlyCollection<string> Touched);
