using System.Data.Common;
using FashionRecs.Storage;

namespace FashionRecs.Tests.Databases;

/// <summary>A database of a test's own, with the folder of a shop's other files; goes away with the test.</summary>
public abstract class TestDatabase : IDisposable
{
    /// <summary>Times that its folder is tried to be deleted.</summary>
    private const int Tries = 100;

    /// <summary>Where the shop's other files lie.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("fashionrecs-shop-").FullName;

    /// <summary>How a shop finds it.</summary>
    public abstract StorageSettings Settings { get; }

    /// <summary>Another one of the same kind, where there is no shop yet.</summary>
    public abstract TestDatabase Fresh();

    /// <summary>An open connection that no pool keeps.</summary>
    public abstract DbConnection Connect();

    /// <summary>Opens a shop on it, as a process of its own would.</summary>
    internal TestShop Open(int lockTimeoutSeconds = 5) => new(database: this, lockTimeoutSeconds: lockTimeoutSeconds);

    /// <summary>Runs a statement behind the shop's back.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Another program's lock of everything that is written, until disposed.</summary>
    public abstract IDisposable Lock();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
                return;
            }
            catch (IOException) when (Directory.Exists(Folder) && tries < Tries)
            {
                // A shop that was stopped may still be writing what the next start of a large catalog begins from.
                Thread.Sleep(100);
            }
        }
    }
}
