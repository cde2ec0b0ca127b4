namespace FashionRecs.Vision.Regions;

/// <summary>The shape of what heads for regions answer.</summary>
internal static class RegionAnswers
{
    /// <summary>Answers per attribute: around the part, and the part.</summary>
    public const int PerAttribute = 2;

    /// <summary>Rows and columns of answers per row and column of the fine feature map.</summary>
    public const int Finer = 2;
}
