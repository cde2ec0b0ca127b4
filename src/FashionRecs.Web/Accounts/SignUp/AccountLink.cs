namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>What a link in a message proves: that whoever follows it reads the mail of an address.</summary>
/// <param name="Email">The address.</param>
/// <param name="Stamp">State of the account that a new password is for, so that the link works once; null where the account is still to be
/// made.</param>
/// <param name="Until">How long it works.</param>
public sealed record AccountLink(string Email, string? Stamp, DateTimeOffset Until);
