using FashionRecs.Core.Attributes;
using FashionRecs.Core.Files;
using FashionRecs.Core.Projection;
using FashionRecs.Vision.Images;
using FashionRecs.Vision.Localization;
using SkiaSharp;

namespace FashionRecs.Vision.Projection;

/// <summary>
/// Writes the features of pictures and of the regions found in them as NumPy arrays with CSV indexes. For the name <c>features.npy</c>:
/// <list type="bullet">
/// <item><c>features.npy</c> — float16 (regions, channels, H, W): the last feature map, max-pooled over each region;</item>
/// <item><c>features.rgb.npy</c> — float32 (regions, 3, H, W): the input's red, green and blue in [0, 1], pooled alike;</item>
/// <item><c>features.pictures.npy</c> — float32 (pictures, channels): the last feature map, meaned over the whole input;</item>
/// <item><c>features.regions.csv</c> and <c>features.pictures.csv</c> — one line per row of those arrays, in their order.</item>
/// </list>
/// All appear together when the last picture is done.
/// </summary>
public sealed class RegionFeatures : IDisposable
{
    private readonly ProjectionEngine engine;
    private readonly PoolGrid grid;
    private readonly NpyWriter regions;
    private readonly NpyWriter colours;
    private readonly NpyWriter pictures;
    private readonly RegionFeatureIndex index;
    private readonly float[] pooled;
    private readonly float[] pooledColours;

    /// <summary>Opens the files.</summary>
    /// <param name="path">Name of the main file; the others are named after it.</param>
    /// <param name="engine">Projects the pictures.</param>
    /// <param name="grid">What regions are pooled to.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public RegionFeatures(string path, ProjectionEngine engine, PoolGrid grid)
    {
        (this.engine, this.grid) = (engine, grid);
        var channels = engine.Weights.Shape.Features;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        regions = new NpyWriter(path, [channels, grid.Height, grid.Width], half: true);
        colours = new NpyWriter(Path.ChangeExtension(path, ".rgb.npy"), [3, grid.Height, grid.Width], half: false);
        pictures = new NpyWriter(Path.ChangeExtension(path, ".pictures.npy"), [channels], half: false);
        index = new RegionFeatureIndex(path);
        (pooled, pooledColours) = (new float[regions.RowLength], new float[colours.RowLength]);
    }

    /// <summary>Regions written so far.</summary>
    public int Regions => regions.Rows;

    /// <summary>Adds a picture and every region found in it.</summary>
    /// <param name="name">How the indexes call the picture.</param>
    /// <param name="mapped">Projected with its features kept.</param>
    /// <param name="input">What the network saw.</param>
    public void Add(string name, MappedPicture mapped, PictureInput input)
    {
        var features = mapped.Features ?? throw new ArgumentException("The picture was projected without its features.", nameof(mapped));
        index.AddPicture(name, mapped.Picture);
        pictures.Write(features.Mean());
        var size = engine.Weights.Input;
        var pixels = new FeatureMap(PixelNormalization.ToColours(input.Pixels), size.Height, size.Width, 3);
        foreach (var attribute in mapped.Picture.Attributes.Where(attribute => attribute.Box is not null))
        {
            var region = mapped.Letterbox.ToInput(attribute.Box!.Value);
            RegionPooling.Max(features, region, size, grid, pooled);
            RegionPooling.Max(pixels, region, size, grid, pooledColours);
            regions.Write(pooled);
            colours.Write(pooledColours);
            index.AddRegion(name, pictures.Rows - 1, attribute);
        }
    }

    /// <summary>Gives all files their names.</summary>
    public void Complete()
    {
        regions.Complete();
        colours.Complete();
        pictures.Complete();
        index.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        regions.Dispose();
        colours.Dispose();
        pictures.Dispose();
        index.Dispose();
    }
}
