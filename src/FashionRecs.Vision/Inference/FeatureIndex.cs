using System.Globalization;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Projection;
using FashionRecs.Tables;

namespace FashionRecs.Vision.Inference;

/// <summary>The CSV files that say what the rows of <see cref="FeatureFiles"/> are.</summary>
internal sealed class FeatureIndex : IDisposable
{
    private readonly Index pictures;
    private readonly Index regions;

    public FeatureIndex(string path)
    {
        pictures = new Index(Path.ChangeExtension(path, ".pictures.csv"), "image", "width", "height");
        regions = new Index(
            Path.ChangeExtension(path, ".regions.csv"),
            "image", "picture", "attribute", "value", "probability", "x", "y", "width", "height", "box_share");
    }

    public void AddPicture(string name, ProjectedPicture picture) => pictures.Table.Write(name, Text(picture.Width), Text(picture.Height));

    public void AddRegion(string name, int picture, ProjectedAttribute attribute)
    {
        var (box, top) = (attribute.Region!.Box, attribute.Top);
        regions.Table.Write(
            name, Text(picture), attribute.Attribute.Code, top.Code, Text(attribute.Probabilities[top.Position]),
            Text(box.X), Text(box.Y), Text(box.Width), Text(box.Height), Text(attribute.Region.Share));
    }

    public void Complete()
    {
        pictures.Complete();
        regions.Complete();
    }

    public void Dispose()
    {
        pictures.Dispose();
        regions.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(float number) => number.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>One of the files.</summary>
    private sealed class Index : IDisposable
    {
        private readonly AtomicFile file;

        public Index(string path, params string[] columns)
        {
            file = AtomicFile.Create(path);
            Table = new TableWriter(file.Content, leaveOpen: true);
            Table.Write(columns);
        }

        public TableWriter Table { get; }

        public void Complete()
        {
            Table.Dispose();
            file.Commit();
        }

        public void Dispose()
        {
            Table.Dispose();
            file.Dispose();
        }
    }
}
