namespace FashionRecs.Application.Accounts;

/// <summary>What is asked of people with a role.</summary>
/// <param name="NeedSecondStep">Whether their roles work only once a second step is asked for when they sign in.</param>
public sealed record StaffRules(bool NeedSecondStep = false);
