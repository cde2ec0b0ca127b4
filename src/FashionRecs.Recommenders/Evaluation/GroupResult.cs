using FashionRecs.Domain.Statistics;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>The measures of one model over one group of customers.</summary>
/// <param name="Users">Customers in the group; with 0 the measures are NaN.</param>
/// <param name="Coverage">Share of the candidates that stand among somebody's first 20.</param>
/// <param name="PopularityRank">Mean place of the first 20 among all products by buyers in training, 1 the most bought; lower means more of
/// what everyone buys.</param>
/// <param name="Novelty">Mean self-information of the first 20: −log₂ of the share of customers who bought the product, with one more buyer
/// counted for all (Zhou et al., PNAS 2010); in bits, higher means less known.</param>
/// <param name="Calibration">How far the types of the first 20 are from those the customer buys, in bits (Steck, RecSys 2018); lower means
/// closer.</param>
/// <param name="NdcgPerUser">NDCG@20 of every customer, in the order of the cases, for paired comparisons.</param>
public sealed record GroupResult(
    int Users,
    BootstrapInterval Ndcg,
    BootstrapInterval Recall,
    BootstrapInterval Hit,
    BootstrapInterval Auc,
    double Coverage,
    double PopularityRank,
    BootstrapInterval Novelty,
    BootstrapInterval Calibration,
    IReadOnlyList<double> NdcgPerUser);
