using FashionRecs.Application.Settings;

namespace FashionRecs.Application.Files;

/// <summary>
/// Overwrites what was deleted. In some databases it takes as long as the whole is large and keeps writers waiting meanwhile, so it is
/// asked for with each deletion and done once for many of them, behind the pages. What was asked for survives a restart. Safe to share
/// between threads and processes.
/// </summary>
public sealed class FileRewriting(IShopDatabase database, ISettingStore settings)
{
    /// <summary>Name of the setting that says whether it was asked for.</summary>
    public const string Setting = "database.rewriting-wanted";

    private const string Wanted = "yes";

    /// <summary>Asks for it.</summary>
    public Task AskAsync(CancellationToken cancellation = default) => settings.SetAsync(Setting, Wanted, cancellation);

    /// <summary>Whether it was asked for.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellation = default) =>
        await settings.TryGetAsync(Setting, cancellation) == Wanted;

    /// <summary>Does it, where it was asked for.</summary>
    /// <returns>False where another program keeps the files busy or the disk is too full; it stays asked for.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation = default)
    {
        if (!await IsWantedAsync(cancellation))
        {
            return true;
        }

        // Taken off first: what is deleted while the files are rewritten asks again.
        await settings.SetAsync(Setting, "no", cancellation);
        var done = false;
        try
        {
            done = await database.RewriteAsync(cancellation);
            return done;
        }
        finally
        {
            if (!done)
            {
                await AskAsync(CancellationToken.None);
            }
        }
    }
}
