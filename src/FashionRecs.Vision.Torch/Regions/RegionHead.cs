using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Regions;

/// <summary>
/// Where the parts of a garment lie, whichever value they show: a small head on the frozen backbone, after the lateral connections of
/// feature pyramids (Lin et al., "Feature Pyramid Networks", 2017) with sub-pixel convolution (Shi et al., 2016). Per attribute it answers
/// twice, for the region around the part and for the part itself. It says nothing of which value is shown; the map of the value is
/// multiplied by it (<see cref="PartFinder"/>).
/// </summary>
public sealed class RegionHead : nn.Module<Tensor, Tensor, Tensor>
{
    private const int Places = 2;

#pragma warning disable IDE1006, SA1306 // Field names are the layer names of the weights file.
    private readonly Conv2d last;
    private readonly Conv2d fine;
    private readonly Conv2d place;
    private readonly Conv2d near;
    private readonly Conv2d far;
    private readonly Conv2d answer;
#pragma warning restore IDE1006, SA1306

    /// <summary>Makes one with random weights.</summary>
    /// <param name="attributes">Attributes, at least 1.</param>
    /// <param name="features">Channels of the last feature map.</param>
    /// <param name="fineFeatures">Channels of the fine feature map.</param>
    /// <param name="width">Channels inside, whole <see cref="ChannelBlocks"/>.</param>
    /// <exception cref="InvalidDataException">The width is something else; one sentence says what to do.</exception>
    public RegionHead(int attributes, int features, int fineFeatures, int width)
        : base(nameof(RegionHead))
    {
        (Attributes, Width) = (attributes, ChannelBlocks.Checked(width, "A head for regions"));
        (Features, FineFeatures) = (features, fineFeatures);
        last = nn.Conv2d(features, width, 1);
        fine = nn.Conv2d(fineFeatures, width, 1, bias: false);
        place = nn.Conv2d(Places, width, 1, bias: false);
        near = nn.Conv2d(width, width, 3, padding: 1);
        far = nn.Conv2d(width, width, 3, padding: 2, dilation: 2);
        answer = nn.Conv2d(width, attributes * RegionAnswers.PerAttribute * RegionAnswers.Finer * RegionAnswers.Finer, 1);
        RegisterComponents();
    }

    /// <summary>How many attributes it answers for.</summary>
    public int Attributes { get; }

    /// <summary>Channels inside.</summary>
    public int Width { get; }

    /// <summary>Channels of the last feature map.</summary>
    public int Features { get; }

    /// <summary>Channels of the fine feature map.</summary>
    public int FineFeatures { get; }

    /// <summary>
    /// Last feature map (batch, features, rows, columns) and fine one (batch, fine features, R, C), both float32 → logits (batch,
    /// attributes · 2, 2R, 2C).
    /// </summary>
    public override Tensor forward(Tensor features, Tensor fineFeatures)
    {
        using var scope = NewDisposeScope();
        long rows = fineFeatures.shape[2], columns = fineFeatures.shape[3];
        var upper = nn.functional.interpolate(last.forward(features), size: [rows, columns], mode: InterpolationMode.Bilinear,
            align_corners: false);
        var down = linspace(-1, 1, rows, device: features.device).reshape(1, 1, rows, 1).expand(1, 1, rows, columns);
        var across = linspace(-1, 1, columns, device: features.device).reshape(1, 1, 1, columns).expand(1, 1, rows, columns);
        var joined = upper.add(fine.forward(fineFeatures), Scalars.One).add(place.forward(cat([down, across], 1)), Scalars.One).relu();
        joined = joined.add(near.forward(joined).relu(), Scalars.One);
        joined = joined.add(far.forward(joined).relu(), Scalars.One);
        return nn.functional.pixel_shuffle(answer.forward(joined), RegionAnswers.Finer).MoveToOuterDisposeScope();
    }
}
