using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Truth;

/// <summary>How long a drawn garment truly is, which its value alone does not say.</summary>
public static class TrueLength
{
    /// <summary>
    /// Where a length ends, in centimetres below the neck point for hems and along the arm from the shoulder for sleeves; null where the
    /// garment has no such length, and for what is no length.
    /// </summary>
    /// <param name="spec">The garment.</param>
    /// <param name="attribute">The length.</param>
    public static float? Of(GarmentSpec spec, GarmentAttribute attribute) =>
        attribute.IsLength && spec.Values.Shows(attribute.Code) ? LengthTable.End(spec, attribute.Code) : null;
}
