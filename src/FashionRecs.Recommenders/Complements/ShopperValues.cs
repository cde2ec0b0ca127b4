using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Complements;

/// <summary>What each term of the evidence says of every product to somebody who chose some, before it is weighed. Immutable.</summary>
/// <param name="Customer">What they chose.</param>
/// <param name="Values">The evidence; (terms, products).</param>
/// <param name="Means">Its mean over the products that it is compared with; (terms).</param>
/// <param name="Spread">Its standard deviation over all products; (terms).</param>
public sealed record ShopperValues(CustomerHistory Customer, float[][] Values, double[] Means, double[] Spread);
