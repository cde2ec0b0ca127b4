using System.Globalization;
using System.Net;
using System.Text;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Discovery;

/// <summary>A page on which people see what words look like: held-out examples with the map over each.</summary>
/// <param name="maps">Draws the maps.</param>
/// <param name="examples">Pictures per row.</param>
public sealed class DiscoverySheet(WordMaps maps, int examples)
{
    private const string Style = "body{font:15px/1.5 Georgia,serif;margin:24px;background:#faf8f4;color:#222}h2{margin:28px 0 4px}"
        + "p{margin:0 0 6px}figure{display:inline-block;width:130px;vertical-align:top;margin:0 8px 8px 0;font-size:12px}"
        + ".p{position:relative}.p img{width:130px;display:block}.p img+img{position:absolute;inset:0;height:100%}"
        + ".p:hover img+img{display:none}";

    /// <summary>Writes <c>index.html</c> and its pictures into a folder, which is made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="words">The words, in the order of the page.</param>
    /// <param name="products">Held-out products; those with a word and the highest scores are its examples, those without it and the
    /// highest scores are what it may have been left out of.</param>
    public void Write(string folder, IReadOnlyList<DiscoveredWord> words, IReadOnlyList<DescribedProduct> products)
    {
        Directory.CreateDirectory(folder);
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Words the network sees</title>")
            .Append("<style>").Append(Style).Append("</style><h1>Words the network sees and the vocabulary lacks</h1>")
            .Append("<p>Red: where the picture speaks for the word. Point at a picture to see it without.</p>");
        foreach (var (at, word) in words.Index())
        {
            var within = word.WithinType.Interval;
            var (all, name) = (word.Separation, WebUtility.HtmlEncode(word.Word));
            page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{name}\">{name}</h2>")
                .Append(CultureInfo.InvariantCulture, $"<p>Among products of one type {Cell(within)}, among all {Cell(all.Interval)}; ")
                .Append(CultureInfo.InvariantCulture, $"{all.With} of {all.With + all.Without} held-out products have it; ")
                .Append(CultureInfo.InvariantCulture, $"mostly {WebUtility.HtmlEncode(word.MainType)} ({word.MainTypeShare:P0}); ")
                .Append(CultureInfo.InvariantCulture, $"units {string.Join(", ", word.Units)}.</p>");
            var ranked = products.OrderByDescending(product => word.Head.Score(product.Features)).ToArray();
            page.Append("<p>Texts that say it:</p>");
            Row(folder, page, word, ranked.Where(product => product.Words.Contains(word.Word)), $"{at}-with");
            page.Append("<p>Texts that do not:</p>");
            Row(folder, page, word, ranked.Where(product => !product.Words.Contains(word.Word)), $"{at}-without");
        }

        File.WriteAllText(Path.Combine(folder, "index.html"), page.Append("</html>").ToString());
    }

    private void Row(string folder, StringBuilder page, DiscoveredWord word, IEnumerable<DescribedProduct> products, string name)
    {
        foreach (var (at, product) in products.Take(examples).Index())
        {
            var (picture, heat) = ($"{name}-{at}{Path.GetExtension(product.Picture)}", $"{name}-{at}.map.png");
            File.Copy(product.Picture, Path.Combine(folder, picture), overwrite: true);
            File.WriteAllBytes(Path.Combine(folder, heat), maps.Heat(product.Picture, word.Head));
            page.Append(CultureInfo.InvariantCulture,
                $"<figure><div class=\"p\"><img src=\"{picture}\" alt=\"\"><img src=\"{heat}\" alt=\"\"></div>"
                    + $"<figcaption>{WebUtility.HtmlEncode(product.Code)} {WebUtility.HtmlEncode(product.Type)}</figcaption></figure>");
        }
    }

    private static string Cell(BootstrapInterval area) =>
        string.Create(CultureInfo.InvariantCulture, $"{area.Mean:F3} ({area.Low:F3} to {area.High:F3})");
}
