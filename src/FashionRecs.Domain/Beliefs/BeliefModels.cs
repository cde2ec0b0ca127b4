using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Beliefs;

/// <summary>Finds the beliefs that belong to a reading's weights. Immutable and safe to share between threads.</summary>
public sealed class BeliefModels
{
    private readonly Dictionary<string, BeliefModel> fitted;
    private readonly BeliefModel plain;
    private readonly AttributeVocabulary vocabulary;

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="files">What was fitted, one per network; the last one of a fingerprint counts.</param>
    public BeliefModels(AttributeVocabulary vocabulary, params IEnumerable<BeliefModelFile> files)
    {
        this.vocabulary = vocabulary;
        plain = BeliefModel.Plain(vocabulary);
        fitted = files.GroupBy(file => file.Fingerprint, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new BeliefModel(vocabulary, group.Last().Attributes), StringComparer.Ordinal);
    }

    /// <summary>Those that ship with the project; only the plain ones for another vocabulary or where no such file ships.</summary>
    /// <exception cref="InvalidDataException">The shipped file is damaged.</exception>
    public static BeliefModels Shipped(AttributeVocabulary vocabulary) => new(vocabulary, ShippedFiles(vocabulary));

    /// <summary>The files of <see cref="Shipped"/>.</summary>
    /// <exception cref="InvalidDataException">The shipped file is damaged.</exception>
    public static IReadOnlyList<BeliefModelFile> ShippedFiles(AttributeVocabulary vocabulary) =>
        vocabulary.Name == AttributeVocabularyFile.Default.Name && File.Exists(BeliefModelFile.ShippedPath)
        ? [BeliefModelFile.Load(BeliefModelFile.ShippedPath, vocabulary)]
        : [];

    /// <summary>What changes the beliefs of a picture once all are known, attributes in the same order; null to leave them.</summary>
    public Func<IReadOnlyList<AttributeBelief>, IReadOnlyList<AttributeBelief>>? Revise { get; init; }

    /// <summary>The beliefs that follow from a reading; one per attribute that was read.</summary>
    public IReadOnlyList<AttributeBelief> Read(PredictedTags predicted)
    {
        var probabilities = new float[vocabulary.Values.Count];
        Array.Fill(probabilities, float.NaN);
        foreach (var reading in predicted.Attributes)
        {
            foreach (var value in reading.Attribute.Values)
            {
                probabilities[value.Index] = reading.Probabilities[value.Position];
            }
        }

        var model = fitted.GetValueOrDefault(predicted.Fingerprint, plain);
        AttributeBelief[] beliefs = [.. predicted.Attributes.Select(reading => model.Read(reading.Attribute, probabilities))];
        return Revise is { } revise ? revise(beliefs) : beliefs;
    }
}
