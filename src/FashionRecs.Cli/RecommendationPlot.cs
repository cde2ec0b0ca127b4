using System.Globalization;
using System.Net;
using System.Text;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Evaluation;

namespace FashionRecs.Cli;

/// <summary>
/// The results of <c>recommend evaluate</c> as one SVG plot: NDCG@20 of every model with its interval, of all products on the left and of
/// products that nobody had bought on the right.
/// </summary>
internal static class RecommendationPlot
{
    private const int Names = 190;
    private const int Panel = 250;
    private const int Gap = 40;
    private const int Line = 22;
    private const int Top = 46;

    public static string Of(IReadOnlyList<ModelResult> results)
    {
        ModelResult[] ordered = [.. results.OrderByDescending(result => result.Main.Ndcg.Mean)];
        var (width, height) = (Names + (2 * Panel) + (2 * Gap), Top + (ordered.Length * Line) + 34);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\" ");
        svg.Append("fill=\"#222\" role=\"img\">\n<title>NDCG@20 of every model, with 95 % intervals</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        for (var row = 0; row < ordered.Length; row++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names - 8}\" y=\"{Y(row) + 4}\" text-anchor=\"end\">");
            svg.Append(WebUtility.HtmlEncode(ordered[row].Model)).Append("</text>\n");
        }

        Draw(svg, Names, $"all products, {ordered[0].Main.Users} customers", ordered, result => result.Main.Ndcg, results[0]);
        Draw(svg, Names + Panel + Gap, $"products new to all, {ordered[0].Cold.Users} customers", ordered, result => result.Cold.Ndcg,
            results[0]);
        return svg.Append("</svg>\n").ToString();
    }

    private static int Y(int row) => Top + (row * Line) + (Line / 2);

    private static void Draw(StringBuilder svg, int left, string title, ModelResult[] ordered, Func<ModelResult, BootstrapInterval> measure,
        ModelResult first)
    {
        var most = ordered.Select(result => measure(result).High).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        most = most > 0 ? most : 1;
        var bottom = Top + (ordered.Length * Line);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"22\" font-weight=\"bold\">{title}</text>\n");
        foreach (var tick in new[] { 0, 0.5, 1 })
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{X(tick * most):F1} {Top - 8}V{bottom}\" stroke=\"#ccc\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{X(tick * most):F1}\" y=\"{bottom + 16}\" text-anchor=\"middle\">{tick * most:F3}</text>\n");
        }

        for (var row = 0; row < ordered.Length; row++)
        {
            var interval = measure(ordered[row]);
            if (double.IsFinite(interval.Mean))
            {
                var colour = ordered[row] == first ? "#a3402b" : "#444";
                svg.Append(CultureInfo.InvariantCulture,
                    $"<path d=\"M{X(interval.Low):F1} {Y(row)}H{X(interval.High):F1}\" stroke=\"{colour}\" stroke-width=\"2\"/>");
                svg.Append(CultureInfo.InvariantCulture,
                    $"<circle cx=\"{X(interval.Mean):F1}\" cy=\"{Y(row)}\" r=\"4\" fill=\"{colour}\"/>\n");
            }
        }

        double X(double value) => left + (value / most * Panel);
    }
}
