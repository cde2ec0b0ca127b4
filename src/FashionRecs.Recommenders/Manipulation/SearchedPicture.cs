using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>A picture that can be asked about and found. Immutable.</summary>
/// <param name="Item">What the network says of it, as the shop keeps it; ids are unique.</param>
/// <param name="Whole">Features of the whole picture.</param>
/// <param name="Regions">Per attribute, in the vocabulary's order, the features of the region that shows it; null where none does.</param>
/// <param name="Truth">Per attribute the value it truly has; null where nobody said.</param>
/// <param name="Garment">Pictures of one garment, as it is and with a value changed, share this number.</param>
public sealed record SearchedPicture(
    CatalogItem Item, float[] Whole, IReadOnlyList<float[]?> Regions, IReadOnlyList<AttributeValue?> Truth, int Garment);
