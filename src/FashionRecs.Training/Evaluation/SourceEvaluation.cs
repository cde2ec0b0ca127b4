using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Training.Audit;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Evaluation;

/// <summary>
/// How well the pictures of one source are read, over all attributes together: a source is a kind of picture, such as garments laid flat,
/// worn ones in a shop, or people in a street. Intervals draw whole pictures.
/// </summary>
/// <param name="Source">The pictures' folder.</param>
/// <param name="Pictures">How many have a label.</param>
/// <param name="Shown">Labels that are a visible value.</param>
/// <param name="Invisible">Labels that the picture does not show the attribute.</param>
/// <param name="TopYesOrMaybe">Share of <paramref name="Shown"/> whose top visible value is <c>y</c> or <c>m</c>.</param>
/// <param name="ShownTold">Share of <paramref name="Shown"/> that are told to be shown, at 1 − P(Invisible) ≥ 0.5.</param>
/// <param name="InvisibleTold">Share of <paramref name="Invisible"/> that are not.</param>
public sealed record SourceEvaluation(
    string Source, int Pictures, int Shown, int Invisible, Estimate TopYesOrMaybe, Estimate ShownTold, Estimate InvisibleTold)
{
    /// <summary>Measures every source, in alphabetical order.</summary>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="pictures">Pictures with their letters.</param>
    /// <param name="probabilities">Per picture one probability per value of the vocabulary.</param>
    /// <param name="seed">Of the bootstrap.</param>
    public static IReadOnlyList<SourceEvaluation> Measure(
        AttributeVocabulary vocabulary, IReadOnlyList<LabelledPicture> pictures, IReadOnlyList<float[]> probabilities, int seed) =>
        [.. pictures.Zip(probabilities, (picture, row) => (Source: Folder(picture), Readings: Read(vocabulary, picture, row)))
            .Where(one => one.Readings.Length > 0).GroupBy(one => one.Source, one => one.Readings, StringComparer.Ordinal)
            .OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => Of(source.Key, [.. source], seed))];

    private static SourceEvaluation Of(string source, Reading[][] pictures, int seed)
    {
        Estimate Share(Func<Reading, bool> counts, Func<Reading, bool> holds)
        {
            var share = ClusteredShare.Of(
                pictures.SelectMany((readings, number) => readings.Where(counts).Select(one => (number, holds(one) ? 1.0 : 0, 1.0))), seed);
            return share.Count > 0 ? new(share.Ratio.Mean, share.Ratio.Low, share.Ratio.High) : new(null, null, null);
        }

        var shown = pictures.Sum(readings => readings.Count(one => one.Shown));
        return new SourceEvaluation(source, pictures.Length, shown, pictures.Sum(readings => readings.Length) - shown,
            Share(one => one.Shown, one => one.TopIsRight), Share(one => one.Shown, one => one.SaysShown),
            Share(one => !one.Shown, one => !one.SaysShown));
    }

    private static Reading[] Read(AttributeVocabulary vocabulary, LabelledPicture picture, float[] row) =>
        [.. vocabulary.Attributes.Where(attribute => Letters(picture, attribute).Contains(LabelLetter.Yes)).Select(attribute =>
        {
            var top = attribute.Values.Where(value => value != attribute.Invisible).MaxBy(value => row[value.Index])!;
            return new Reading(
                picture.Letters[attribute.Invisible.Index] != LabelLetter.Yes, picture.Letters[top.Index] >= LabelLetter.Maybe,
                1 - row[attribute.Invisible.Index] >= Visibility.Shown);
        })];

    private static ArraySegment<LabelLetter> Letters(LabelledPicture picture, GarmentAttribute attribute) =>
        new(picture.Letters, attribute.Start, attribute.Values.Count);

    private static string Folder(LabelledPicture picture) => Path.GetFileName(Path.GetDirectoryName(picture.Image)) ?? "";

    private readonly record struct Reading(bool Shown, bool TopIsRight, bool SaysShown);
}
