using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Localization;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Regions;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Regions;

/// <summary>
/// Makes the head for regions of a network: reads features, fits the head, and chooses on other pictures how parts are cut out.
/// </summary>
/// <param name="weights">The network's weights file.</param>
/// <param name="options">Settings.</param>
/// <param name="report">Told in words how far it is.</param>
public sealed class RegionHeadFit(string weights, RegionHeadOptions options, Action<string>? report = null)
{
    private const int ReportEvery = 1600;

    /// <summary>Fits a head and writes it.</summary>
    /// <param name="photographs">True regions of the photographs that the network was trained on.</param>
    /// <param name="drawings">The same of drawings.</param>
    /// <param name="validation">Sets of true regions on which rules are chosen.</param>
    /// <param name="path">File to write.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public async Task RunAsync(
        IReadOnlyList<TrueRegion> photographs, IReadOnlyList<TrueRegion> drawings, IReadOnlyList<IReadOnlyList<TrueRegion>> validation,
        string path, CancellationToken cancellation)
    {
        TorchRuntime.EnsureLoaded();
        random.manual_seed(options.Seed);
        var vocabulary = AttributeVocabularyFile.Default;
        var (network, made) = AttributeNetworkFile.Load(weights, vocabulary);
        using (network)
        {
            using var folded = new FoldedNetwork(network, Precision.BFloat16, CPU);
            var reader = new RegionExampleReader(folded, made.Input, vocabulary, options);
            using var examples = reader.Read(photographs, drawings, (done, all) => Report(done, all), cancellation);
            using var head = new RegionHead(vocabulary.Attributes.Count, (int)examples.Last.shape[1], (int)examples.Fine.shape[1],
                options.Width);
            RegionHeadTraining.Run(head, examples, options,
                (epoch, loss) => report?.Invoke(FormattableString.Invariant($"epoch {epoch}: loss {loss:F4}")), cancellation);
            var file = new RegionHeadFile(head, AttributeModelFile.Fingerprint(weights),
                [.. vocabulary.Attributes.Select(_ => PartRule.Default)]);
            file.Save(path, vocabulary);
            (file with { Rules = await ChooseAsync(path, vocabulary, validation, cancellation) }).Save(path, vocabulary);
        }
    }

    /// <summary>Chooses the rules of a head again.</summary>
    /// <param name="path">The head's file.</param>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="validation">Sets of true regions.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async Task<IReadOnlyList<PartRule>> ChooseAsync(
        string path, AttributeVocabulary vocabulary, IReadOnlyList<IReadOnlyList<TrueRegion>> validation, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(weights, regions: path);
        var sets = new List<IReadOnlyList<ReadRegion>>();
        foreach (var truths in validation)
        {
            sets.Add(await ReadRegion.ReadAsync(engine, truths, cancellation));
        }

        return [.. vocabulary.Attributes.Select(attribute =>
        {
            IReadOnlyList<ReadRegion>[] own = [.. sets.Select(set => set.Where(region => region.Truth.Attribute == attribute).ToArray())];
            var rule = own.Any(set => set.Count > 0) ? PartRuleSearch.Choose(own, engine.Weights) : PartRule.Default;
            report?.Invoke($"{attribute.Code}: {rule}");
            return rule;
        })];
    }

    private void Report(int done, int all)
    {
        if (done % ReportEvery == 0 || done == all)
        {
            report?.Invoke(FormattableString.Invariant($"read {done} of {all}"));
        }
    }
}
