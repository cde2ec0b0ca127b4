using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Training.Attention;

/// <summary>
/// The network of <see cref="RegionAttention"/>. A product is a set of parts: the regions of its attributes, and words such as its type or
/// colour. Each part is projected to what it offers and to what owning it asks for; both (products, parts, size).
/// </summary>
internal sealed class RegionAttentionNetwork : nn.Module
{
#pragma warning disable IDE1006, SA1306 // TorchSharp takes a parameter's name in the state from the field's name.
    private readonly Parameter offerRegions; // (regions, features, size)
    private readonly Parameter askRegions;
    private readonly ModuleList<Embedding> offerWords = [];
    private readonly ModuleList<Embedding> askWords = [];
    private readonly Parameter askHidden;    // (size, hidden)
    private readonly Parameter offerHidden;  // (size, hidden)
    private readonly Parameter partHidden;   // (parts, hidden)
    private readonly Parameter attend;       // (hidden)
    private readonly Parameter bias;         // (products)
#pragma warning restore IDE1006, SA1306

    public RegionAttentionNetwork(int regions, int features, IReadOnlyList<int> words, int products, RegionAttentionOptions options)
        : base(nameof(RegionAttentionNetwork))
    {
        offerRegions = nn.Parameter(randn(regions, features, options.Size) * 0.1);
        askRegions = nn.Parameter(randn(regions, features, options.Size) * 0.1);
        foreach (var count in words)
        {
            offerWords.Add(Small(count, options.Size));
            askWords.Add(Small(count, options.Size));
        }

        askHidden = nn.Parameter(randn(options.Size, options.Hidden) * 0.1);
        offerHidden = nn.Parameter(randn(options.Size, options.Hidden) * 0.1);
        partHidden = nn.Parameter(zeros(regions + words.Count, options.Hidden));
        attend = nn.Parameter(randn(options.Hidden) * 0.1);
        bias = nn.Parameter(zeros(products));
        RegisterComponents();
    }

    /// <summary>What each part of a product offers.</summary>
    /// <param name="regions">(n, regions, features), 0 where nothing is shown.</param>
    /// <param name="words">(n, words), numbers of words.</param>
    /// <returns>(n, parts, size).</returns>
    public Tensor Offer(Tensor regions, Tensor words) => Parts(regions, words, offerRegions, offerWords);

    /// <summary>What owning each part of a product asks for; the same shapes.</summary>
    public Tensor Ask(Tensor regions, Tensor words) => Parts(regions, words, askRegions, askWords);

    /// <summary>
    /// The shares of scores, without the bias: attention × (what the shopper asks for · what the product offers), per part.
    /// The attention is fine-grained: it depends on the shopper and on the very product.
    /// </summary>
    /// <param name="asks">(shoppers, parts, size).</param>
    /// <param name="offers">(products, parts, size).</param>
    /// <returns>(shoppers, products, parts).</returns>
    public Tensor Shares(Tensor asks, Tensor offers)
    {
        using var scope = NewDisposeScope();
        var match = einsum("bps,kps->bkp", asks, offers);
        return Weigh(match, asks.matmul(askHidden).unsqueeze(1), offers.matmul(offerHidden).unsqueeze(0)).MoveToOuterDisposeScope();
    }

    /// <summary>The same for one product per shopper; all (n, parts, size) → (n, parts).</summary>
    public Tensor SharesOf(Tensor asks, Tensor offers)
    {
        using var scope = NewDisposeScope();
        return Weigh((asks * offers).sum(-1), asks.matmul(askHidden), offers.matmul(offerHidden)).MoveToOuterDisposeScope();
    }

    /// <summary>How much a product is wanted whoever looks at it; (n).</summary>
    public Tensor Bias(Tensor items) => bias.index_select(0, items);

    private Tensor Weigh(Tensor match, Tensor asks, Tensor offers)
    {
        var hidden = (asks + offers + partHidden).tanh();                         // (…, parts, hidden)
        return hidden.matmul(attend).softmax(-1) * match.shape[^1] * match;       // attention of mean 1 over the parts
    }

    private static Embedding Small(int count, int size)
    {
        var embedding = nn.Embedding(count, size);
        nn.init.normal_(embedding.weight, 0, 0.1);
        return embedding;
    }

    private static Tensor Parts(Tensor regions, Tensor words, Tensor projection, ModuleList<Embedding> embeddings)
    {
        using var scope = NewDisposeScope();
        var seen = einsum("nrf,rfs->nrs", regions, projection);
        var said = embeddings.Select((embedding, word) => embedding.forward(words.select(1, word)).unsqueeze(1));
        return cat([seen, .. said], 1).MoveToOuterDisposeScope();
    }
}
