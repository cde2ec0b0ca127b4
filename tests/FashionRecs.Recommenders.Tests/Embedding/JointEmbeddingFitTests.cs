using System.Numerics.Tensors;
using FashionRecs.Recommenders.Embedding;

namespace FashionRecs.Recommenders.Tests.Embedding;

public class JointEmbeddingFitTests
{
    private static readonly JointEmbeddingOptions Options = new() { Size = 2, LeastTexts = 1 };

    /// <summary>Commas part the words, so that no two of them are one term.</summary>
    private static readonly DescribedPicture[] Pictures =
    [
        new("lace, tulle", [1, 0]), new("tulle, lace", [1, 0]), new("denim, fly", [0, 1]), new("fly, denim", [0, 1]),
    ];

    [Fact]
    public void TermVectors_FourTexts_HaveTheInformationComputedByHand()
    {
        var words = TermVectors.Learn(Pictures.Select(picture => picture.Text), Options);

        // Each word is in 2 of 4 texts, with its neighbour in both: ln(2 · 4 / (2 · 2)) = ln 2; with others never. The information has two
        // directions, which two numbers hold whole: products of vectors are the information itself.
        Assert.Equal(Math.Log(2), TensorPrimitives.Dot<float>(words["lace"], words["tulle"]), 1e-6);
        Assert.Equal(0, TensorPrimitives.Dot<float>(words["lace"], words["denim"]), 1e-6);
    }

    [Fact]
    public void Fit_PicturesOnTwoSides_PointAtTheirWords()
    {
        var embedding = new JointEmbeddingFit(Pictures, Options).Fit(ridge: 0.5);

        var lacy = embedding.Place([1, 0]);
        Assert.Equal(1, TensorPrimitives.Dot<float>(lacy, embedding.Terms["lace"]), 1e-5);
        Assert.Equal(-1, TensorPrimitives.Dot<float>(lacy, embedding.Terms["fly"]), 1e-5);
        Assert.Equal(1, TensorPrimitives.Dot<float>(lacy, embedding.Direction("with tulle")!), 1e-5);
        Assert.Null(embedding.Direction("happy"));
        Assert.Equal([0f, 0f], embedding.Place([0.5f, 0.5f])); // what is usual says nothing
    }

    [Fact]
    public void Learn_NoTermInEnoughTexts_IsRefused() => Assert.Throws<InvalidDataException>(
        () => TermVectors.Learn(["lace"], Options with { LeastTexts = 2 }));
}
