using FashionRecs.Recommenders;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Vision.Torch.Runtime;
using static TorchSharp.torch;

namespace FashionRecs.Training.Attention;

/// <summary>
/// The trained model of regions: each attribute's region is projected to a small vector, a shopper asks for what goes with the regions they
/// own, and an attention over the attributes, which depends on shopper and product, weighs how well each region answers (Hou et al.:
/// Explainable fashion recommendation, a semantic attribute region guided approach, IJCAI 2019). Words of the product (type, section,
/// colour, pattern, price band, the product itself) are further parts. Learned by pairs of a bought product and one that was not (Rendle et
/// al. 2009). A score is the sum of one share per part and one for how much everybody wants the product.
/// </summary>
public sealed class RegionAttention : IExplainedRecommender, IDisposable
{
    private readonly RegionAttentionOptions options;
    private readonly string[] regionNames;
    private readonly float[] regions; // (products, regions, features)
    private readonly long[] words;    // (products, words)
    private readonly int[] wordCounts;
    private readonly Lock gate = new();
    private RegionAttentionNetwork? network;
    private Tensor? asks;
    private Tensor? offers;
    private Tensor? biases;

    /// <param name="features">Regions of the products' pictures; null for words alone.</param>
    /// <param name="words">Per named word, per product its number, 0 up.</param>
    public RegionAttention(string name, ShopProducts products, PictureFeatureTable? features,
        IReadOnlyList<(string Name, int[] Numbers)> words, RegionAttentionOptions options)
    {
        (Name, this.options) = (name, options);
        regionNames = features is null ? [] : [.. features.Regions.Keys, "whole picture"];
        regions = new float[products.Count * regionNames.Length * PictureFeatureTable.Size];
        for (var region = 0; region < regionNames.Length; region++)
        {
            for (var item = 0; item < products.Count; item++)
            {
                var numbers = region == regionNames.Length - 1 ? features!.Pictures[item] : features!.Regions[regionNames[region]][item];
                numbers?.CopyTo(regions, ((item * regionNames.Length) + region) * PictureFeatureTable.Size);
            }
        }

        this.words = new long[products.Count * words.Count];
        for (var word = 0; word < words.Count; word++)
        {
            for (var item = 0; item < products.Count; item++)
            {
                this.words[(item * words.Count) + word] = words[word].Numbers[item];
            }
        }

        wordCounts = [.. words.Select(word => word.Numbers.Max() + 1)];
        ShareNames = [.. regionNames, .. words.Select(word => word.Name), "wanted by everybody"];
        Products = products.Count;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The names of the shares, in the order of <see cref="Shares"/>.</summary>
    public IReadOnlyList<string> ShareNames { get; }

    private int Products { get; }

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        TorchRuntime.EnsureLoaded();
        Dispose();
        random.manual_seed(options.Seed);
        network = new RegionAttentionNetwork(regionNames.Length, PictureFeatureTable.Size, wordCounts, Products, options);
        using var pictures = Pictures();
        using var said = tensor(words, [Products, wordCounts.Length]);
        RegionAttentionTraining.Run(network, pictures, said, history, options);
        using var noGrad = no_grad();
        using var all = arange(Products, dtype: ScalarType.Int64);
        asks = network.Ask(pictures, said).DetachFromDisposeScope();
        offers = network.Offer(pictures, said).DetachFromDisposeScope();
        biases = network.Bias(all).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        using var scope = NewDisposeScope();
        lock (gate)
        {
            Read(customer).sum(-1).data<float>().CopyTo(scores);
        }
    }

    /// <summary>The shares of every product's score; (shares, products). Their sum is the score.</summary>
    public float[][] Shares(CustomerHistory customer)
    {
        using var scope = NewDisposeScope();
        lock (gate)
        {
            var table = Read(customer).transpose(0, 1).contiguous();
            return [.. Enumerable.Range(0, ShareNames.Count).Select(share => table[share].data<float>().ToArray())];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        network?.Dispose();
        asks?.Dispose();
        offers?.Dispose();
        biases?.Dispose();
    }

    /// <summary>(products, shares).</summary>
    private Tensor Read(CustomerHistory customer)
    {
        if (network is null)
        {
            throw new InvalidOperationException("The model has learned from no purchases yet.");
        }

        using var noGrad = no_grad();
        var everybody = biases!.unsqueeze(1);
        var parts = customer.Items.Length == 0
            ? zeros(Products, ShareNames.Count - 1)
            : network.Shares(asks!.index_select(0, tensor(customer.Items.Select(item => (long)item).ToArray())).mean([0], keepdim: true),
                offers!)[0];
        return cat([parts, everybody], 1).contiguous();
    }

    private Tensor Pictures() => regionNames.Length == 0
        ? zeros(Products, 0, PictureFeatureTable.Size)
        : tensor(regions, [Products, regionNames.Length, PictureFeatureTable.Size]);
}
