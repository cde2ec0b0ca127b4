namespace FashionRecs.Application.Accounts;

/// <summary>
/// Something about an account that whoever is signed in to it must notice: a role, a password, a session that ended, its deletion.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Session">The one session that it concerns; null for all of them.</param>
public sealed record AccountChange(Guid Account, Guid? Session = null);
