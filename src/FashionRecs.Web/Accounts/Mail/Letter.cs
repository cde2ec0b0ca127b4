namespace FashionRecs.Web.Accounts.Mail;

/// <summary>A message to one person, as plain text.</summary>
public sealed record Letter(string To, string Subject, string Text);
