using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Optimization;

/// <summary>Pictures to fit, and how much of them an epoch sees.</summary>
/// <param name="Pictures">The pictures.</param>
/// <param name="Weight">Times an epoch sees each picture on the mean: 1 all of them once, 0.5 another random half each epoch, 2 all of them
/// twice.</param>
public sealed record TrainingSet(IReadOnlyList<LabelledPicture> Pictures, double Weight = 1)
{
    /// <summary>Pictures that an epoch draws from the set.</summary>
    public int PerEpoch => (int)Math.Round(Pictures.Count * Weight);

    /// <summary>Zero-based indices of one epoch's pictures: whole passes, then a random rest, all different.</summary>
    internal IEnumerable<int> Draw(Random random)
    {
        for (var left = PerEpoch; left > 0; left -= Pictures.Count)
        {
            var pass = Enumerable.Range(0, Pictures.Count).ToArray();
            random.Shuffle(pass);
            foreach (var index in pass.Take(left))
            {
                yield return index;
            }
        }
    }
}
