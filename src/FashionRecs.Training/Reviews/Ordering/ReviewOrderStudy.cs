using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Reviews.Ordering;

/// <summary>Runs <see cref="ReviewOrderSimulation"/> over several divisions of photographs that a network was not trained on.</summary>
public sealed class ReviewOrderStudy(AttributeVocabulary vocabulary, ReviewOrderOptions options)
{
    /// <summary>Runs it.</summary>
    /// <param name="weights">The network, whose heads are where learning starts.</param>
    /// <param name="pictures">Photographs with people's labels.</param>
    /// <param name="attributes">Attributes to compare on.</param>
    /// <param name="seeds">How many divisions.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops between fits.</param>
    public async Task<IReadOnlyList<ReviewOrderOutcome>> RunAsync(
        string weights, IReadOnlyList<LabelledPicture> pictures, IReadOnlyList<GarmentAttribute> attributes, int seeds,
        Action<string>? progress = null, CancellationToken cancellation = default)
    {
        TorchRuntime.EnsureLoaded();
        var (network, file) = AttributeNetworkFile.Load(weights, vocabulary);
        using (network)
        {
            var features = await Prediction.ReadAsync(
                pictures, file.Input, batch => AttributeNetwork.Pool(network.Features(batch)),
                done => progress?.Invoke($"picture {done} of {pictures.Count}"), cancellation);
            float[] ones = [.. vocabulary.Attributes.Select(_ => 1f)];
            TuningExample[] labelled = [.. pictures.Select((picture, at) =>
                new TuningExample(picture.Image, features[at], picture.Letters, ones))];
            var simulation = new ReviewOrderSimulation(
                vocabulary, new HeadFit(vocabulary, file.Temperatures, options.Fit), HeadTuning.Read(network), options);
            var runs = new List<(double[][] Random, double[][] Scored)>();
            for (var seed = 1; seed <= seeds; seed++)
            {
                runs.Add((simulation.Run(labelled, attributes, byScore: false, seed, cancellation),
                    simulation.Run(labelled, attributes, byScore: true, seed, cancellation)));
                progress?.Invoke($"division {seed} of {seeds}");
            }

            return [.. attributes.Select((attribute, at) => new ReviewOrderOutcome(
                attribute, options.Rounds, pictures.Count(picture =>
                    picture.Letters.AsSpan(attribute.Start, attribute.Values.Count).Contains(LabelLetter.Yes)),
                [.. runs.Select(run => run.Random[at])], [.. runs.Select(run => run.Scored[at])]))];
        }
    }
}
