using System.Globalization;
using FashionRecs.Training.Plots;
using SkiaSharp;

namespace FashionRecs.Training.Optimization;

/// <summary>Draws how loss and precision went from epoch to epoch, a line per attribute with its name at its end, as a PNG.</summary>
public static class TrainingCurves
{
    private const int Width = 1240;
    private const int Height = 520;
    private const float LineHeight = 17;

    // Okabe and Ito (2008): told apart with any colour vision; the yellow is darkened for the light ground.
    private static readonly SKColor[] Colours =
    [
        new(0, 0, 0), new(213, 94, 0), new(0, 114, 178), new(0, 158, 115), new(204, 121, 167), new(160, 130, 0), new(86, 160, 210),
        new(120, 90, 60),
    ];

    /// <summary>Draws the validation loss at the left, the precision at outputs of 0.6 and more at the right.</summary>
    /// <param name="epochs">At least one, in order.</param>
    public static byte[] Draw(IReadOnlyList<EpochReport> epochs) => PlotPicture.Draw(Width, Height, (canvas, font) =>
    {
        Panel(canvas, font, new SKRect(70, 60, 460, 460), "Loss on validation pictures", epochs, score => score.Loss);
        Panel(canvas, font, new SKRect(680, 60, 1070, 460), "Precision of outputs of at least 0.6", epochs, score => score.PrecisionAt60);
    });

    private static void Panel(SKCanvas canvas, SKFont font, SKRect area, string title, IReadOnlyList<EpochReport> epochs,
        Func<AttributeScore, double?> measure)
    {
        var lines = epochs[0].Validation.Select((score, place) =>
            (score.Attribute, Values: epochs.Select(epoch => measure(epoch.Validation[place])).ToArray()))
            .Where(line => line.Values.All(value => value is not null))
            .Select(line => (line.Attribute, Values: Array.ConvertAll(line.Values, value => (float)value!.Value))).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var (low, high) = (lines.Min(line => line.Values.Min()), lines.Max(line => line.Values.Max()));
        var margin = Math.Max(0.01f, (high - low) * 0.08f);
        (low, high) = (low - margin, high + margin);
        Axes(canvas, font, area, title, epochs, low, high);

        var ends = Spread([.. lines.Select(line => Y(area, line.Values[^1], low, high))], area);
        for (var i = 0; i < lines.Length; i++)
        {
            var values = lines[i].Values;
            using var paint = new SKPaint { Color = Colours[i % Colours.Length], StrokeWidth = 2.2f, IsAntialias = true };
            for (var epoch = 0; epoch < values.Length; epoch++)
            {
                var point = new SKPoint(X(area, epoch, values.Length), Y(area, values[epoch], low, high));
                canvas.DrawCircle(point, 3, paint);
                if (epoch > 0)
                {
                    canvas.DrawLine(new SKPoint(X(area, epoch - 1, values.Length), Y(area, values[epoch - 1], low, high)), point, paint);
                }
            }

            canvas.DrawText(string.Create(CultureInfo.InvariantCulture, $"{lines[i].Attribute} {values[^1]:0.000}"), area.Right + 12,
                ends[i] + 5, SKTextAlign.Left, font, paint);
        }
    }

    private static void Axes(SKCanvas canvas, SKFont font, SKRect area, string title, IReadOnlyList<EpochReport> epochs, float low,
        float high)
    {
        using var ink = new SKPaint { Color = PlotPicture.Ink, IsAntialias = true };
        using var grid = new SKPaint { Color = PlotPicture.Grid, StrokeWidth = 1 };
        canvas.DrawText(title, area.Left, area.Top - 22, SKTextAlign.Left, font, ink);
        canvas.DrawText("epoch", area.MidX, area.Bottom + 44, SKTextAlign.Center, font, ink);
        for (var i = 0; i <= 4; i++)
        {
            var value = low + ((high - low) * i / 4);
            canvas.DrawLine(area.Left, Y(area, value, low, high), area.Right, Y(area, value, low, high), grid);
            canvas.DrawText(value.ToString("0.00", CultureInfo.InvariantCulture), area.Left - 8, Y(area, value, low, high) + 5,
                SKTextAlign.Right, font, ink);
        }

        var step = Math.Max(1, epochs.Count / 10);
        for (var epoch = 0; epoch < epochs.Count; epoch += step)
        {
            canvas.DrawText(epochs[epoch].Epoch.ToString(CultureInfo.InvariantCulture), X(area, epoch, epochs.Count), area.Bottom + 20,
                SKTextAlign.Center, font, ink);
        }
    }

    /// <summary>Moves labels apart, so that none covers another, keeping their order.</summary>
    private static float[] Spread(float[] wanted, SKRect area)
    {
        var order = Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ToArray();
        var placed = (float[])wanted.Clone();
        for (var i = 1; i < order.Length; i++)
        {
            placed[order[i]] = Math.Max(placed[order[i]], placed[order[i - 1]] + LineHeight);
        }

        var beyond = Math.Max(0, placed[order[^1]] - area.Bottom);
        for (var i = order.Length - 1; i >= 0 && beyond > 0; i--)
        {
            var limit = i == order.Length - 1 ? area.Bottom : placed[order[i + 1]] - LineHeight;
            placed[order[i]] = Math.Min(placed[order[i]], limit);
        }

        return placed;
    }

    private static float X(SKRect area, int epoch, int count) => count == 1 ? area.MidX : area.Left + (area.Width * epoch / (count - 1));

    private static float Y(SKRect area, float value, float low, float high) => area.Bottom - (area.Height * (value - low) / (high - low));
}
