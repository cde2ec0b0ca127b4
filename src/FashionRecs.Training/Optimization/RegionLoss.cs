using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Saliency;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Makes the map of a stated value lie where the garment truly shows it: minus the logarithm of the part inside the region of a softmax
/// over the map's positions. The loss of a location by its negative log-likelihood under a spatial softmax is that of keypoint detectors
/// (He et al., "Mask R-CNN", 2017, section 5); here any position in the region is right, since a label says nothing of where inside it the
/// evidence should be.
/// </summary>
internal static class RegionLoss
{
    /// <summary>Sum over the regions whose attribute has a visible <c>y</c> value; a scalar, 0 without any.</summary>
    /// <param name="headWeights">All heads (values, features).</param>
    /// <param name="features">Last feature map (batch, features, rows, columns).</param>
    /// <param name="batch">Letters and regions.</param>
    public static Tensor Compute(Tensor headWeights, Tensor features, TrainingBatch batch)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = ((int)features.shape[2], (int)features.shape[3]);
        var positions = rows * columns;
        List<long> pictures = [], values = [];
        List<float> insides = [];
        foreach (var region in batch.Regions)
        {
            var attribute = region.Region.Attribute;
            var value = Array.IndexOf(batch.Letters[region.Picture], LabelLetter.Yes, attribute.Start, attribute.Values.Count);
            var inside = new float[positions];
            if (value >= 0 && value != attribute.Invisible.Index && region.Mark(inside, rows, columns))
            {
                pictures.Add(region.Picture);
                values.Add(value);
                insides.AddRange(inside);
            }
        }

        if (values.Count == 0)
        {
            return zeros(1).sum().MoveToOuterDisposeScope();
        }

        // Per position what it would say of the whole picture; the map is its mean, too flat for a softmax.
        using Scalar scale = positions, little = 1e-6; // see Scalars
        var maps = ActivationMaps.Compute(headWeights, features).flatten(2) * scale;                 // (batch, values, positions)
        var stated = maps.index(torch.tensor(pictures.ToArray()), torch.tensor(values.ToArray()));   // (regions, positions)
        var mask = torch.tensor(insides.ToArray(), [values.Count, positions]);
        var shares = (nn.functional.softmax(stated, 1) * mask).sum(1);                               // (regions)
        return shares.add(little, Scalars.One).log().sum().neg().MoveToOuterDisposeScope();
    }
}
