using FashionRecs.Domain.Attributes;
using FashionRecs.Recommenders;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Attention;

namespace FashionRecs.Cli;

/// <summary>The models that <c>recommend evaluate</c> compares.</summary>
internal static class RecommendationModels
{
    /// <summary>The product's own ranking on the best inputs given.</summary>
    public static ShareSum Explained(RecommendationInputs inputs) =>
        new($"explained ({inputs.Main.Source})", inputs.Products, inputs.Main, inputs.StartWeights, inputs.Features);

    /// <summary>The ranking of the shop's pages.</summary>
    public static ShopSum Shop(RecommendationInputs inputs)
    {
        var terms = ShareTerms.Create(inputs.Products, inputs.Main, inputs.Features)
            .Where(term => !inputs.Main.Traits.ContainsKey(term.Name));
        var evidence = new ShareSum("evidence", inputs.Products, inputs.Main, inputs.StartWeights, inputs.Features, [.. terms]);
        return new ShopSum("shop", evidence, new ValuesTerm(inputs.Products, inputs.Main, AttributeVocabularyFile.Default));
    }

    /// <summary>All models, the product's own first.</summary>
    public static IEnumerable<IRecommender> Create(RecommendationInputs inputs, ShareSum explained, int seed)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        yield return explained;
        if (inputs.Main.Traits.Count > 0)
        {
            yield return Shop(inputs);
        }

        if (inputs.Network is not null && inputs.Words.Traits.Count > 0)
        {
            yield return new ShareSum($"explained ({inputs.Words.Source})", inputs.Products, inputs.Words, inputs.StartWeights,
                inputs.Features);
        }

        if (inputs.Features is not null)
        {
            yield return new RegionAttention("region attention", inputs.Products, inputs.Features, Words(inputs.Products),
                new RegionAttentionOptions { Seed = seed });
            yield return new VisualBpr(inputs.Features, new VisualBprOptions { Seed = seed });
        }

        if (inputs.Main.Traits.Count > 0)
        {
            yield return new OnlineLearner(inputs.Products, inputs.Main, vocabulary, population: true);
            yield return new OnlineLearner(inputs.Products, inputs.Main, vocabulary, population: false);
            yield return new AttributeCosine(inputs.Main);
        }

        yield return new Popularity("popularity");
        yield return new Popularity("recent popularity", halfLifeDays: 2);
        yield return new ItemNeighbours(shrinkage: 30);
        yield return new BprFactorization(new BprOptions { Seed = seed });
        yield return new Ease();
    }

    private static (string, int[])[] Words(ShopProducts products) =>
    [
        ("type", ShareTerms.Trait(products, product => product.Type)),
        ("section", ShareTerms.Trait(products, product => product.Section)),
        ("colour", ShareTerms.Trait(products, product => product.Colour)),
        ("pattern", ShareTerms.Trait(products, product => product.Pattern)),
        ("price band", ShareTerms.Trait(products, ShareTerms.PriceBand)),
        ("bought together", [.. Enumerable.Range(0, products.Count)]),
    ];
}
