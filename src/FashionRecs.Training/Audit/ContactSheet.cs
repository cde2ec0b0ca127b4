using System.Globalization;
using System.Net;
using System.Text;
using FashionRecs.Training.Datasets;
using SkiaSharp;

namespace FashionRecs.Training.Audit;

/// <summary>
/// A page of pictures on which people can see every false reason: the words, the region, and what the label says instead.
/// </summary>
public static class ContactSheet
{
    private const int Height = 260;

    /// <summary>Writes <c>index.html</c> and one JPEG per picture and reason into a folder, which is made.</summary>
    /// <returns>How many different false reasons it shows.</returns>
    public static int Write(string folder, IReadOnlyList<AuditedPicture> pictures, IReadOnlyList<AuditedCard> cards)
    {
        Directory.CreateDirectory(folder);
        var found = cards.SelectMany(card => card.Reasons).Where(reason => reason.Letter == LabelLetter.No)
            .GroupBy(reason => (reason.Picture, reason.Share.Value.Attribute.Position, reason.Share.Phrase))
            .OrderBy(group => group.Key.Position).ThenByDescending(group => group.Count()).ToArray();
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>False reasons</title>")
            .Append("<style>body{font:14px "
                + "sans-serif;margin:16px}figure{display:inline-block;width:200px;vertical-align:top;margin:6px}"
            + "img{height:260px}h2{margin:16px 6px 0}</style>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{found.Length} false reasons by label</h1>");
        foreach (var attribute in found.GroupBy(group => group.First().Share.Value.Attribute))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(attribute.Key.English)} ({attribute.Count()})</h2>");
            foreach (var group in attribute)
            {
                var (picture, reason) = (pictures[group.Key.Picture], group.First());
                var name = $"{attribute.Key.Code}-{group.Key.Picture}.jpg";
                Draw(picture.Path, reason, Path.Combine(folder, name));
                var label = attribute.Key.Values.Where(value => picture.Letters[value.Index] == LabelLetter.Yes)
                    .Select(value => value.English).FirstOrDefault() ?? "?";
                page.Append(CultureInfo.InvariantCulture,
                    $"<figure><img src=\"{name}\" alt=\"\"><figcaption>says <b>{WebUtility.HtmlEncode(reason.Share.Phrase)}</b> "
                        + $"({reason.Share.Probability:P0}), {group.Count()} times<br>label: "
                        + $"{WebUtility.HtmlEncode(label)}<br>{WebUtility.HtmlEncode(picture.Item.Product.Id)}</figcaption></figure>");
            }
        }

        File.WriteAllText(Path.Combine(folder, "index.html"), page.Append("</html>").ToString());
        return found.Length;
    }

    private static void Draw(string path, AuditedReason reason, string target)
    {
        using var picture = SKBitmap.Decode(path);
        if (picture is null)
        {
            return;
        }

        var scale = (float)Height / picture.Height;
        using var surface = SKSurface.Create(new SKImageInfo((int)(picture.Width * scale), Height));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, picture.Width * scale, Height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (reason.Share.Region?.Box is { } box)
        {
            using var pen = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 2, Color = SKColors.Red, IsAntialias = true };
            surface.Canvas.DrawRect(box.X * scale, box.Y * scale, box.Width * scale, box.Height * scale, pen);
        }

        using var snapshot = surface.Snapshot();
        using var encoded = snapshot.Encode(SKEncodedImageFormat.Jpeg, 85);
        using var file = File.Create(target);
        encoded.SaveTo(file);
    }
}
