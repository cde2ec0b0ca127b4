namespace FashionRecs.Training.Datasets;

/// <summary>What an annotation says of one value.</summary>
public enum LabelLetter : byte
{
    /// <summary>The picture has no row for this attribute: unknown, not absent.</summary>
    Unknown,

    /// <summary><c>n</c>: is not.</summary>
    No,

    /// <summary><c>m</c>: may be.</summary>
    Maybe,

    /// <summary><c>y</c>: is.</summary>
    Yes,
}
