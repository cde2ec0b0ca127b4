namespace FashionRecs.Garments.Specification;

/// <summary>The attribute codes of the FashionAI vocabulary that this project can draw.</summary>
internal static class Codes
{
    public const string Skirt = "skirt_length";
    public const string Coat = "coat_length";
    public const string Collar = "collar_design";
    public const string Lapel = "lapel_design";
    public const string Neck = "neck_design";
    public const string Neckline = "neckline_design";
    public const string Pant = "pant_length";
    public const string Sleeve = "sleeve_length";
    public const string Invisible = "Invisible";
}
