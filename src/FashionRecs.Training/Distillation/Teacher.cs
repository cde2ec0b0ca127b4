using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Distillation;

/// <summary>
/// Second opinions on labelled pictures, each the mean over a picture and its mirror image: (pictures, values) in [0, 1].
/// </summary>
public static class Teacher
{
    private const int Folds = 2;

    /// <summary>What a trained network says.</summary>
    public static Task<IReadOnlyList<float[]>> OfNetworkAsync(
        AttributeNetwork network, AttributeModelFile weights, IReadOnlyList<LabelledPicture> pictures, CancellationToken cancellation) =>
        RunAsync(pictures, weights.Input, batch => network.forward(batch).sigmoid(), cancellation);

    /// <summary>
    /// What a read-out of ImageNet features says. Training pictures are read by a read-out fitted on the other half of them, so that it
    /// does not repeat their labels; the others by the mean of both.
    /// </summary>
    public static async Task<(IReadOnlyList<float[]> Training, IReadOnlyList<float[]> Others)> OfFeaturesAsync(
        MobileNetV2 network, AttributeVocabulary vocabulary, IReadOnlyList<LabelledPicture> training, IReadOnlyList<LabelledPicture> others,
        TrainingOptions options,
        CancellationToken cancellation)
    {
        using var features = Table(await RunAsync(training, options.Input, network.Features, cancellation));
        using var otherFeatures = Table(await RunAsync(others, options.Input, network.Features, cancellation));
        var results = new float[training.Count][];
        var means = others.Select(_ => new float[vocabulary.Values.Count]).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            using var scope = NewDisposeScope();
            int[] fitted = [.. Enumerable.Range(0, training.Count).Where(i => i % Folds != fold)],
            read = [.. Enumerable.Range(0, training.Count).Where(i => i % Folds == fold)];
            using var readOut = LinearProbe.Fit(vocabulary, Pick(features, fitted), [.. fitted.Select(i => training[i])], options);
            var rows = Rows(readOut.Predict(Pick(features, read)));
            for (var i = 0; i < read.Length; i++)
            {
                results[read[i]] = rows[i];
            }

            var said = Rows(readOut.Predict(otherFeatures));
            for (var i = 0; i < means.Length; i++)
            {
                means[i] = [.. means[i].Zip(said[i], (sum, value) => sum + (value / Folds))];
            }
        }

        return (results, means);
    }

    private static Task<IReadOnlyList<float[]>> RunAsync(IReadOnlyList<LabelledPicture> pictures, InputSize input,
        Func<Tensor, Tensor> read, CancellationToken cancellation) =>
        Prediction.ReadAsync(pictures, input, upright => (read(upright) + read(upright.flip(3))) / 2, cancellation: cancellation);

    private static Tensor Table(IReadOnlyList<float[]> rows) =>
        torch.tensor(rows.SelectMany(row => row).ToArray(), [rows.Count, MobileNetV2.FeatureCount]);

    private static Tensor Pick(Tensor table, int[] rows) => table.index_select(0, torch.tensor(rows.Select(row => (long)row).ToArray()));

    private static IReadOnlyList<float[]> Rows(Tensor table) => [.. table.contiguous().data<float>().ToArray().Chunk((int)table.shape[1])];
}
