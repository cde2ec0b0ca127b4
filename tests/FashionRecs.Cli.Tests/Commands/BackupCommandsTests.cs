using FashionRecs.Cli.Commands;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Cli.Tests.Commands;

public sealed class BackupCommandsTests : IDisposable
{
    private readonly TestShop shop = new();
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter said = new();

    public void Dispose()
    {
        shop.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Restore_OfABackup_IsTheSameShop()
    {
        await shop.AddAsync("v");
        var (file, elsewhere) = (folder.File("shop.backup"), folder.File("elsewhere"));

        Assert.Equal(ExitCode.Success, await BackupCommand.RunAsync(file, shop.Database, said, default));
        Assert.Equal(ExitCode.Success, await VerifyCommand.RunAsync(file, said, default));
        Assert.Equal(ExitCode.Success, await RestoreCommand.RunAsync(file, Path.Combine(elsewhere, "shop.db"), said, default));

        Assert.Contains("The backup is whole: 2 files", said.ToString());
        using var restored = new TestShop(elsewhere);
        Assert.NotNull((await restored.Shop.CatalogAsync()).TryFind("v"));
    }

    [Fact]
    public async Task Verify_CutBackup_EndsWithUnusableInput()
    {
        await shop.AddAsync("v");
        var file = folder.File("shop.backup");
        await BackupCommand.RunAsync(file, shop.Database, said, default);
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["verify", file]));
    }

    [Fact]
    public async Task Backup_NoSuchShop_EndsWithUnusableInputAndMakesNone()
    {
        var nowhere = folder.File("shop.db");

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["backup", folder.File("shop.backup"), "--database", nowhere]));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Copy_ToPostgreSql_SaysWhatWasCopiedAndWhereTheFilesStay()
    {
        await shop.AddAsync("v");
        using var server = new PostgreSqlDatabase(migrated: false);

        await DatabaseCopyCommand.RunAsync(shop.Database, server.Settings.ConnectionString!, said, default);

        Assert.Contains("Products: 1", said.ToString());
        Assert.Contains("each reads the same on both sides.", said.ToString());
        Assert.Contains($"set Storage:Folder to '{shop.Folder}'", said.ToString());
        using var copied = server.Open();
        Assert.NotNull((await copied.Shop.CatalogAsync()).TryFind("v"));
    }

    [Fact]
    public async Task Copy_FromNowhere_EndsWithUnusableInput() =>
        Assert.Equal(ExitCode.Usage,
            await CommandLine.RunAsync(["database", "copy", "--from", folder.File("none.db"), "--to", folder.File("to.db")]));
}
