using System.IO.Compression;

namespace FashionRecs.Storage.Tests.Upgrade;

/// <summary>
/// A shop's file that the program wrote when it still stored places in the vocabulary: 150 drawn products, eight shoppers with 624 events,
/// two reviewers with 51 annotations, an experiment with all kinds of outcomes, and an import. Beside it lies what the program said of it
/// then.
/// </summary>
internal static class OldFile
{
    private static string Data => Path.Combine(AppContext.BaseDirectory, "Upgrade", "Data");

    /// <summary>What the program said of the file, as JSON.</summary>
    public static string Said => File.ReadAllText(Path.Combine(Data, "before-codes.json"));

    /// <summary>Puts the file into a folder of its own.</summary>
    public static string Unpack()
    {
        var folder = Directory.CreateTempSubdirectory("fashionrecs-old-").FullName;
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Data, "before-codes.db.gz")), CompressionMode.Decompress);
        using var file = File.Create(Path.Combine(folder, "shop.db"));
        packed.CopyTo(file);
        return folder;
    }
}
