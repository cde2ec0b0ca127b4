using FashionRecs.Application.Shop.Replay;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
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

    /// <summary>The shop itself, its shares weighed by what the purchases say.</summary>
    public static ReplayedShop Shop(RecommendationInputs inputs, ReplayOptions options)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        CatalogItem[] items = [.. Enumerable.Range(0, inputs.Products.Count).Select(product => Item(inputs, product, vocabulary))];
        return new ReplayedShop("shop", items, vocabulary, options, history =>
        {
            var terms = ShareTerms.Create(inputs.Products, inputs.Main, inputs.Features)
                .Where(term => !inputs.Main.Traits.ContainsKey(term.Name));
            var evidence = new ShareSum("evidence", inputs.Products, inputs.Main, inputs.StartWeights, inputs.Features, [.. terms]);
            evidence.Fit(history);
            return evidence.Terms.Zip(evidence.Likeliest).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        });
    }

    /// <summary>A product of the list as the shop has it, its values as if a person had said them.</summary>
    private static CatalogItem Item(RecommendationInputs inputs, int index, AttributeVocabulary vocabulary)
    {
        var listed = inputs.Products[index];
        var product = new Product
        {
            Id = listed.Code, Name = listed.Name, Type = listed.Type, Group = listed.Group, Section = listed.Section,
                Colour = listed.Colour, Pattern = listed.Pattern,
            Price = double.IsNaN(listed.Price) ? null : (decimal)listed.Price, Description = listed.Description, Picture = listed.Image,
                PictureWidth = 480, PictureHeight = 640,
        };
        var said = vocabulary.Attributes
            .Select(attribute => (attribute, Value: inputs.Main.Traits.TryGetValue(attribute.Code, out var traits) ? traits[index]
                : attribute.Values.Count))
            .Where(pair => pair.Value < pair.attribute.Values.Count)
            .Select(pair => new ReviewedTag(
                pair.attribute, [.. pair.attribute.Values.Select(value => value.Position == pair.Value ? TagMark.Is : TagMark.IsNot)],
                    null, "", DateTimeOffset.UnixEpoch, null));
        return new CatalogItem(vocabulary, product, null, [.. said]);
    }

    /// <summary>All models, the product's own first.</summary>
    public static IEnumerable<IRecommender> Create(RecommendationInputs inputs, ShareSum explained, ReplayOptions options, int seed)
    {
        var vocabulary = AttributeVocabularyFile.Default;
        yield return explained;
        if (inputs.Main.Traits.Count > 0)
        {
            yield return Shop(inputs, options);
        }

        if (inputs.Network is not null && inputs.Words.Traits.Count > 0)
        {
            yield return new ShareSum($"explained ({inputs.Words.Source})", inputs.Products, inputs.Words, inputs.StartWeights,
                inputs.Features);
        }

        foreach (var model in PictureModels(inputs, seed))
        {
            yield return model;
        }

        if (inputs.Main.Traits.Count > 0)
        {
            yield return new OnlineLearner(inputs.Products, inputs.Main, vocabulary, population: true);
            yield return new OnlineLearner(inputs.Products, inputs.Main, vocabulary, population: false);
            yield return new AttributeCosine(inputs.Main);
            yield return new ExplicitFactors(AttributeVectors.Of(inputs.Products, inputs.Main, vocabulary),
                new ExplicitFactorsOptions { Seed = seed });
        }

        var types = ShareTerms.Trait(inputs.Products, product => product.Type);
        yield return new Popularity("popularity");
        yield return new Popularity("recent popularity", halfLifeDays: 2);
        yield return new CategoryPopularity(types);
        yield return new LatestCategory(types);
        yield return new ItemNeighbours(shrinkage: 30);
        yield return new Item2Vec(new Item2VecOptions { Seed = seed });
        yield return new BprFactorization(new BprOptions { Seed = seed });
        yield return new TopicFactors(inputs.Products, new TopicFactorsOptions { Seed = seed });
        yield return new LightGcn(new LightGcnOptions { Seed = seed });
        yield return new Ease();
    }

    /// <summary>The models that need pictures; none where there are none.</summary>
    private static IEnumerable<IRecommender> PictureModels(RecommendationInputs inputs, int seed)
    {
        if (inputs.Features is { } features)
        {
            var types = ShareTerms.Trait(inputs.Products, product => product.Type);
            yield return new RegionAttention("region attention", inputs.Products, features, Words(inputs.Products),
                new RegionAttentionOptions { Seed = seed });
            yield return new VisualBpr(features.Pictures, new VisualBprOptions { Seed = seed });
            yield return new DeepStyle(features.Pictures, types, new DeepStyleOptions { Seed = seed });
            yield return new AttentiveViews(features, new AttentiveViewsOptions { Seed = seed });
            yield return new StyleDistance(features.Pictures, new StyleDistanceOptions { Seed = seed });
        }

        if (inputs.Aesthetics is { } aesthetics)
        {
            yield return AestheticBpr.Create(aesthetics, inputs.Features, new VisualBprOptions { Seed = seed });
        }
    }

    /// <summary>The words that are further parts of the region attention.</summary>
    internal static (string, int[])[] Words(ShopProducts products) =>
    [
        ("type", ShareTerms.Trait(products, product => product.Type)),
        ("section", ShareTerms.Trait(products, product => product.Section)),
        ("colour", ShareTerms.Trait(products, product => product.Colour)),
        ("pattern", ShareTerms.Trait(products, product => product.Pattern)),
        ("price band", ShareTerms.Trait(products, ShareTerms.PriceBand)),
        ("bought together", [.. Enumerable.Range(0, products.Count)]),
    ];
}
