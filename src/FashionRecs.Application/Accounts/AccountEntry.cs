namespace FashionRecs.Application.Accounts;

/// <summary>An account in the administrator's list.</summary>
/// <param name="Id">Its id, which is the shopper's number too.</param>
/// <param name="Email">Address it signs in with.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Roles">Roles that were given to it.</param>
public sealed record AccountEntry(Guid Id, string Email, DateTimeOffset Created, IReadOnlySet<string> Roles)
{
    /// <summary>Whether the address was shown to be its owner's.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether signing in takes a second step.</summary>
    public bool HasSecondStep { get; init; }
}
