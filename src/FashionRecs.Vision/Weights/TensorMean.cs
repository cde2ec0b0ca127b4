namespace FashionRecs.Vision.Weights;

/// <summary>
/// The mean of several networks' weights (Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy
/// without increasing inference time", 2022), or a point between weights and those tuned from them (the same: "Robust fine-tuning of
/// zero-shot models", WiSE-FT, 2022). It holds for networks tuned from the same weights, between which the loss hardly rises.
/// </summary>
public static class TensorMean
{
    /// <summary>Tensor by tensor the mean over the networks.</summary>
    /// <param name="networks">Path and tensors of each, at least one.</param>
    /// <param name="last">Part of the mean that the last network has, 0 to 1, the others sharing the rest alike; null for all
    /// alike.</param>
    /// <exception cref="InvalidDataException">The part is not from 0 to 1, or the networks differ in the names or shapes of their tensors;
    /// the message names file and tensor.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Of(
        IReadOnlyList<(string Path, IReadOnlyDictionary<string, StoredTensor> Tensors)> networks, double? last = null)
    {
        var ofLast = last ?? 1.0 / networks.Count;
        if (ofLast is not (>= 0 and <= 1))
        {
            throw new InvalidDataException("The part of the last network must be from 0 to 1.");
        }

        var ofOthers = networks.Count == 1 ? 0 : (1 - ofLast) / (networks.Count - 1);
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
                .Select(i => (float)networks.Select((network, number) =>
                    (number == networks.Count - 1 ? ofLast : ofOthers) * network.Tensors[tensor.Key].Values[i]).Sum())]),
            StringComparer.Ordinal);
    }
}
