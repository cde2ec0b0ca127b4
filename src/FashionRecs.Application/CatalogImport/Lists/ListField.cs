namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>What a column of a list of products can hold.</summary>
public enum ListField
{
    /// <summary>The shop's own number of the product.</summary>
    Product,

    /// <summary>The picture: a file's name, a path or an address.</summary>
    Image,

    /// <summary>What the product is called.</summary>
    Name,

    /// <summary>Kind of garment.</summary>
    Type,

    /// <summary>Department.</summary>
    Group,

    /// <summary>Section of the shop.</summary>
    Section,

    /// <summary>Main colour.</summary>
    Colour,

    /// <summary>Pattern.</summary>
    Pattern,

    /// <summary>Price in the shop's currency.</summary>
    Price,

    /// <summary>A few sentences.</summary>
    Description,

    /// <summary>Size of one variant.</summary>
    Size,

    /// <summary>What the variants of one product have in common.</summary>
    VariantOf,

    /// <summary>Further pictures.</summary>
    MorePictures,

    /// <summary>Address of the product's page in the shop that sells it.</summary>
    Link,

    /// <summary>Whether the product, or one variant, can be had.</summary>
    Availability,
}
