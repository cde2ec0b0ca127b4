using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders;

/// <summary>A recommender that can say what its scores are made of.</summary>
public interface IExplainedRecommender : IRecommender
{
    /// <summary>
    /// What each reason adds to every product's score; (reasons, products), in a fixed order of reasons. Their sum may fall short of the
    /// score by what no reason speaks of.
    /// </summary>
    float[][] Shares(CustomerHistory customer);
}
