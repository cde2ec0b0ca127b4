using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>A share that rests on single products of the customer, one of which can be named.</summary>
public interface ISupportingItemFeature : IShareTerm
{
    /// <summary>The customer's product that says most for another one, to be named in the explanation; −1 where none does.</summary>
    int SupportingItem(CustomerHistory customer, int product);
}
