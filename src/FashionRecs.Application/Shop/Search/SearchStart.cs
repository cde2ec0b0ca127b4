using FashionRecs.Application.Caching;

namespace FashionRecs.Application.Shop.Search;

/// <summary>
/// What the index of a changed catalog begins from: that of an earlier state, so that a change costs no more than itself. Holds no catalog,
/// so that the states before are let go.
/// </summary>
/// <param name="Index">The earlier index.</param>
/// <param name="Places">Places of the products that changed since; null where products came or went.</param>
/// <param name="Texts">An index of texts, of the same state or one before.</param>
/// <param name="Touched">Ids of the products that came, went or have another text since that was made.</param>
internal sealed record SearchStart(
    SearchIndex Index, IReadOnlySet<int>? Places, Once<TextIndex> Texts, IReadOnlySet<string> Touched);
