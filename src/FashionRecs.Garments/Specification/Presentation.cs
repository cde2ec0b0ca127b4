namespace FashionRecs.Garments.Specification;

/// <summary>How the garment is shown.</summary>
public enum Presentation
{
    /// <summary>Laid flat and photographed from above.</summary>
    FlatLay,

    /// <summary>On a shop's mannequin without a face.</summary>
    Mannequin,

    /// <summary>On a simple figure of a person, as shoppers' own photographs show it.</summary>
    Person,
}
