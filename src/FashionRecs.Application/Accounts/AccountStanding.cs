namespace FashionRecs.Application.Accounts;

/// <summary>What holds of a session at this moment.</summary>
/// <param name="SecurityStamp">Changes with the password, a lost role and whatever else ends all sessions.</param>
/// <param name="Version">Changes with everything about the account.</param>
/// <param name="Created">When the session began.</param>
/// <param name="Seen">When it was last used, to about ten minutes.</param>
public readonly record struct AccountStanding(string SecurityStamp, string Version, DateTimeOffset Created, DateTimeOffset Seen);
