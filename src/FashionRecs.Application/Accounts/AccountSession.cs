namespace FashionRecs.Application.Accounts;

/// <summary>One place where somebody is signed in.</summary>
/// <param name="Id">Its number, which stands in the cookie.</param>
/// <param name="Device">Browser and system, as the owner of the account would call them.</param>
/// <param name="Created">When they signed in.</param>
/// <param name="Seen">When it was last used, to about ten minutes.</param>
public sealed record AccountSession(Guid Id, string Device, DateTimeOffset Created, DateTimeOffset Seen);
