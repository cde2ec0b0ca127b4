namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>What several rows say of one product: the sizes of one colour together.</summary>
/// <param name="Entry">What they say, not yet judged.</param>
/// <param name="Lines">Further lines that belong to it.</param>
/// <param name="Sizes">The sizes that can be had, each once.</param>
/// <param name="MorePictures">Pictures beside the first.</param>
/// <param name="PricesDiffer">Whether its rows name several prices.</param>
public sealed record ListedProduct(ListEntry Entry, IReadOnlyList<int> Lines, IReadOnlyList<string> Sizes,
    IReadOnlyList<string> MorePictures, bool PricesDiffer);
