namespace FashionRecs.Vision.Weights;

/// <summary>
/// The mean of several networks' weights (Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy
/// without increasing inference time", 2022). It holds for networks tuned from the same weights, between which the loss hardly rises.
/// </summary>
public static class TensorMean
{
    /// <summary>Tensor by tensor the mean over the networks.</summary>
    /// <param name="networks">Path and tensors of each, at least one.</param>
    /// <exception cref="InvalidDataException">The networks differ in the names or shapes of their tensors; the message names file and
    /// tensor.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Of(
        IReadOnlyList<(string Path, IReadOnlyDictionary<string, StoredTensor> Tensors)> networks)
    {
        var first = networks[0];
        foreach (var (path, tensors) in networks.Skip(1))
        {
            if (first.Tensors.Keys.Concat(tensors.Keys)
                .FirstOrDefault(name => !first.Tensors.ContainsKey(name) || !tensors.ContainsKey(name)) is { } missing)
            {
                throw new InvalidDataException(
                    $"'{first.Path}' and '{path}' are different networks: only one of them has a tensor '{missing}'.");
            }

            if (first.Tensors.FirstOrDefault(tensor => !tensor.Value.Shape.SequenceEqual(tensors[tensor.Key].Shape)).Key is { } other)
            {
                throw new InvalidDataException(
                    $"'{first.Path}' and '{path}' are different networks: the tensor '{other}' has other sizes.");
            }
        }

        return first.Tensors.ToDictionary(
            tensor => tensor.Key,
            tensor => new StoredTensor(tensor.Value.Shape,
                [.. Enumerable.Range(0, tensor.Value.Values.Length)
                .Select(i => (float)networks.Average(network => (double)network.Tensors[tensor.Key].Values[i]))]),
            StringComparer.Ordinal);
    }
}
