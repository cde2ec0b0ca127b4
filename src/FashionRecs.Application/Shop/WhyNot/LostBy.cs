namespace FashionRecs.Application.Shop.WhyNot;

/// <summary>One line of a comparison of two sums.</summary>
/// <param name="FullCode">The value or family, or whatever else the contribution is known by.</param>
/// <param name="Phrase">In a shopper's words, for example "V-neckline".</param>
/// <param name="Own">What it adds to the product's score; 0 where it has none of it.</param>
/// <param name="Other">What it adds to the other one's score.</param>
public sealed record LostBy(string FullCode, string Phrase, float Own, float Other)
{
    /// <summary>What the product gains by it over the other one; below 0 what it loses.</summary>
    public float Difference => Own - Other;
}
