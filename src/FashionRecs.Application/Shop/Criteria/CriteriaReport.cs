namespace FashionRecs.Application.Shop.Criteria;

/// <summary>What ranked the lists of the last days, criterion by criterion.</summary>
/// <param name="Days">How many days back it reaches.</param>
/// <param name="Lists">Lists that were looked at.</param>
/// <param name="Shoppers">Shoppers whose lists they were.</param>
/// <param name="Products">Products on them, counted once per list.</param>
/// <param name="Shares">What each criterion carried, largest first; empty where no list was ranked by anything.</param>
public sealed record CriteriaReport(int Days, int Lists, int Shoppers, int Products, IReadOnlyList<CriterionShare> Shares);
