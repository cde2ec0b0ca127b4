using FashionRecs.Garments.Randomness;

namespace FashionRecs.Garments.Specification;

/// <summary>All that decides a picture: the same specification gives the same bytes on one machine and version.</summary>
/// <param name="Kind">What is drawn.</param>
/// <param name="Values">What the garment is; <see cref="CombinationRules"/> says what cannot be.</param>
/// <param name="Seed">Decides colours, cloth, cut, pose, light and ground.</param>
/// <param name="Presentation">Flat or on a figure.</param>
public sealed record GarmentSpec(GarmentKind Kind, GarmentValues Values, GarmentSeed Seed, Presentation Presentation = Presentation.FlatLay)
{
    /// <summary>What hides an attribute, or null.</summary>
    public Cover? Cover { get; init; }

    /// <summary>True draws a varied ground, light and quality for training; false the calm ground of a shop.</summary>
    public bool Cluttered { get; init; }

    /// <summary>A garment whose extent also has to fit into the frame; pairs frame each other so that the camera stays.</summary>
    public GarmentValues? FramedWith { get; init; }

    /// <summary>
    /// Words that fix a choice the seed would make, for example cloth "stripe" or colour "navy"; see <see cref="GarmentStyle"/>.
    /// </summary>
    public GarmentStyle Style { get; init; } = new();
}
