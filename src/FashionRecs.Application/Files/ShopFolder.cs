namespace FashionRecs.Application.Files;

/// <summary>Where the shop keeps its files; what is named here is made when it is first needed.</summary>
/// <param name="Root">Full path of the folder.</param>
public sealed record ShopFolder(string Root)
{
    /// <summary>Pictures of products.</summary>
    public string Pictures => Path.Combine(Root, "pictures");

    /// <summary>Files that were handed in and wait to be read.</summary>
    public string Imports => Path.Combine(Root, "imports");

    /// <summary>Weights made from reviews.</summary>
    public string Models => Path.Combine(Root, "weights");

    /// <summary>Keys of cookies.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>
    /// What the next start of a large catalog begins from: nothing that is not stored elsewhere, too, and made anew where it is missing.
    /// </summary>
    public string Catalog => Path.Combine(Root, "catalog");

    /// <summary>Messages to people, where no mail server is named.</summary>
    public string Mail => Path.Combine(Root, "mail");
}
