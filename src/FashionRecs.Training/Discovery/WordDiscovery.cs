namespace FashionRecs.Training.Discovery;

/// <summary>
/// Finds words of product texts that the network's units respond to (Vittayakorn et al., "Automatic attribute discovery with neural
/// activations", 2016). A head is fitted per word, and how visible the word is, is measured on held-out products of the same type.
/// Deterministic.
/// </summary>
public sealed class WordDiscovery(DiscoveryOptions options)
{
    /// <summary>The words that enough products have, the most visible within their type first.</summary>
    /// <param name="products">Products with pictures and texts.</param>
    /// <param name="leftOut">Words that are not looked at: those of the vocabulary, common ones, types and colours.</param>
    /// <exception cref="InvalidDataException">There are too few products.</exception>
    public IReadOnlyList<DiscoveredWord> Run(IReadOnlyList<DescribedProduct> products, IReadOnlySet<string> leftOut)
    {
        DescribedProduct[] fitted = [.. products.Where(product => !product.IsHeldOut)];
        DescribedProduct[] held = [.. products.Where(product => product.IsHeldOut)];
        if (fitted.Length < options.LeastFitted || held.Length < options.LeastHeldOut)
        {
            throw new InvalidDataException(
                $"Words need at least {options.LeastFitted} products with pictures and texts to fit on and {options.LeastHeldOut} to "
                    + $"measure on, not {fitted.Length} and {held.Length}.");
        }

        var (places, counts) = (Places(fitted), Places(held));
        var heads = new WordHeadFit([.. fitted.Select(product => product.Features)], options.Shrinkage);
        var responses = new UnitResponses([.. fitted.Select(product => product.Features)]);
        var types = fitted.Index().GroupBy(one => one.Item.Type, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(one => one.Index).ToArray(), StringComparer.Ordinal);
        return [.. places.Keys.Where(word => !leftOut.Contains(word) && IsFrequent(word)).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select((word, at) => Read(word, places[word], options.Seed + at))
            .OrderByDescending(word => double.IsNaN(word.WithinType.Area) ? -1 : word.WithinType.Area)];

        bool IsFrequent(string word) => places[word].Count >= options.LeastFitted && places[word].Count < fitted.Length
            && counts.TryGetValue(word, out var measured) && measured.Count >= options.LeastHeldOut && measured.Count < held.Length;

        DiscoveredWord Read(string word, List<int> with, int seed)
        {
            var head = heads.Fit(with);
            var divergence = responses.Of(with);
            int[] units = [.. Enumerable.Range(0, divergence.Length).OrderByDescending(unit => divergence[unit]).Take(options.Units)];
            var main = with.GroupBy(place => fitted[place].Type, StringComparer.Ordinal).MaxBy(group => group.Count())!;
            return new DiscoveredWord(word, with.Count, Among(held, word, head), Within(held, word, head),
                Within(held, word, heads.Fit(ByLot(with, fitted, types, new Random(seed)))), units,
                [.. units.Select(unit => divergence[unit])],
                main.Key, (double)main.Count() / with.Count, head);
        }
    }

    /// <summary>As many other places of each type as have the word, drawn without replacement.</summary>
    private static int[] ByLot(List<int> with, DescribedProduct[] products, Dictionary<string, int[]> types, Random random) =>
        [.. with.GroupBy(place => products[place].Type, StringComparer.Ordinal).SelectMany(group =>
        {
            int[] all = [.. types[group.Key]];
            random.Shuffle(all);
            return all.Take(group.Count());
        })];

    private static Dictionary<string, List<int>> Places(DescribedProduct[] products)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (at, product) in products.Index())
        {
            foreach (var word in product.Words)
            {
                (places.TryGetValue(word, out var list) ? list : places[word] = []).Add(at);
            }
        }

        return places;
    }

    private static SeparationScore Among(IEnumerable<DescribedProduct> products, string word, WordHead head)
    {
        var sides = products.ToLookup(product => product.Words.Contains(word), product => head.Score(product.Features));
        return SeparationScore.Of([.. sides[true]], [.. sides[false]]);
    }

    private static SeparationScore Within(DescribedProduct[] products, string word, WordHead head) => SeparationScore.Within(
        products.GroupBy(product => product.Type, StringComparer.Ordinal)
            .Where(group => group.Any(product => product.Words.Contains(word))).Select(group => Among(group, word, head)));
}
