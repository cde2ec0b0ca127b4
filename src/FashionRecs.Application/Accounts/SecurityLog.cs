using Microsoft.Extensions.Logging;

namespace FashionRecs.Application.Accounts;

/// <summary>
/// What happened to accounts, rights and data, in a category of its own (<c>FashionRecs.Security</c>), so that operators can keep it apart
/// and be told. It names accounts by their numbers and holds no address, password or token. Thread-safe.
/// </summary>
public sealed partial class SecurityLog(ILoggerFactory loggers)
{
    /// <summary>The category.</summary>
    public const string Category = "FashionRecs.Security";

    private readonly ILogger logger = loggers.CreateLogger(Category);

    /// <summary>Somebody signed in.</summary>
    public void SignedIn(Guid account, string method) => SignedIn(logger, account, method);

    /// <summary>A password or a code was wrong.</summary>
    /// <param name="account">The account that was tried; null where there is none.</param>
    /// <param name="origin">Where from.</param>
    public void SignInFailed(Guid? account, string origin) => SignInFailed(logger, account, origin);

    /// <summary>Somebody tried so often that they must wait.</summary>
    public void Throttled(string what, string origin) => Throttled(logger, what, origin);

    /// <summary>A session ended by its owner's wish.</summary>
    public void SignedOut(Guid account, string which) => SignedOut(logger, account, which);

    /// <summary>An account was made.</summary>
    public void AccountMade(Guid account) => AccountMade(logger, account);

    /// <summary>An account was deleted.</summary>
    public void AccountDeleted(Guid account) => AccountDeleted(logger, account);

    /// <summary>What a shopper did was deleted.</summary>
    public void DataDeleted(Guid shopper) => DataDeleted(logger, shopper);

    /// <summary>What is stored about a shopper was downloaded.</summary>
    public void DataExported(Guid shopper) => DataExported(logger, shopper);

    /// <summary>A password was changed or set anew.</summary>
    public void PasswordChanged(Guid account, string how) => PasswordChanged(logger, account, how);

    /// <summary>A second step was turned on or off, or a passkey added or removed.</summary>
    public void FactorChanged(Guid account, string what) => FactorChanged(logger, account, what);

    /// <summary>A role was given or taken away.</summary>
    public void RoleChanged(Guid account, string role, bool given, Guid? by)
    {
        var done = given ? "given to" : "taken from";
        RoleChanged(logger, role, done, account, by?.ToString() ?? "the command line");
    }

    /// <summary>Weights were taken into use.</summary>
    public void WeightsUsed(string name, string by) => WeightsUsed(logger, name, by);

    /// <summary>A page of another site tried to use the shop.</summary>
    public void ForeignOrigin(string address) => ForeignOrigin(logger, address);

    /// <summary>A key to the API was made.</summary>
    public void KeyMade(string key, string kind, Guid? by) => KeyMade(logger, key, kind, by?.ToString() ?? "the command line");

    /// <summary>A key to the API was revoked.</summary>
    public void KeyRevoked(string key, Guid? by) => KeyRevoked(logger, key, by?.ToString() ?? "the command line");

    /// <summary>A key to the API was refused: revoked, expired, or not the shop's.</summary>
    public void KeyRefused(string key, string why, string origin) => KeyRefused(logger, key, why, origin);

    [LoggerMessage(1, LogLevel.Information, "{Account} signed in by {Method}")]
    private static partial void SignedIn(ILogger logger, Guid account, string method);

    [LoggerMessage(2, LogLevel.Warning, "Signing in failed for {Account} from {Origin}")]
    private static partial void SignInFailed(ILogger logger, Guid? account, string origin);

    [LoggerMessage(3, LogLevel.Warning, "Too many tries: {What} from {Origin}")]
    private static partial void Throttled(ILogger logger, string what, string origin);

    [LoggerMessage(4, LogLevel.Information, "{Account} signed out ({Which})")]
    private static partial void SignedOut(ILogger logger, Guid account, string which);

    [LoggerMessage(5, LogLevel.Information, "The account {Account} was made")]
    private static partial void AccountMade(ILogger logger, Guid account);

    [LoggerMessage(6, LogLevel.Information, "The account {Account} was deleted")]
    private static partial void AccountDeleted(ILogger logger, Guid account);

    [LoggerMessage(7, LogLevel.Information, "What the shopper {Shopper} did was deleted")]
    private static partial void DataDeleted(ILogger logger, Guid shopper);

    [LoggerMessage(8, LogLevel.Information, "What is stored about the shopper {Shopper} was downloaded")]
    private static partial void DataExported(ILogger logger, Guid shopper);

    [LoggerMessage(9, LogLevel.Information, "The password of {Account} was set ({How})")]
    private static partial void PasswordChanged(ILogger logger, Guid account, string how);

    [LoggerMessage(10, LogLevel.Information, "{Account}: {What}")]
    private static partial void FactorChanged(ILogger logger, Guid account, string what);

    [LoggerMessage(11, LogLevel.Warning, "The role {Role} was {Done} {Account} by {By}")]
    private static partial void RoleChanged(ILogger logger, string role, string done, Guid account, string by);

    [LoggerMessage(12, LogLevel.Warning, "The weights {Name} were taken into use by {By}")]
    private static partial void WeightsUsed(ILogger logger, string name, string by);

    [LoggerMessage(13, LogLevel.Warning, "A page of another site was refused at {Address}")]
    private static partial void ForeignOrigin(ILogger logger, string address);

    [LoggerMessage(14, LogLevel.Warning, "The API key {Key} ({Kind}) was made by {By}")]
    private static partial void KeyMade(ILogger logger, string key, string kind, string by);

    [LoggerMessage(15, LogLevel.Warning, "The API key {Key} was revoked by {By}")]
    private static partial void KeyRevoked(ILogger logger, string key, string by);

    [LoggerMessage(16, LogLevel.Warning, "The API key {Key} was refused ({Why}) from {Origin}")]
    private static partial void KeyRefused(ILogger logger, string key, string why, string origin);
}
