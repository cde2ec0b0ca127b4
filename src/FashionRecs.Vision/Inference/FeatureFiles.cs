using FashionRecs.Domain.Files;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Inference;

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
public sealed class FeatureFiles : IDisposable
{
    private readonly NpyWriter regions;
    private readonly NpyWriter colours;
    private readonly NpyWriter pictures;
    private readonly FeatureIndex index;

    /// <summary>Opens the files.</summary>
    /// <param name="path">Name of the main file; the others are named after it.</param>
    /// <param name="channels">Features per position of the last feature map.</param>
    /// <param name="grid">What regions are pooled to.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public FeatureFiles(string path, int channels, PoolGrid grid)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        regions = new NpyWriter(path, [channels, grid.Height, grid.Width], half: true);
        colours = new NpyWriter(Path.ChangeExtension(path, ".rgb.npy"), [3, grid.Height, grid.Width], half: false);
        pictures = new NpyWriter(Path.ChangeExtension(path, ".pictures.npy"), [channels], half: false);
        index = new FeatureIndex(path);
    }

    /// <summary>Regions written so far.</summary>
    public int Regions => regions.Rows;

    /// <summary>Adds a picture and every region found in it.</summary>
    /// <param name="name">How the indexes call the picture.</param>
    /// <param name="mapped">Projected with its features.</param>
    public void Add(string name, MappedPicture mapped)
    {
        var features = mapped.Features ?? throw new ArgumentException("The picture was projected without its features.", nameof(mapped));
        index.AddPicture(name, mapped.Picture);
        pictures.Write(features.Mean);
        foreach (var region in features.Regions)
        {
            regions.Write(region.Features);
            colours.Write(region.Colours);
            index.AddRegion(name, pictures.Rows - 1, region.Attribute);
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
