using System.Globalization;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Trains an <see cref="AttributeNetwork"/>: one checkpoint per epoch, from which a run goes on exactly as if it had never stopped.
/// </summary>
public sealed class Trainer
{
    private readonly TrainingOptions options;
    private readonly TimeProvider time;
    private readonly IReadOnlyList<LabelledPicture> validation;
    private readonly BatchLoader loader;
    private readonly AttributeNetwork network;
    private readonly AttributeNetwork averaged;
    private readonly AttributeLoss loss;
    private readonly MomentumSgd optimizer;
    private readonly WeightAverage average;
    private readonly string run;

    /// <summary>Prepares a run.</summary>
    /// <param name="network">Where training starts.</param>
    /// <param name="training">Sets of pictures to fit, mixed.</param>
    /// <param name="validation">Pictures to measure on after every epoch.</param>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="time">Clock for the speed that is reported.</param>
    /// <exception cref="InvalidDataException">The network has no stage of the name from which it should learn.</exception>
    public Trainer(AttributeNetwork network, IReadOnlyList<TrainingSet> training, IReadOnlyList<LabelledPicture> validation,
        TrainingOptions options, TimeProvider time)
    {
        var precision = options.Precision ?? TorchDevice.PickPrecision(CPU);
        options = options with { Precision = precision };
        (this.network, this.validation, this.options, this.time) = (network, validation, options, time);
        network.Precision = precision;
        Freeze(network, options.FromStage);
        averaged = new AttributeNetwork(network.Vocabulary, network.Shape) { Precision = precision };
        loader = new BatchLoader(training, options.Input, options.Batch, options.Seed);
        loss = new AttributeLoss(network.Vocabulary, training, options);
        optimizer = new MomentumSgd(NetworkState.Parameters(network), Rates(), options.Momentum, options.WeightDecay);
        average = new WeightAverage(NetworkState.Of(network), options.AverageDecay);
        run = string.Create(CultureInfo.InvariantCulture,
            $"{options} pictures={string.Join('+', training.Select(set => $"{set.Pictures.Count}×{set.Weight}"))}");
    }

    /// <summary>Steps of the whole run.</summary>
    public int Steps => loader.StepsPerEpoch * options.Epochs;

    /// <summary>Trains to the last epoch.</summary>
    /// <param name="folder">Where checkpoints go.</param>
    /// <param name="resume">Go on from the folder's checkpoint, if there is one.</param>
    /// <param name="progress">Told the number of steps done.</param>
    /// <param name="cancellation">Stops between steps; the last checkpoint stays.</param>
    /// <returns>A report per epoch as it ends; the network's weights are then in <see cref="Averaged"/>.</returns>
    public async IAsyncEnumerable<EpochReport> RunAsync(
        string folder, bool resume, Action<int>? progress = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var done = resume && Checkpoint.Exists(folder) ? Checkpoint.Load(folder, run, network, average, optimizer) : 0;
        for (var epoch = done; epoch < options.Epochs; epoch++)
        {
            var started = time.GetTimestamp();
            var trainingLoss = await TrainEpochAsync(epoch, progress, cancellation);
            var trained = time.GetElapsedTime(started);
            Checkpoint.Save(folder, epoch + 1, run, network, average, optimizer);
            var scores = await MeasureAsync(cancellation);
            yield return new EpochReport(
                epoch + 1, time.GetElapsedTime(started).TotalSeconds, loader.StepsPerEpoch * options.Batch / trained.TotalSeconds,
                trainingLoss, scores);
        }
    }

    /// <summary>A network with the averaged weights, ready to use; valid until the next step.</summary>
    public AttributeNetwork Averaged()
    {
        NetworkState.Load(NetworkState.Of(averaged), NetworkState.Save(average.Tensors), "moving average");
        averaged.eval();
        return averaged;
    }

    private async Task<double> TrainEpochAsync(int epoch, Action<int>? progress, CancellationToken cancellation)
    {
        network.train(options.FromStage is null);
        var sum = 0.0;
        var step = epoch * loader.StepsPerEpoch;
        await foreach (var batch in loader.Train(epoch, cancellation))
        {
            using (var scope = NewDisposeScope())
            {
                var value = Loss(batch);
                value.backward();
                optimizer.Step(Schedule(step));
                average.Update(step);
                sum += value.item<float>();
            }

            if (double.IsNaN(sum))
            {
                throw new InvalidOperationException($"The loss is not a number after step {step + 1}; try a lower learning rate.");
            }

            progress?.Invoke(++step);
        }

        return sum / loader.StepsPerEpoch;
    }

    private Tensor Loss(TrainingBatch batch)
    {
        var features = network.Features(batch.Pictures(options.Input.Height, options.Input.Width));
        var value = loss.Compute(network.Classify(AttributeNetwork.Pool(features)), batch);
        if (options.RegionShare <= 0 || batch.Regions.Count == 0)
        {
            return value;
        }

        using Scalar share = options.RegionShare / batch.Count; // see Scalars
        return value.add(RegionLoss.Compute(network.HeadWeights(), features, batch) * share, Scalars.One);
    }

    private async Task<IReadOnlyList<AttributeScore>> MeasureAsync(CancellationToken cancellation)
    {
        var probabilities = await Prediction.RunAsync(Averaged(), validation, options.Input, cancellation: cancellation);
        return [.. network.Vocabulary.Attributes.Select(attribute => AttributeScore.Measure(attribute, validation, probabilities))];
    }

    /// <summary>Keeps the stages before one from learning; the backward pass then ends there.</summary>
    private static void Freeze(AttributeNetwork network, string? fromStage)
    {
        var first = fromStage is null ? 0 : network.Stages.TakeWhile(stage => stage.Name != fromStage).Count();
        if (first == network.Stages.Count)
        {
            throw new InvalidDataException(
                $"The network has no stage '{fromStage}'; it has {string.Join(", ", network.Stages.Select(stage => stage.Name))}.");
        }

        for (var stage = 0; stage < network.Stages.Count; stage++)
        {
            foreach (var parameter in network.Stages[stage].Module.parameters())
            {
                parameter.requires_grad = stage >= first;
            }
        }
    }

    /// <summary>Linear rise, then half a cosine to zero (Loshchilov and Hutter 2017).</summary>
    private double Schedule(int step)
    {
        var warmUp = Math.Max(1, Steps * options.WarmUp);
        return step < warmUp ? (step + 1) / warmUp : 0.5 * (1 + Math.Cos(Math.PI * (step - warmUp) / Math.Max(1, Steps - warmUp)));
    }

    private Dictionary<string, double> Rates()
    {
        // Handles identify parameters: TorchSharp hands out the same tensor under both listings.
        var stageOf = new Dictionary<IntPtr, int>();
        for (var stage = 0; stage < network.Stages.Count; stage++)
        {
            foreach (var parameter in network.Stages[stage].Module.parameters())
            {
                stageOf[parameter.Handle] = stage;
            }
        }

        return NetworkState.Parameters(network).ToDictionary(
            item => item.Name,
            item => options.LearningRate * Math.Pow(options.StageDecay, network.Stages.Count - 1 - stageOf[item.Parameter.Handle]),
            StringComparer.Ordinal);
    }
}
