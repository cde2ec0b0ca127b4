using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Complements;

/// <summary>A term of the evidence as it ranks for everybody. Immutable.</summary>
/// <param name="Term">The term, fitted.</param>
/// <param name="Label">Its name in a shopper's words.</param>
/// <param name="Likeliest">The weight under which purchases are likeliest, at least 0.</param>
/// <param name="Raise">What is added to it to rank.</param>
internal sealed record EvidenceTerm(IShareTerm Term, string Label, double Likeliest, double Raise)
{
    /// <summary>The term's name.</summary>
    public string Name => Term.Name;
}
