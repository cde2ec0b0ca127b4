using FashionRecs.Tests;
using System.Numerics.Tensors;
using FashionRecs.Recommenders.Pictures;

namespace FashionRecs.Recommenders.Tests.Pictures;

public class PrincipalComponentsTests
{
    [Fact]
    public void Transform_VectorsOnAPlane_KeepsTheirAngles()
    {
        // Two directions of a ten-dimensional space carry everything; the rest is a constant that PCA takes away.
        float[][] vectors =
            [.. Enumerable.Range(0, 12)
            .Select(turn => new float[] { MathF.Cos(turn * 0.5236f), 5, MathF.Sin(turn * 0.5236f), 5, 5, 5, 5, 5, 5, 5 })];

        var reduced = PrincipalComponents.Transform(vectors, 2);

        Assert.Equal(MathF.Cos(0.5236f), TensorPrimitives.Dot<float>(reduced[0], reduced[1]), 3);
        Assert.Equal(-1, TensorPrimitives.Dot<float>(reduced[0], reduced[6]), 3);
    }

    [Fact]
    public void Transform_MissingVectors_StayMissing() => Assert.Equal([null, null], PrincipalComponents.Transform([null, null], 3));
}
