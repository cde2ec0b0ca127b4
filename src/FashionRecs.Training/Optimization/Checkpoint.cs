using System.Globalization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// The whole state of a training run after an epoch, in one float32 file: weights, their average, velocities, epoch and the options' text.
/// </summary>
internal static class Checkpoint
{
    private const string FileName = "checkpoint.safetensors";
    private const string WeightsPrefix = "weights/";
    private const string AveragePrefix = "average/";
    private const string VelocityPrefix = "velocity/";

    /// <summary>Writes the state; the file is replaced whole, so that an interruption keeps the one before.</summary>
    public static void Save(string folder, int epochsDone, string run, AttributeNetwork network, WeightAverage average,
        MomentumSgd optimizer)
    {
        var tensors = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        Add(WeightsPrefix, NetworkState.Of(network));
        Add(AveragePrefix, average.Tensors);
        Add(VelocityPrefix, optimizer.Velocities);
        var metadata = new Dictionary<string, string> { ["epochs"] = epochsDone.ToString(CultureInfo.InvariantCulture), ["run"] = run };
        SafetensorsWriter.Write(Path.Combine(folder, FileName), new SafetensorsFile(tensors, metadata), half: false);

        void Add(string prefix, IReadOnlyDictionary<string, Tensor> live)
        {
            foreach (var (name, tensor) in NetworkState.Save(live))
            {
                tensors.Add(prefix + name, tensor);
            }
        }
    }

    /// <summary>Whether the folder holds a checkpoint.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Restores the state; returns the number of epochs done.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of a run with other options.</exception>
    public static int Load(string folder, string run, AttributeNetwork network, WeightAverage average, MomentumSgd optimizer)
    {
        var path = Path.Combine(folder, FileName);
        var file = SafetensorsReader.Read(path);
        if (file.Metadata.GetValueOrDefault("run") is var made && made != run)
        {
            throw new InvalidDataException(
                $"'{path}' belongs to a run with other options or data ({made}); start without --resume or in another folder.");
        }

        Restore(WeightsPrefix, NetworkState.Of(network));
        Restore(AveragePrefix, average.Tensors);
        Restore(VelocityPrefix, optimizer.Velocities);
        return int.Parse(file.Metadata["epochs"], CultureInfo.InvariantCulture);

        void Restore(string prefix, IReadOnlyDictionary<string, Tensor> live) => NetworkState.Load(
            live.ToDictionary(item => prefix + item.Key, item => item.Value), file.Tensors, path);
    }
}
