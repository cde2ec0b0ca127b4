using System.Globalization;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Vision.Inference;

/// <summary>The CSV files that say what the rows of <see cref="FeatureFiles"/> are.</summary>
internal sealed class FeatureIndex : IDisposable
{
    private readonly (string Path, StreamWriter Writer)[] files;

    public FeatureIndex(string path)
    {
        files = [.. new[] { ".pictures.csv", ".regions.csv" }.Select(ending =>
        {
            var target = Path.ChangeExtension(path, ending);
            return (target, new StreamWriter(Temporary(target)) { NewLine = "\n" });
        })];
        files[0].Writer.WriteLine("image,width,height");
        files[1].Writer.WriteLine("image,picture,attribute,value,probability,x,y,width,height,box_share");
    }

    public void AddPicture(string name, ProjectedPicture picture) =>
        files[0].Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CsvField.Quote(name)},{picture.Width},{picture.Height}"));

    public void AddRegion(string name, int picture, ProjectedAttribute attribute)
    {
        var (box, top) = (attribute.Box!.Value, attribute.Top);
        files[1].Writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{CsvField.Quote(name)},{picture},{attribute.Attribute.Code},{CsvField.Quote(top.Code)},{attribute.Probabilities[top.Position]:F4},{box.X},{box.Y},{box.Width},{box.Height},{attribute.BoxShare:F4}"));
    }

    public void Complete()
    {
        foreach (var (path, writer) in files)
        {
            writer.Dispose();
            File.Move(Temporary(path), path, overwrite: true);
        }
    }

    public void Dispose()
    {
        foreach (var (path, writer) in files)
        {
            writer.Dispose();
            File.Delete(Temporary(path));
        }
    }

    private static string Temporary(string path) => $"{path}.{Environment.ProcessId}.tmp";
}
