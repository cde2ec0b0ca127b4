using System.Diagnostics;
using FashionRecs.Application;
using FashionRecs.Application.Seeding;
using FashionRecs.Storage.Sqlite;
using FashionRecs.Web.Shop;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop;

/// <summary>A shop whose database nobody can use says so in one sentence and ends.</summary>
public sealed class StartupCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-opening-").FullName;

    private string Database => Path.Combine(folder, "shop.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Open_FreshFolder_Opens() => Assert.Null(await ValidateAsync(Path.Combine(folder, "new", "shop.db")));

    [Fact]
    public async Task Open_NoDatabase_SaysWhichFile()
    {
        await File.WriteAllTextAsync(Database, "my holiday diary");

        Assert.Equal($"The file '{Database}' is not a FashionRecs database or is damaged; choose another file or restore a backup.",
            await ValidateAsync(Database));
    }

    [Fact]
    public async Task Open_DamagedInTheMiddle_SaysWhichFile()
    {
        await ValidateAsync(Database);
        SqliteConnection.ClearAllPools();
        // The first page, with the tables' names, stays; what it points to is gone.
        var bytes = await File.ReadAllBytesAsync(Database);
        bytes.AsSpan(4096).Fill(0x5a);
        await File.WriteAllBytesAsync(Database, bytes);

        Assert.StartsWith($"The file '{Database}' is not a FashionRecs database or is damaged", await ValidateAsync(Database));
    }

    [Fact]
    public async Task Open_NewerVersion_SaysSo()
    {
        await ValidateAsync(Database);
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");

        Assert.Equal(
            $"The database '{Database}' was made by a newer version of FashionRecs (29990101000000_Later); update the program or choose another database.", await ValidateAsync(Database));
    }

    [Fact]
    public async Task Open_LockedAltogether_SaysWhichFile()
    {
        await ValidateAsync(Database);
        SqliteConnection.ClearAllPools();
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        Execute(other, "PRAGMA journal_mode=DELETE");
        Execute(other, "BEGIN EXCLUSIVE");

        Assert.StartsWith($"The database '{Database}' is locked by another program", await ValidateAsync(Database));
    }

    [Fact]
    public async Task Open_DuringABackup_Opens()
    {
        await ValidateAsync(Database);
        using var backup = new SqliteConnection($"Data Source={Database};Pooling=False");
        backup.Open();
        Execute(backup, "BEGIN IMMEDIATE");

        Assert.Null(await ValidateAsync(Database));
    }

    [Fact]
    public async Task Open_AfterAMigrationThatWasKilled_Opens()
    {
        // Taken long ago and never given back.
        Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO "
            + "__EFMigrationsLock VALUES (1, '2020-01-01 00:00:00+00:00')");

        Assert.Null(await ValidateAsync(Database).WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [InlineData("/proc/fashionrecs/shop.db", "The folder of the database '/proc/fashionrecs/shop.db' cannot be made")]
    [InlineData("/proc/shop.db", "The database '/proc/shop.db' cannot be ")]
    public async Task Open_FolderThatNobodyCanWrite_SaysWhere(string database, string sentence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder that not even its administrator can write.");

        Assert.StartsWith(sentence, await ValidateAsync(database));
    }

    [Fact]
    public async Task Program_UnusableDatabase_EndsWithTheSentenceAndNoStackTrace()
    {
        await File.WriteAllTextAsync(Database, "my holiday diary");

        await AssertEndsAsync($"The file '{Database}' is not a FashionRecs database");
    }

    [Theory]
    [InlineData("Ranking:Diversity", "1.5", "The setting Ranking:Diversity must be between 0 and 1, not 1.5.")]
    [InlineData("Polling:Regions", "00:00:00", "The setting Polling:Regions must be between 00:00:00.01 and 01:00:00, not 00:00:00.")]
    [InlineData("Complements:Weights:taste", "-1", "The setting Complements:Weights:taste must be at least 0, not -1.")]
    [InlineData("Import:MostFiles", "many", "'many' at 'Import:MostFiles'")]
    public async Task Program_SettingOutOfRange_EndsWithASentenceThatNamesIt(string setting, string value, string sentence)
    {
        await AssertEndsAsync(sentence, $"--{setting}", value);

        Assert.False(File.Exists(Database), "The settings are looked at before the database.");
    }

    private async Task AssertEndsAsync(string sentence, params string[] settings)
    {
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(StartupCheck).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Storage:DatabasePath", Database,
                .. settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        })!;

        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();

        var text = await said + await complained;
        Assert.Equal(StartupCheck.Unusable, program.ExitCode);
        Assert.Contains(sentence, text);
        Assert.DoesNotContain("   at ", text);
        Assert.DoesNotContain("Exception", text);
    }

    private static async Task<string?> ValidateAsync(string database)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(new CatalogOptions { Seed = false, FollowShippedWeights = false }).AddApplication()
                .AddSqliteStorage(options => (options.DatabasePath, options.LockTimeoutSeconds) = (database, 1)).BuildServiceProvider();
        return await StartupCheck.ValidateAsync(services);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
