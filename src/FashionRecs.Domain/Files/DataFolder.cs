namespace FashionRecs.Domain.Files;

/// <summary>
/// Finds the folder of photographs, purchases and starting weights, which is not part of the project:
/// the environment variable <c>FASHIONRECS_DATA</c>, else <c>../shared/data</c> beside the checkout.
/// </summary>
public static class DataFolder
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "FASHIONRECS_DATA";

    /// <summary>The folder, or null where there is none.</summary>
    public static string? TryFind()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        }

        return Checkout(Directory.GetCurrentDirectory()) ?? Checkout(AppContext.BaseDirectory);
    }

    /// <summary>A file or folder in the data folder, or null where it does not exist.</summary>
    public static string? TryFind(params string[] parts)
    {
        if (TryFind() is not { } folder)
        {
            return null;
        }

        var path = Path.Combine([folder, .. parts]);
        return Path.Exists(path) ? path : null;
    }

    private static string? Checkout(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FashionRecs.slnx")))
            {
                var data = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
                return Directory.Exists(data) ? data : null;
            }
        }

        return null;
    }
}
