using System.Numerics.Tensors;
using FashionRecs.Domain.Embedding;
using FashionRecs.Recommenders.Embedding;
using FashionRecs.Training.Discovery;

namespace FashionRecs.Cli;

/// <summary>How well a space of words and pictures tells products with a term from others. Safe to share between threads.</summary>
internal sealed class TermMeasure
{
    private readonly JointEmbedding embedding;
    private readonly (HashSet<string> Terms, float[] Place)[] fitted;
    private readonly (string Type, HashSet<string> Terms, float[] Place)[][] types;

    /// <param name="embedding">The space.</param>
    /// <param name="fitted">Products that probabilities are fitted on.</param>
    /// <param name="held">Products that terms are measured on, with their types.</param>
    public TermMeasure(JointEmbedding embedding, IEnumerable<DescribedPicture> fitted,
        IEnumerable<(string Type, DescribedPicture Picture)> held)
    {
        this.embedding = embedding;
        this.fitted = [.. fitted.Select(one => (TextTerms.Of(one.Text), embedding.Place(one.Features)))];
        types = [.. held.Select(one => (one.Type, TextTerms.Of(one.Picture.Text), embedding.Place(one.Picture.Features)))
            .GroupBy(one => one.Type, StringComparer.Ordinal).Select(group => group.ToArray())];
    }

    /// <summary>The term with how likely a picture shows it.</summary>
    public VisibleTerm Fit(string term)
    {
        var direction = embedding.Terms[term];
        var (slope, constant) = WordAdoption.Probability(
            [.. fitted.Select(one => (Score(direction, one.Place), one.Terms.Contains(term)))]);
        return new VisibleTerm(term, direction, slope, constant,
            fitted.Count(one => one.Terms.Contains(term)) / (double)fitted.Length);
    }

    /// <summary>The share of pairs of held-out products of one type, one with the term and one without, in the right order.</summary>
    public SeparationScore WithinTypes(string term) => SeparationScore.Within(types.Select(group =>
    {
        var sides = group.ToLookup(one => one.Terms.Contains(term), one => Score(embedding.Terms[term], one.Place));
        return SeparationScore.Of([.. sides[true]], [.. sides[false]]);
    }));

    private static double Score(float[] direction, float[] place) => TensorPrimitives.Dot<float>(direction, place);
}
