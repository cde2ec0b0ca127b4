namespace FashionRecs.Garments.Cloth;

/// <summary>Something that raises or lowers cloth: a fold, gathers, crumples.</summary>
internal interface IRelief
{
    /// <summary>Adds its heights, in centimetres.</summary>
    void AddTo(HeightField field);
}
