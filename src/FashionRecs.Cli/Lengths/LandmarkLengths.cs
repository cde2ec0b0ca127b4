using System.Globalization;
using FashionRecs.Tables;

namespace FashionRecs.Cli.Lengths;

/// <summary>
/// How long the skirts and sleeves of photographed dresses are, measured between points that people marked (DeepFashion's landmarks) in
/// units of the way from collar to waist, so that the size in the picture does not count. What is bent, or seen from the side, is measured
/// too short.
/// </summary>
internal static class LandmarkLengths
{
    // Places among the eight of a whole garment: both collar points, cuffs, waist points and hem points.
    private const int Collar = 0, Cuff = 2, Waist = 4, Hem = 6;

    /// <summary>Least way from collar to waist in pixels that is a measure.</summary>
    private const double Least = 5;

    /// <summary>By picture and code of the length; hidden points give none.</summary>
    /// <param name="path">A CSV with the columns image, kind and landmarks (eight "x y", 0 0 where hidden).</param>
    /// <exception cref="InvalidDataException">A row has another form; the message names file and line.</exception>
    public static IReadOnlyDictionary<(string Image, string Attribute), double> Read(string path)
    {
        var lengths = new Dictionary<(string, string), double>();
        foreach (var (line, fields) in TableReader.Read(path, "image", "kind", "landmarks").Where(row => row.Fields[1] == "full"))
        {
            double[] numbers = [.. fields[2].Split(' ').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number)
                ? number : throw new InvalidDataException($"{path}, line {line}: '{part}' is no number."))];
            if (numbers.Length != 16)
            {
                throw new InvalidDataException($"{path}, line {line}: {numbers.Length} numbers are not 16.");
            }

            if (Middle(numbers, Collar) is not { } collar || Middle(numbers, Waist) is not { } waist || waist.Y - collar.Y < Least)
            {
                continue;
            }

            if (Middle(numbers, Hem) is { } hem)
            {
                lengths[(fields[0], "skirt_length")] = (hem.Y - waist.Y) / (waist.Y - collar.Y);
            }

            double[] sleeves = [.. new[] { 0, 1 }.Select(side => (Point(numbers, Collar + side), Point(numbers, Cuff + side)))
                .Where(pair => pair.Item1 is not null && pair.Item2 is not null)
                .Select(pair => Math.Sqrt(Math.Pow(pair.Item1!.Value.X - pair.Item2!.Value.X, 2)
                    + Math.Pow(pair.Item1.Value.Y - pair.Item2.Value.Y, 2)))];
            if (sleeves.Length > 0)
            {
                lengths[(fields[0], "sleeve_length")] = sleeves.Max() / (waist.Y - collar.Y);
            }
        }

        return lengths;
    }

    private static (double X, double Y)? Point(double[] numbers, int place) =>
        (numbers[2 * place], numbers[(2 * place) + 1]) is var point && point == (0, 0) ? null : point;

    private static (double X, double Y)? Middle(double[] numbers, int place)
    {
        (double X, double Y)[] seen = [.. new[] { Point(numbers, place), Point(numbers, place + 1) }.OfType<(double X, double Y)>()];
        return seen.Length == 0 ? null : (seen.Average(point => point.X), seen.Average(point => point.Y));
    }
}
