using FashionRecs.Vision.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// A network's tensors by the names of the weights file: torchvision's names for a residual backbone (<c>conv1.weight</c>,
/// <c>layer1.0.bn1.running_mean</c>, …) and <c>heads.&lt;attribute&gt;.weight</c> for the heads.
/// </summary>
public static class NetworkState
{
    private const string BackbonePrefix = "backbone.";

    /// <summary>The live tensors by name; counters of seen batches are left out, since the momentum of batch norm is fixed.</summary>
    public static IReadOnlyDictionary<string, Tensor> Of(AttributeNetwork network) => network.state_dict()
        .Where(item => !item.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal))
        .ToDictionary(item => FileName(item.Key), item => item.Value, StringComparer.Ordinal);

    /// <summary>Learnable tensors by name, in the network's order.</summary>
    public static IReadOnlyList<(string Name, Tensor Parameter)> Parameters(AttributeNetwork network) =>
        [.. network.named_parameters().Select(item => (FileName(item.name), (Tensor)item.parameter))];

    /// <summary>Copies the tensors out.</summary>
    public static Dictionary<string, StoredTensor> Save(IEnumerable<KeyValuePair<string, Tensor>> tensors) =>
        tensors.ToDictionary(item => item.Key, item => Copy(item.Value), StringComparer.Ordinal);

    /// <summary>Copies stored tensors into live ones.</summary>
    /// <param name="live">Where they go.</param>
    /// <param name="stored">Where they come from.</param>
    /// <param name="source">Names the stored ones in error messages.</param>
    /// <param name="allowMissing">Which live tensors may keep their values when the file lacks them.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or has another shape.</exception>
    public static void Load(IReadOnlyDictionary<string, Tensor> live, IReadOnlyDictionary<string, StoredTensor> stored, string source,
        Func<string, bool>? allowMissing = null)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (name, tensor) in live)
        {
            if (!stored.TryGetValue(name, out var values))
            {
                if (allowMissing?.Invoke(name) == true)
                {
                    continue;
                }

                throw new InvalidDataException($"The weights file '{source}' has no tensor '{name}'.");
            }

            if (!values.Shape.SequenceEqual(tensor.shape))
            {
                throw new InvalidDataException(
                    $"The weights file '{source}' has '{name}' as [{string.Join(", ", values.Shape)}], but the network needs "
                        + $"[{string.Join(", ", tensor.shape)}].");
            }

            tensor.copy_(torch.tensor(values.Values, values.Shape));
        }
    }

    /// <summary>Refuses a file with tensors that a network has no place for: it belongs to a larger one.</summary>
    /// <param name="live">The network's tensors.</param>
    /// <param name="stored">Names of the file's tensors.</param>
    /// <param name="source">Names the file in the message.</param>
    /// <param name="architecture">Names the network in the message.</param>
    /// <exception cref="InvalidDataException">There is one; the sentence names it.</exception>
    public static void RefuseFurther(
        IReadOnlyDictionary<string, Tensor> live, IEnumerable<string> stored, string source, string architecture)
    {
        if (stored.FirstOrDefault(name => !live.ContainsKey(name)) is { } further)
        {
            throw new InvalidDataException($"The weights file '{source}' has a tensor '{further}', which {architecture} does not have.");
        }
    }

    private static StoredTensor Copy(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var values = tensor.detach().to_type(ScalarType.Float32).cpu().contiguous();
        return new StoredTensor(values.shape, values.data<float>().ToArray());
    }

    private static string FileName(string name) =>
        name.StartsWith(BackbonePrefix, StringComparison.Ordinal) ? name[BackbonePrefix.Length..] : name;
}
