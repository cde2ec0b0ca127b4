namespace FashionRecs.Application.Accounts;

/// <summary>Who may see what. A person may have several roles; everybody may shop.</summary>
public static class Roles
{
    /// <summary>Browses, likes and argues back; needs no account.</summary>
    public const string Shopper = "shopper";

    /// <summary>Reviews tags and takes in products.</summary>
    public const string Merchandiser = "merchandiser";

    /// <summary>Runs experiments.</summary>
    public const string Researcher = "researcher";

    /// <summary>Gives roles to people; counts as every other role.</summary>
    public const string Administrator = "administrator";

    /// <summary>All roles that can be given, least first.</summary>
    public static readonly IReadOnlyList<string> Given = [Merchandiser, Researcher, Administrator];
}
