using System.Diagnostics;
using FashionRecs.Application;
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

        Assert.Equal($"The file '{Database}' is not a FashionRecs database or is damaged; choose another file or restore a backup.", await ValidateAsync(Database));
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
        Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2020-01-01 00:00:00+00:00')");

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
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(StartupCheck).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Storage:DatabasePath", Database])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        })!;

        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();

        Assert.Equal(StartupCheck.Unusable, program.ExitCode);
        var text = await said + await complained;
        Assert.Contains($"The file '{Database}' is not a FashionRecs database", text);
        Assert.DoesNotContain("   at ", text);
        Assert.DoesNotContain("Exception", text);
    }

    private static async Task<string?> ValidateAsync(string database)
    {
        await using var services = new ServiceCollection().AddApplication().AddSqliteStorage(options => (options.DatabasePath, options.LockTimeoutSeconds) = (database, 1)).BuildServiceProvider();
        return await StartupCheck.ValidateAsync(services, seeded: false);
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
